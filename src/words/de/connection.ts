/** See `../en/connection.ts`. */
import type { Words } from '../language.ts';

export const connection: Words['connection'] = {
  noAnswer: 'Der Distribution-Desk-Server hat nicht geantwortet.',
  unreadable:
    'Der Distribution-Desk-Server hat etwas geantwortet, das dieser Aufgabenbereich nicht versteht. Laden Sie ihn neu; wenn das so bleibt, wenden Sie sich an den Betreiber des Servers.',
  noExplanation: (status) =>
    `Der Distribution-Desk-Server konnte nicht antworten und gab keinen Grund an (${status}). Wenden Sie sich an seinen Betreiber, wenn das so bleibt.`,
  signInAgain: 'Melden Sie sich erneut an.',
  microsoftRefused:
    'Microsoft hat Sie nicht angemeldet. Versuchen Sie es erneut, und erlauben Sie das Fenster, das sich öffnet.',
};
