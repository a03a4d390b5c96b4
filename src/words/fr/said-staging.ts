import type { Compared, saidOfStaging as english, TakenOver } from '../en/said-staging.ts';
import { named } from '../named.ts';
import { againThem, thisOne } from './said-words.ts';

const compared: Record<Compared, string> = {
  vehicle: 'Véhicule',
  date: 'Date',
  name: 'Nom',
  'external-reference': 'Référence externe',
  mode: 'Mode',
  type: 'Type',
  'external-type': 'Type externe',
  email: 'E-mail',
};

const takenOver: Record<TakenOver, string> = {
  staged: 'Elle est préparée.',
  awaiting: 'Elle attend une approbation.',
  reserved: 'Elle n’a pas encore été envoyée.',
  unknown: 'On ne sait pas encore si Nova l’a créée.',
};

const noneOf = {
  distribution: 'pas une distribution',
  'payment-instructions': 'pas l’identifiant de coordonnées bancaires',
  entity: 'pas une entité',
  contact: 'pas un contact',
};

export const saidOfStaging: typeof english = {
  nothingSent: () => 'Rien n’a été envoyé.',
  nothingLinked: () => 'Rien n’a été lié.',
  noSuchEntry: () => 'Le registre n’a pas cette entrée.',
  checkRowsAgain: () => 'Contrôlez à nouveau les lignes.',
  loadListAgain: () => 'Rechargez la liste.',
  busy: () =>
    'Trop d’envois ont lieu en même temps\u202f; rien n’a été envoyé pour celui-ci. Recommencez dans un instant.',
  serverStopping: () =>
    'Le serveur Distribution Desk est en train de s’arrêter\u202f; rien n’a été envoyé. Recommencez dans une minute.',
  accountKeyMissing: () =>
    'Des coordonnées bancaires ne peuvent pas encore être enregistrées ici, et rien n’a été envoyé\u00a0: il manque au serveur Distribution Desk la clé de ce qu’il garde des numéros de compte. La personne qui le gère doit définir ACCOUNT_HASH_KEY.',

  repeatOutdated: () =>
    'Ces lignes ont eu une suite depuis que la répétition a été décidée\u202f; rien n’a été envoyé. Contrôlez à nouveau les lignes, regardez leur dernière distribution et décidez à nouveau.',
  notCancelled: ({ id }) =>
    `Rien n’indique que ${id} est annulée\u202f; rien n’a été envoyé à sa place. Actualisez les statuts et contrôlez à nouveau les lignes.`,
  alreadyReplaced: (about, { instant }) =>
    `Des paiements de la distribution annulée ${about.cancelledId} ont déjà été repris par la distribution «\u00a0${about.name}\u00a0»${about.id === null ? '' : ` (${about.id})`} de ${about.userName}, depuis ${about.workbook}, ${about.sheet}, le ${instant(about.at)}. ${named(takenOver, about.standing)} Rien n’a été envoyé\u00a0: envoyer aussi ceux-ci pourrait payer deux fois les mêmes lignes. Regardez d’abord cette distribution.`,

  ownWork: ({ kind, userName }) =>
    `${userName} a préparé ${thisOne(kind)}\u202f; une autre personne doit approuver.`,
  sealedDiffers: () => 'Ce n’est pas ce que vous avez regardé. Regardez-le à nouveau avant de l’approuver.',
  approvalOver: ({ kind }) =>
    `Le délai pour approuver ${thisOne(kind)} est écoulé, et rien n’a été envoyé. Les lignes doivent être préparées à nouveau.`,
  waitsNoLonger: ({ kind }) => `Il n’y a plus d’approbation à donner pour ${thisOne(kind)}.`,
  wasReturned: () => 'Il y a eu un renvoi.',
  needsNoApproval: () => 'Aucune approbation n’est nécessaire, ou elle a déjà été donnée.',

  needsNoDecision: () =>
    'Il n’y a rien à décider ici\u00a0: la suite est connue, ou elle est encore demandée à Nova. Contrôlez à nouveau les lignes.',
  rowsDiffer: () =>
    'Les lignes ne sont plus celles qui ont été envoyées\u202f; rien n’a été lié. Rétablissez-les, contrôlez-les et liez à nouveau.',
  linkAsDistribution: () => 'Cette entrée est une distribution. Liez-la comme telle.',
  heldByOther: (about) =>
    `${about.id} correspond à une autre entrée (${about.workbook}, feuille ${about.sheet}, par ${about.userName}) et ne peut pas être celle-ci. Rien n’a été lié.`,
  linkNotFound: ({ id }) =>
    `Nova ne connaît pas ${id}\u202f; rien n’a été lié. Vérifiez que l’identifiant a été copié en entier et vient de cette organisation.`,
  paymentsNotListed: ({ id }) => `Nova n’a pas énuméré tous les paiements de ${id}.`,
  notCompared: ({ id }) =>
    `${id} n’a pas pu faire l’objet d’une comparaison\u202f; rien n’a été lié. Liez à nouveau dans une minute.`,
  notWhatWasSent: ({ id }) => `${id} n’est pas ce qui a été envoyé.`,
  differs: ({ what, theirs, ours }) =>
    `${named(compared, what)}\u00a0: ${theirs ?? 'rien'} dans Nova, ${ours ?? 'rien'} à l’envoi.`,
  notOfKind: ({ id, kind }) => `${id} n’est ${named(noneOf, kind)}.`,
  entityLacksIt: ({ entity }) => `L’entité ${entity} ne l’a pas.`,
  sentForYou: ({ userName }) =>
    `L’envoi a été fait pour ${userName}\u202f; une autre personne doit regarder dans le tableau de bord de Nova et déclarer que rien n’a jamais été créé.`,

  entityUnknown: ({ entity }) =>
    `Nova ne connaît pas l’entité ${entity}\u202f; rien n’a été envoyé pour elle. Vérifiez l’identifiant dans la ligne, ou enregistrez d’abord l’entité.`,
  bankDetailsNotKnown: ({ entity }) =>
    `On ne sait pas si ${entity} a déjà des coordonnées bancaires\u202f; rien n’a été envoyé pour cette entité. Enregistrez à nouveau les lignes quand Nova sera joignable.`,
  leftAloneAfterUnknown: () =>
    'Rien n’a été envoyé pour cette ligne, car on ne sait pas encore ce qu’une autre est devenue. Enregistrez à nouveau les mêmes lignes\u00a0: l’autre est demandée d’abord, et rien n’est créé une deuxième fois.',
  nothingCreated: ({ kind }) =>
    `Rien n’a été créé. Contrôlez les lignes et ${againThem(kind)} quand Nova sera joignable.`,
};
