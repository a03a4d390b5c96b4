/** The catalogue's part about the way to the server and to Microsoft. */

export const connection = {
  noAnswer: 'The Distribution Desk server did not answer.',
  unreadable:
    'The Distribution Desk server answered in a way that this pane does not understand. Reload the pane; if this stays, tell whoever runs the server.',
  noExplanation: (status: number) =>
    `The Distribution Desk server could not answer and gave no reason (${status}). Tell whoever runs it if this stays.`,
  signInAgain: 'Sign in again.',
  microsoftRefused: 'Microsoft did not sign you in. Try again, and allow the window that opens.',
};
