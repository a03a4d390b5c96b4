import { cellWords } from '../cell-words.ts';
import type { saidOfOutcomes as english } from '../en/said-outcomes.ts';
import { again, againThem, thisOne } from './said-words.ts';

export const saidOfOutcomes: typeof english = {
  waits: ({ fromCents, currency }, { money }) =>
    `En attente d’approbation par une deuxième personne${fromCents === null || currency === null ? '' : `, nécessaire à partir de ${money(fromCents, currency)}`}\u202f; rien n’a été envoyé.`,
  bankDetailsWait: () =>
    'En attente d’approbation par une deuxième personne, nécessaire parce que l’entité a déjà des coordonnées bancaires ou va en avoir\u202f; rien n’a été envoyé.',
  somebodyElse: ({ userName, endsAt }, { instant }) =>
    `Préparation par ${userName}\u202f; une autre personne doit approuver, avant le ${instant(endsAt)}.`,
  approvedNotSent: ({ kind, userName }) =>
    `${userName} a approuvé ${thisOne(kind)}, mais l’envoi n’a pas encore pu avoir lieu. Le serveur Distribution Desk continue d’essayer de lui-même\u202f; rien n’a été créé jusqu’ici.`,
  approvedSendAgain: ({ kind, userName }) =>
    `${userName} a approuvé ${thisOne(kind)}, et le numéro de compte n’est pas gardé ici\u00a0: enregistrez à nouveau les mêmes lignes pour l’envoi. Rien n’a été créé jusqu’ici.`,
  returned: ({ kind, userName, reason }) =>
    `${userName} a renvoyé ${thisOne(kind)}, et rien n’a été envoyé\u00a0: ${reason}`,
  notApprovedInTime: ({ kind, endsAt }, { instant }) =>
    `Personne n’a approuvé ${thisOne(kind)} avant le ${instant(endsAt)}\u202f; rien n’a été envoyé. Contrôlez les mêmes lignes et ${againThem(kind)} pour une nouvelle approbation.`,

  notKnown: ({ kind }) => `On ne sait pas si Nova a créé ${thisOne(kind)}.`,
  keyExpired: () =>
    'Le délai pendant lequel redemander est sans risque est écoulé\u202f; rien n’a été envoyé.',
  stillSending: ({ kind }) =>
    `L’envoi est encore en cours\u202f; on ne sait pas encore si Nova a créé ${thisOne(kind)}. Contrôlez les mêmes lignes et ${againThem(kind)} dans un instant pour le savoir\u202f; cela ne peut rien créer une deuxième fois.`,
  askedByItself: ({ kind }) =>
    `La demande se répète d’elle-même\u202f; ${again(kind, 'les mêmes lignes')} pour le savoir tout de suite.`,
  askedWithRows: ({ kind }) =>
    `Le numéro de compte n’est pas gardé ici\u202f; la demande ne se répète donc pas d’elle-même. Contrôlez les mêmes lignes et ${againThem(kind)} pour le savoir.`,
  notAskedAgain: () => 'La demande ne se répète pas d’elle-même.',
  lookInDashboard: () =>
    'Cherchez dans le tableau de bord de Nova\u00a0: si c’est là, liez-le\u202f; sinon, faites déclarer par une deuxième personne que rien n’a jamais été créé.',
  neverCreated: ({ kind, userName, reason }) =>
    `${userName} a déclaré que Nova n’a jamais créé ${thisOne(kind)}\u00a0: ${reason}`,

  paymentsMissing: () =>
    `Nova n’a pas encore ${cellWords.paymentsMissing.fr}. Contrôlez à nouveau les lignes ou actualisez pour obtenir les autres.`,
  paymentsMissingStill: () =>
    `Nova n’a pas ${cellWords.paymentsMissing.fr}. Actualisez à nouveau pour obtenir les autres.`,
  otherCount: ({ sent, listed }, { plural }) =>
    `${plural(sent, 'paiement a été envoyé', 'paiements ont été envoyés')}, ${cellWords.otherCount.fr} ${listed}.`,
  compareBeforeApproval: () =>
    'Comparez cette distribution avec la feuille dans le tableau de bord de Nova avant qu’elle soit approuvée.',
  rowsWithoutPayment: ({ count, of }, { plural }) =>
    `Pour ${count} sur ${plural(of, 'ligne', 'lignes')}, aucun des paiements que Nova énumère ne correspond\u202f; il n’y a donc pas d’identifiant de paiement.`,
  paymentsWithoutRow: ({ ids }) => `Nova énumère des paiements sans ligne correspondante\u00a0: ${ids}.`,
};
