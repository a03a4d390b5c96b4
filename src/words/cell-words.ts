/**
 * Words of what is written into the Message column, in every language: a colleague with another language may
 * have written what is read back, so these are here without a catalogue having been loaded.
 */
import type { Language } from './language.ts';

export const cellWords = {
  drift: {
    en: 'Changed since it was staged:',
    de: 'Seit dem Vormerken geändert:',
    fr: 'Modifié depuis la préparation\u00a0:',
  },
  notListed: {
    en: "Nova's answer does not list this payment",
    de: 'Diese Zahlung fehlt in der Antwort von Nova',
    fr: 'La réponse de Nova ne contient pas ce paiement',
  },
  stagedFrom: {
    en: 'Staged from',
    de: 'Vorgemerkt aus',
    fr: 'Préparé depuis',
  },
  otherCount: {
    en: 'sent, but Nova lists',
    de: 'gesendet, aber Nova führt',
    fr: 'mais Nova en énumère',
  },
  paymentsMissing: {
    en: 'Nova did not list all payments of this distribution',
    de: 'alle Zahlungen dieser Ausschüttung aufgelistet',
    fr: 'énuméré tous les paiements de cette distribution',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type CellWords = keyof typeof cellWords;
