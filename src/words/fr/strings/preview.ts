/** The French of `../../en/strings/preview.ts`. */
import type { previewStrings as english } from '../../en/strings/preview.ts';
import { formatInstant, formatList } from '../../format.ts';
import { plural } from '../plural.ts';
import { distributions, distributionsOver, isOne, modeOf, payments, rows } from './counts.ts';

export const previewStrings: typeof english = {
  preview: {
    cards: 'Distributions',
    title: (count) => `${distributions(count)} à préparer`,
    nothing: 'Rien à préparer',
    nothingText: 'Rien ne sera envoyé.',
    nothingButHeld: (count) =>
      `${plural(count, 'distribution attend', 'distributions attendent')} votre décision.`,
    nothingButIds: (count) =>
      `${plural(count, 'distribution déjà préparée', 'distributions déjà préparées')}. Rien ne sera envoyé\u202f; les identifiants seront écrits à côté des lignes.`,
    otherMode: (count) =>
      `Nova a créé ${distributions(count)} dans l’autre mode. Rien n’est envoyé pour ${isOne(count) ? 'elle' : 'elles'}, et aucun identifiant n’est écrit.`,
    waiting: (count, amounts) =>
      `${distributionsOver(count, amounts)}, ${isOne(count) ? 'attend' : 'attendent'} déjà l’approbation. Rien n’est envoyé pour ${isOne(count) ? 'elle' : 'elles'} à présent\u202f; ce volet suit ce qui est décidé.`,
    reference: 'Référence',
    payments: (count) => payments(count),
    hidden: (count, amounts) =>
      `${plural(count, 'ligne masquée', 'lignes masquées')} dans la feuille\u00a0: ${amounts}`,
    outside: (count) =>
      `${rows(count)} en dehors de votre sélection. Une distribution est toujours préparée en entier.`,
    earlierAccepted: (when, who, from) =>
      `Déjà préparée le ${formatInstant(when)} par ${who}${from}. Rien ne sera envoyé\u202f; les identifiants seront écrits dans la feuille.`,
    earlierCancelled: (id, when, who, from) =>
      `Préparée sous ${id} le ${formatInstant(when)} par ${who}${from}, et annulée dans Nova depuis. Rien ne sera envoyé, sauf si vous la préparez de nouveau volontairement.`,
    from: (workbook, sheet) => ` depuis ${workbook}, feuille ${sheet}`,
    badgeCancelled: 'Annulée dans Nova',
    earlierRejected: (message) =>
      `Déjà refusée, et rien n’a été créé\u00a0: ${message} La préparer essaie de nouveau.`,
    earlierUnknown: (keyExpiresAt) =>
      `Déjà envoyée, mais personne ne sait encore si Nova l’a créée. Jusqu’au ${formatInstant(keyExpiresAt)}, vous pouvez la préparer de nouveau\u00a0: Nova la reconnaît, elle ne peut donc pas être créée deux fois. Ensuite, rien n’est envoyé, et vous la cherchez dans Nova.`,
    earlierNeedsPerson:
      'Déjà envoyée, mais personne ne sait si Nova l’a créée, et Nova ne la reconnaîtrait plus à présent. Rien n’est envoyé tant que personne ne dit ce qu’elle est devenue.',
    earlierOtherMode: (id, isLive, when, who, from) =>
      `Envoyée le ${formatInstant(when)} par ${who}${from}, et Nova l’a créée sur ${modeOf(isLive)} sous ${id}, alors que le serveur Distribution Desk est réglé sur ${modeOf(!isLive)}. Ses identifiants ne sont pas écrits. Si le serveur était mal réglé, contrôlez de nouveau une fois que c’est corrigé\u202f; sinon, faites annuler ${id} sur ${modeOf(isLive)}. Rien n’est envoyé pour ces lignes, sauf si vous les préparez de nouveau volontairement.`,
    earlierAwaiting: (since, who, until) =>
      `Attend l’approbation depuis le ${formatInstant(since)}\u202f; préparée par ${who}. Quelqu’un d’autre doit l’approuver avant le ${formatInstant(until)}. Rien n’est envoyé pour elle à présent, et elle ne compte pas dans le total de contrôle.`,
    earlierApproved: (message) => `${message} La préparer l’essaie aussitôt.`,
    differenceTitle: 'Fractions de centime',
    difference: (cells, total, difference) =>
      `Les cellules totalisent ${cells}, et ${total} si chacune est arrondie au centime. La différence est de ${difference}.`,
    severalTitle: (count) =>
      `${plural(count, 'bénéficiaire reçoit', 'bénéficiaires reçoivent')} plus d’un paiement`,
    several: (payee, count, amount) => `${payee}\u00a0: ${payments(count)}, ${amount}`,
    severalMore: (count) => `et ${plural(count, 'autre', 'autres')}`,
    badgeAccepted: 'Déjà préparée',
    badgeRejected: 'Déjà refusée',
    badgeUnknown: 'Pas connu',
    badgeOtherMode: (isLive) => `Créée sur ${modeOf(isLive)}`,
    badgeAwaiting: 'Attend l’approbation',
    badgeApproved: 'Approuvée, non envoyée',
    badgeReturned: 'Renvoyée',
    alreadyTitle: (count) => plural(count, 'distribution déjà préparée', 'distributions déjà préparées'),
    alreadyText: 'Ces lignes portent des identifiants Nova. Rien ne sera envoyé pour elles.',
    toSend: 'À préparer',
    shares: 'Part de chaque distribution',
    largest: 'Principaux bénéficiaires',
    showPayments: (name) => `Paiements de ${name}`,
    hiddenMark: 'masquée',
    unusualMark: 'Montant inhabituel',
    unusual: (count) => plural(count, 'montant inhabituel', 'montants inhabituels'),
    newMark: 'Nouveau bénéficiaire',
    inChart: { unusual: 'montant inhabituel', new: 'nouveau bénéficiaire' },
    newPayees: (count) => plural(count, 'nouveau bénéficiaire', 'nouveaux bénéficiaires'),
    newText: (count) =>
      isOne(count)
        ? 'Premier paiement à ce bénéficiaire depuis Distribution Desk.'
        : 'Premiers paiements à ces bénéficiaires depuis Distribution Desk.',
    newUnknown:
      'On ne sait pas quels bénéficiaires sont nouveaux\u00a0: le serveur Distribution Desk ne l’a pas dit.',
    markedPayee: (payee, marks) => `${payee} (${formatList(marks)})`,
    payDate: (day) => `payé le ${day}`,
    continue: (count, amounts) =>
      `Continuer vers la confirmation\u00a0: ${distributionsOver(count, amounts)}`,
    writeIds: (count) => `Écrire les identifiants de ${distributions(count)}`,
    follow: (count) =>
      `Suivre ${distributions(count)} qui ${isOne(count) ? 'attend' : 'attendent'} l’approbation`,
    distributions: distributionsOver,
    back: 'Retour',
  },

  restore: {
    title: (count) =>
      plural(
        count,
        'ligne n’a pas ses identifiants, qui sont connus',
        'lignes n’ont pas leurs identifiants, qui sont connus',
      ),
    text: (count) =>
      `${plural(count, 'distribution de ce tableau a déjà été préparée', 'distributions de ce tableau ont déjà été préparées')}. Les identifiants peuvent être écrits dans la feuille\u202f; rien n’est créé.`,
    offerTitle: 'Tout ce qui a été préparé ne figure pas dans la feuille',
    offerText: (address) =>
      `Dans ${address}, il manque des identifiants de ce qui a été préparé. L’écriture s’est peut-être arrêtée en chemin, ou ceci est une copie.`,
    by: (id, when, who, from) => `${id}, préparée le ${formatInstant(when)} par ${who}${from}`,
    more: (count) => `et ${plural(count, 'autre', 'autres')}`,
    write: (count) => `Écrire les identifiants de ${rows(count)}`,
    later: 'Pas maintenant',
    done: (count) => `Identifiants de ${distributions(count)} rétablis`,
    nothingSent: 'Rien n’a été envoyé pour créer quoi que ce soit.',
  },

  replace: {
    badge: 'Vous attend',
    badgeDecided: 'Préparée à la place d’une distribution annulée',
    text: (ids) =>
      `Ses lignes portent les identifiants de ${formatList(ids)}, annulés dans Nova. Rien n’est envoyé pour elles tant que vous n’avez pas décidé.`,
    open: 'La préparer à la place de la distribution annulée…',
    title: 'La préparer à la place de la distribution annulée\u202f?',
    warning:
      'Ces lignes ont déjà été préparées. Vérifiez dans Nova que rien n’a été payé avant l’annulation.',
    reason: 'Pourquoi est-elle préparée à nouveau\u202f?',
    confirm: 'Ajouter à ce qui est préparé',
    cancel: 'Annuler',
    pending: (reason) => `Elle compte dans le total de contrôle. Motif\u00a0: ${reason}`,
    undo: 'Ne pas la préparer',
  },

  repeat: {
    open: 'La préparer de nouveau volontairement…',
    title: 'La préparer de nouveau volontairement\u202f?',
    text: 'Les mêmes paiements ont déjà été préparés. Les préparer de nouveau les paie une deuxième fois.',
    textOtherMode: (id, isLive) =>
      `Nova a les mêmes paiements sur ${modeOf(isLive)} sous ${id}. Faites d’abord annuler celle-là\u00a0: les préparer de nouveau les crée une deuxième fois.`,
    who: 'Préparée par',
    when: 'Le',
    from: 'Depuis',
    fromUnknown: 'non consigné',
    id: 'Distribution',
    status: 'Statut',
    paymentsTitle: 'Paiements déjà préparés',
    noPayment: 'aucun identifiant',
    reasonBefore: 'Motif de cette répétition',
    reason: 'Pourquoi faut-il la payer de nouveau\u202f?',
    reasonHint: 'Au moins 10 caractères. Conservé dans l’historique avec votre nom.',
    confirm: 'Ajouter à ce qui est préparé',
    cancel: 'Annuler',
    badge: 'Préparée de nouveau volontairement',
    pending: (reason) =>
      `Elle sera préparée une fois de plus et compte dans le total de contrôle. Motif\u00a0: ${reason}`,
    undo: 'Ne pas la préparer de nouveau',
  },

  resolve: {
    title: 'Qu’est-elle devenue\u202f?',
    text: (who) =>
      who === null
        ? 'Cherchez-la dans Nova par son véhicule, sa date et son nom.'
        : `Envoyée par ${who}. Cherchez-la dans Nova par son véhicule, sa date et son nom.`,
    linkField: 'Identifiant de la distribution',
    linkHint: 'Elle est comparée à ce qui a été envoyé, paiement par paiement.',
    linkWrong: 'Saisissez un identifiant qui commence par dst_.',
    link: 'Lier la distribution',
    declareField: 'Comment le savez-vous\u202f?',
    declareHint:
      'Au moins 10 caractères. C’est une deuxième personne qui le déclare, jamais celle qui l’a envoyée.',
    declare: 'Déclarer jamais créée',
  },

  confirm: {
    title: 'Confirmer le total de contrôle',
    text: 'Saisissez le total de vos propres documents, et non de ce volet. Il doit être exact au centime.',
    field: (currency) => `Total de contrôle (${currency})`,
    take: 'Prendre la cellule sélectionnée',
    takeFor: (currency) => `Prendre la cellule sélectionnée (${currency})`,
    without: (count, amounts) =>
      `Sans ${distributionsOver(count, amounts)}, qui ${isOne(count) ? 'attend' : 'attendent'} déjà l’approbation.`,
    matches: 'Correspond au total à préparer.',
    unreadable: (example) => `Saisissez un montant comme ${example}.`,
    wrong: (typed, total, difference) =>
      `Vous avez saisi ${typed}, mais le total à préparer est de ${total}. La différence est de ${difference}.`,
    noNumberTitle: 'Aucun total dans la cellule sélectionnée',
    noNumber: 'Sélectionnez la cellule qui contient votre total de contrôle, puis prenez-la.',
    stage: (count, amounts) => `Préparer ${distributions(count)}, ${amounts}`,
    liveText: 'Vous êtes sur Live\u00a0: Nova prépare de vrais paiements.',
    sandboxText: 'Vous êtes sur la Sandbox\u00a0: aucun argent ne circule.',
    back: 'Retour',
  },
};
