import type { saidOfHistory as english, StoodAs } from '../en/said-history.ts';
import { named } from '../named.ts';

const stood: Record<StoodAs, string> = {
  accepted: 'Nova hatte es schon angelegt.',
  awaiting: 'Es wartete auf Freigabe.',
  rejected: 'Nova hatte es schon abgelehnt.',
  returned: 'Es war schon zurückgegeben.',
  reserved: 'Es war noch nicht gesendet.',
  sending: 'Es wurde noch gesendet.',
  unknown: 'Es war nicht bekannt, ob Nova es angelegt hatte.',
};

export const saidOfHistory: typeof english = {
  goodUntil: ({ endsAt }, { instant }) => `Gültig bis ${instant(endsAt)}.`,
  reasonGiven: ({ reason }) => `Grund: ${reason}`,
  preparedBy: ({ userName }) => `Vorbereitet von ${userName}.`,
  waitsUntil: ({ endsAt }, { instant }) => `Wartet bis ${instant(endsAt)} auf Freigabe.`,
  notApprovedUntil: ({ endsAt }, { instant }) => `Bis ${instant(endsAt)} hat es niemand freigegeben.`,
  repeatedFor: ({ reason }) => `Absichtlich wiederholt. Grund: ${reason}`,
  stagedAnew: ({ reason }) =>
    `Ihre Zeilen sind anstelle dieser stornierten Ausschüttung neu vorgemerkt. Grund: ${reason}`,
  refusedAs: ({ code }) => `Nova nennt es ${code}.`,
  linkedTo: ({ id }) => `Es ist in Nova ${id}.`,
  nothingSentAgain: ({ standing }) => `Es wurde nichts gesendet. ${named(stood, standing)}`,
};
