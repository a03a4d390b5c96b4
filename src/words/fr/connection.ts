/** See `../en/connection.ts`. */
import type { Words } from '../language.ts';

export const connection: Words['connection'] = {
  noAnswer: 'Le serveur Distribution Desk n’a pas répondu.',
  unreadable:
    'Le serveur Distribution Desk a donné une réponse que ce volet ne comprend pas. Rechargez le volet\u202f; si cela persiste, prévenez la personne qui gère le serveur.',
  noExplanation: (status) =>
    `Le serveur Distribution Desk n’a pas pu répondre et n’a donné aucune raison (${status}). Prévenez la personne qui le gère si cela persiste.`,
  signInAgain: 'Connectez-vous de nouveau.',
  microsoftRefused: 'Microsoft ne vous a pas connecté. Réessayez, et autorisez la fenêtre qui s’ouvre.',
};
