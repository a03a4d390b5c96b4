import type { saidOfRequests as english } from '../en/said-requests.ts';
import { roleWord } from './said-words.ts';

export const saidOfRequests: typeof english = {
  nothingHere: () => 'Il n’y a rien à cette adresse.',
  tooLarge: () =>
    'C’est plus que ce que le serveur Distribution Desk accepte en une fois\u202f; rien n’a été fait. Préparez moins de distributions à la fois.',
  tooMuchAsked: () =>
    'Trop de demandes sont arrivées au serveur Distribution Desk en peu de temps\u202f; rien n’a été fait. Recommencez dans une minute.',
  notReadable: () =>
    'Le serveur Distribution Desk n’a pas pu lire ce que le volet a envoyé\u202f; rien n’a été fait. Rechargez le volet et recommencez.',
  nestedTooDeep: () =>
    'Ce qui a été envoyé est imbriqué plus profondément que tout ce que le volet envoie\u202f; rien n’a été fait.',
  notAsNeeded: ({ member, rule }) =>
    `Le serveur Distribution Desk n’accepte pas ce que le volet a envoyé\u202f; rien n’a été fait${member === null ? '' : ` (${member})`}\u00a0: ${rule}.`,
  brokenInside: ({ requestId }) =>
    `Un problème est survenu dans le serveur Distribution Desk. Son journal en dit plus sur ${requestId}.`,
  paneOutdated: () =>
    'Le serveur Distribution Desk ne prend plus en charge cette version du volet\u202f; rien n’a été fait. Rechargez le volet.',

  signInAgain: () => 'Connectez-vous à nouveau.',
  codeDoesNotWork: () =>
    'Ce code ne convient pas\u00a0: ce n’est pas celui qui a été remis, il a déjà servi ou il est trop ancien. Demandez-en un nouveau.',
  noCodesHere: () => 'Ici, personne ne se connecte avec un code. Connectez-vous avec Microsoft.',
  noRole: () =>
    'Votre compte n’a aucun rôle dans Distribution Desk. Demandez-en un à la personne qui le gère dans Microsoft Entra ID.',
  accountsNotReachable: () =>
    'Microsoft Entra ID n’a pas pu dire qui vous êtes\u202f; rien n’a été fait. Recommencez dans une minute.',
  roleMissing: ({ role }) =>
    `Cela demande le rôle ${roleWord(role)} et, sur Live, l’autorisation d’y travailler\u202f; rien n’a été fait. Adressez-vous à un admin.`,
  mayNotReturn: () => 'Seul un approbateur, ou la personne qui l’a préparé, peut le renvoyer.',
  metricsNeedToken: () => 'Cela demande le jeton des métriques.',
};
