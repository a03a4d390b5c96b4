import type { saidOfHistory as english, StoodAs } from '../en/said-history.ts';
import { named } from '../named.ts';

const stood: Record<StoodAs, string> = {
  accepted: 'Nova l’avait déjà créé.',
  awaiting: 'L’approbation était en attente.',
  rejected: 'Nova l’avait déjà refusé.',
  returned: 'Il y avait déjà eu un renvoi.',
  reserved: 'L’envoi n’avait pas encore eu lieu.',
  sending: 'L’envoi était encore en cours.',
  unknown: 'On ne savait pas si Nova l’avait créé.',
};

export const saidOfHistory: typeof english = {
  goodUntil: ({ endsAt }, { instant }) => `Valable jusqu’au ${instant(endsAt)}.`,
  reasonGiven: ({ reason }) => `Motif\u00a0: ${reason}`,
  preparedBy: ({ userName }) => `Préparation par ${userName}.`,
  waitsUntil: ({ endsAt }, { instant }) => `En attente d’approbation jusqu’au ${instant(endsAt)}.`,
  notApprovedUntil: ({ endsAt }, { instant }) => `Personne n’a approuvé avant le ${instant(endsAt)}.`,
  repeatedFor: ({ reason }) => `Répétition voulue. Motif\u00a0: ${reason}`,
  stagedAnew: ({ reason }) =>
    `Ses lignes sont préparées à nouveau à la place de cette distribution annulée. Motif\u00a0: ${reason}`,
  refusedAs: ({ code }) => `Nova l’appelle ${code}.`,
  linkedTo: ({ id }) => `Dans Nova, c’est ${id}.`,
  nothingSentAgain: ({ standing }) => `Rien n’a été envoyé. ${named(stood, standing)}`,
};
