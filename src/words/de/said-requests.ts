import type { saidOfRequests as english } from '../en/said-requests.ts';
import { roleWord } from './said-words.ts';

export const saidOfRequests: typeof english = {
  nothingHere: () => 'Unter dieser Adresse gibt es nichts.',
  tooLarge: () =>
    'Das ist mehr, als der Distribution-Desk-Server auf einmal annimmt; es wurde nichts getan. Merken Sie weniger Ausschüttungen auf einmal vor.',
  tooMuchAsked: () =>
    'Der Distribution-Desk-Server wurde in kurzer Zeit zu viel gefragt; es wurde nichts getan. Versuchen Sie es in einer Minute noch einmal.',
  notReadable: () =>
    'Der Distribution-Desk-Server konnte nicht lesen, was der Aufgabenbereich gesendet hat; es wurde nichts getan. Laden Sie den Aufgabenbereich neu, und versuchen Sie es noch einmal.',
  nestedTooDeep: () =>
    'Was gesendet wurde, ist tiefer verschachtelt als alles, was der Aufgabenbereich sendet; es wurde nichts getan.',
  notAsNeeded: ({ member, rule }) =>
    `Der Distribution-Desk-Server nimmt nicht an, was der Aufgabenbereich gesendet hat; es wurde nichts getan${member === null ? '' : ` (${member})`}: ${rule}.`,
  brokenInside: ({ requestId }) =>
    `Im Distribution-Desk-Server ist ein Fehler aufgetreten. Sein Protokoll sagt mehr zu ${requestId}.`,
  paneOutdated: () =>
    'Der Distribution-Desk-Server unterstützt diese Version des Aufgabenbereichs nicht mehr; es wurde nichts getan. Laden Sie den Aufgabenbereich neu.',

  signInAgain: () => 'Melden Sie sich erneut an.',
  codeDoesNotWork: () =>
    'Mit diesem Code geht es nicht: Er ist nicht der ausgegebene, wurde schon verwendet oder ist zu alt. Lassen Sie sich einen neuen geben.',
  noCodesHere: () => 'Hier meldet sich niemand mit einem Code an. Melden Sie sich mit Microsoft an.',
  noRole: () =>
    'Ihr Konto hat keine Rolle in Distribution Desk. Bitten Sie darum, wer die Konten in Microsoft Entra ID verwaltet.',
  accountsNotReachable: () =>
    'Microsoft Entra ID konnte nicht gefragt werden, wer Sie sind; es wurde nichts getan. Versuchen Sie es in einer Minute noch einmal.',
  roleMissing: ({ role }) =>
    `Dafür braucht es die Rolle ${roleWord(role)} und auf Live die Erlaubnis, dort zu arbeiten; es wurde nichts getan. Wenden Sie sich an einen Admin.`,
  mayNotReturn: () => 'Nur ein Freigeber, oder wer es vorbereitet hat, darf es zurückgeben.',
  metricsNeedToken: () => 'Dafür braucht es das Token für Metriken.',
};
