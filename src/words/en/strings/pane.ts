/** What stands around the screens, and the states of the pane as a whole. */
import { formatCount } from '../../format.ts';

export const paneStrings = {
  productName: 'Distribution Desk',

  /** What something is called, and what is to be said of it. */
  named: (name: string, what: string) => `${name}: ${what}`,

  /** Of distributions and payments, by Nova's own names. */
  statuses: {
    draft: 'draft',
    published: 'published',
    approved: 'approved',
    executed: 'executed',
    cancelled: 'cancelled',
    staged: 'staged',
    recipient_confirmed: 'recipient confirmed',
    verified: 'verified',
    disbursed: 'disbursed',
    failed: 'failed',
  } as Readonly<Record<string, string>>,

  outside: {
    title: 'Open this page in Excel',
    text: 'Distribution Desk works inside Excel. Open your workbook in Excel, and then choose Distributions on the Home tab.',
  },

  tooOld: {
    title: 'This Excel is too old',
    text: 'Distribution Desk needs Excel on the web, Excel 2021 or later, or Microsoft 365. Update Excel, or open the workbook in Excel on the web.',
  },

  version: {
    reload: 'Reload',
    newer: {
      title: 'A newer version of this pane is ready',
      text: 'Reload the pane once you have finished what you are doing. What was staged is kept.',
    },
    older: {
      title: 'The Distribution Desk server is older than this pane',
      text: 'It may be in the middle of an update. Reload the pane in a few minutes; if this stays, tell whoever runs Distribution Desk.',
    },
  },

  crash: {
    title: 'Distribution Desk stopped',
    text: 'Something went wrong inside the pane, so it stopped before doing anything else. Reload it, and then check again: what was staged before is recognized and is never sent twice.',
    reload: 'Reload',
  },

  session: {
    sandbox: 'Sandbox',
    sandboxHint: 'Sandbox: no money moves',
    live: 'Live',
    liveHint: 'Live: real payments are staged',
    menu: (userName: string) => `Account of ${userName}`,
    organization: (id: string) => `Organization ${id}`,
    settings: 'Check settings',
    signOut: 'Sign out',
  },

  steps: {
    label: 'Steps',
    names: { check: 'Check', preview: 'Preview', confirm: 'Confirm', result: 'Result' },
  },

  places: {
    label: 'What to work on',
    names: { payouts: 'Payouts', registrations: 'Payee details' },
    /** A table that belongs to the other place, by its headers. */
    looksLike: {
      payout: 'This looks like a payout table.',
      'payment-instructions': 'This looks like a table of bank details.',
      entity: 'This looks like a table of entities.',
      contact: 'This looks like a table of contacts.',
    },
    checkThere: (place: string) => `Check it in ${place}`,
    /** Why nobody goes to the other place just now. */
    waitTitle: 'Not just now',
    waitText: (isSending: boolean): string =>
      isSending
        ? 'Something is being sent or written. You can change over when it has ended.'
        : 'Something is being looked up or checked. You can change over when it has ended.',
  },

  starting: 'Starting…',
  /** Spoken alone, while something lasts that the screen shows by a turning ring. */
  stillWorking: 'Still working…',

  /** While the server does not answer. */
  connection: {
    offline: {
      title: 'This computer is offline',
      text: 'Nothing can be checked or sent before it has a connection again. Nothing is lost, and nothing is sent twice.',
    },
    silent: {
      title: 'The Distribution Desk server does not answer',
      text: 'It is asked again by itself. Nothing is lost, and nothing is sent twice. If this stays, tell whoever runs the server.',
    },
    ask: 'Ask again now',
    back: 'The Distribution Desk server answers again.',
  },

  /** Why the main button is off, beside it. */
  whyNot: {
    away: 'This waits until the server answers again.',
    locked: 'All sending is stopped, as said above. Nothing can be sent until an admin lets it go on.',
    notOnLive: 'Your account may look at live, but not send anything there. Ask an admin to allow it.',
    warnings: (count: number) =>
      count === 1
        ? 'Look at the warning, and then tick that you have.'
        : `Look at the ${formatCount(count)} warnings, and then tick that you have.`,
    noTotal: (currency: string) => `Type the control total in ${currency} first.`,
    otherTotal: (currency: string) => `The control total in ${currency} does not match the sheet.`,
  },

  signIn: {
    title: 'Sign in',
    text: 'Enter the one-time code that you were given.',
    resume: 'Your work is kept. After you sign in, you continue where you were.',
    account: 'Sign in with Microsoft',
    accountText: 'Use the account of your organization. A window may open for it.',
    waitTitle: 'You can sign in in a moment',
    waitText: 'The sign-in appears here as soon as the server answers.',
    code: 'Sign-in code',
    button: 'Sign in',
    retry: 'Try again',
  },
};
