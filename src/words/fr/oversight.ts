/** The French of `../en/oversight.ts`. */
import type { HistoryOutcome, Role } from '../../contract/index.ts';
import { formatCount, formatInstant, formatList, formatMoney } from '../format.ts';
import type { Words } from '../language.ts';
import { plural } from './plural.ts';

const roleNames: Record<Role, string> = {
  viewer: 'Lecteur',
  preparer: 'Préparateur',
  approver: 'Approbateur',
  admin: 'Admin',
};

const outcomeNames: Record<HistoryOutcome, string> = {
  accepted: 'Préparé',
  rejected: 'Refusé par Nova',
  unknown: 'Pas connu',
  'not-sent': 'Non envoyé',
  'awaiting-approval': 'Attend l’approbation',
  approved: 'Approuvé',
  returned: 'Renvoyé',
  refused: 'Bloqué',
};

const actionNames: Readonly<Record<string, string>> = {
  'sign-in': 'Connexion',
  'sign-out': 'Déconnexion',
  'code-issued': 'Code de connexion remis',
  'user-added': 'Utilisateur ajouté',
  'user-disabled': 'Utilisateur bloqué',
  'user-enabled': 'Utilisateur débloqué',
  'tokens-revoked': 'Déconnexion partout',
  reserve: 'Soumission',
  stage: 'Nouvelle demande',
  send: 'Envoi',
  refuse: 'Arrêt par une règle',
  approve: 'Approbation',
  return: 'Renvoi',
  expire: 'Délai d’approbation écoulé',
  replace: 'Reprise des lignes d’une distribution annulée',
  link: 'Liaison',
  'declare-never-created': 'Déclaration «\u00a0jamais créée\u00a0»',
  'mode-mismatch': 'Arrêt de tout envoi',
  release: 'Reprise de l’envoi',
};

const payments = (count: number) => plural(count, 'paiement', 'paiements');

export const oversight: Words['oversight'] = {
  menuApprovals: 'Approbations',
  menuHistory: 'Historique',
  roles: (roles) => formatList(roles.map((role) => roleNames[role])),
  back: 'Retour',
  backTo: { payouts: 'Retour aux versements', registrations: 'Retour aux bénéficiaires' },

  approvals: {
    title: 'Approbations',
    text: 'Ceci est prêt et attend une deuxième personne. Rien n’en a été envoyé à Nova.',
    looking: 'Recherche de ce qui attend…',
    failed: 'Ce qui attend n’a pas pu être lu',
    failedText: 'Choisissez «\u00a0Regarder de nouveau\u00a0». Rien n’a été approuvé ni envoyé.',
    none: 'Rien n’attend d’approbation',
    noneText: 'Ce qui dépasse le montant fixé apparaît ici.',
    more: 'Il y en a plus que cette liste n’en montre. Décidez d’abord de ceux-ci.',
    waiting: (count) => `${plural(count, 'élément attend', 'éléments attendent')} votre approbation`,
    look: 'Regarder',
    prepared: (who, when) => `Soumis par ${who} le ${formatInstant(when)}`,
    expires: (when) => `Expire le ${formatInstant(when)}`,
    from: (workbook, sheet) => `Depuis ${workbook}, feuille ${sheet}`,
    own: 'Vous l’avez soumis vous-même\u00a0: quelqu’un d’autre doit l’approuver.',
    refresh: 'Regarder de nouveau',
  },

  sealed: {
    text: 'Voici ce qui serait envoyé, scellé tel qu’il a été soumis. Toute modification des lignes en fait autre chose.',
    hash: 'Sceau',
    hashHint:
      'Les 12 premiers caractères du sceau. Toute modification de ce qui serait envoyé en donne un autre.',
    reference: (reference) => `Référence ${reference}`,
    repeat: (reason) => `Préparée de nouveau volontairement. Motif\u00a0: ${reason}`,
    changesTitle: (count) => `${payments(count)} à regarder`,
    noChanges: 'Aucun nouveau bénéficiaire, aucun montant inhabituel',
    compared: ({ distributions, complete }) => {
      if (distributions === 0) return 'Rien n’a été préparé auparavant\u00a0: il n’y a rien à comparer.';
      return complete
        ? `Comparé à ${plural(distributions, 'distribution précédente', 'distributions précédentes')}.`
        : `Comparé aux dernières distributions (${formatCount(distributions)})\u202f; les plus anciennes n’ont pas été regardées, un nouveau bénéficiaire peut donc être un ancien.`;
    },
    instructions:
      'On ne peut pas savoir avant la préparation si des coordonnées bancaires ont changé. Regardez-les dans Nova là où c’est important.',
    change: (change, currency) => {
      switch (change.change) {
        case 'new-payee':
          return 'Nouveau bénéficiaire';
        case 'new-currency':
          return 'Jamais payé dans cette devise';
        case 'unusual-amount':
          return `D’habitude ${formatMoney(change.usualCents, currency)}, la dernière fois ${formatMoney(change.lastCents, currency)}`;
      }
    },
    last: (amount, when) => `Dernier\u00a0: ${amount} le ${formatInstant(when)}`,
    payments,
    paymentsOf: (name) => `Paiements de ${name}`,
    paysOn: (day) => `payé le ${day}`,
    approve: (count, amounts) => `Approuver ${payments(count)}, ${amounts}`,
    return: 'Renvoyer…',
    takeBack: 'Reprendre…',
    own: 'Vous l’avez soumis vous-même. Quelqu’un d’autre doit l’approuver\u202f; vous pouvez le reprendre.',
    noRole: 'Votre compte peut le regarder, mais pas l’approuver.',
    approving: 'Envoi à Nova…',
  },

  returning: {
    title: 'Le renvoyer\u202f?',
    text: (name) =>
      `${name} n’est pas envoyé. La personne qui l’a soumis voit votre motif et peut corriger les lignes et les préparer de nouveau.`,
    reason: 'Qu’est-ce qui ne va pas\u202f?',
    hint: 'Au moins 10 caractères. Conservé dans l’historique avec votre nom.',
    confirm: 'Renvoyer',
    cancel: 'Annuler',
  },

  approved: {
    accepted: {
      title: 'Approuvé et préparé',
      text: (name, amounts, id) => `${name}, ${amounts}, est ${id} dans Nova.`,
    },
    otherMode: {
      title: 'Approuvée, mais créée dans l’autre mode',
      text: (why) => `${why} Ses identifiants ne sont pas écrits, et tout envoi est arrêté.`,
    },
    rejected: {
      title: 'Approuvé, mais refusé par Nova',
      text: (why) => `Rien n’a été créé. ${why}`,
    },
    unknown: {
      title: 'Approuvé, mais le résultat n’est pas encore connu',
      text: (why) => `${why} Il est demandé de nouveau automatiquement, et ne peut pas être créé deux fois.`,
    },
    notSent: { title: 'Approuvé, mais pas encore envoyé' },
    returned: { title: 'Il a été renvoyé entre-temps' },
  },
  returned: { title: 'Renvoyé', text: (name) => `Rien de ${name} n’a été envoyé.` },

  history: {
    title: 'Historique',
    text: 'Qui a fait quoi, le plus récent d’abord. Rien ici ne peut être modifié ni supprimé.',
    scope: 'Historique de quoi',
    scopes: { workbook: 'Ce classeur', all: 'Tous les classeurs' },
    knownAs: (names) =>
      `Ce qui a été envoyé depuis ${formatList(names)}. Les classeurs sont connus par leur nom\u00a0: un classeur renommé et une copie gardent les noms qu’ils avaient.`,
    notNamed: 'Excel n’a pas indiqué le nom de ce classeur\u00a0: voici donc l’historique de tous.',
    search: 'Rechercher',
    searchHint: 'Nom, identifiant',
    who: 'Qui',
    workbook: 'Classeur',
    outcome: 'Résultat',
    anyOutcome: 'Tous',
    from: 'Du jour (UTC)',
    to: 'Au jour (UTC)',
    filters: 'Filtres',
    show: 'Afficher',
    more: 'Afficher plus',
    export: 'Enregistrer en CSV',
    file: 'distribution-desk-history.csv',
    looking: 'Lecture de l’historique…',
    failed: 'L’historique n’a pas pu être lu',
    failedText: 'Choisissez «\u00a0Afficher\u00a0» pour le relire. Rien n’y a été modifié.',
    nothingHere: 'Rien n’a encore été envoyé depuis ce classeur',
    nothingHereText: 'Tout ce que vous en préparez ou enregistrez figurera ici.',
    nothingYet: 'Rien n’a encore été fait',
    nothingYetText: 'Tout ce qui est préparé, enregistré ou approuvé figurera ici.',
    none: 'Rien ne correspond',
    noneText:
      'Aucune ligne de l’historique ne correspond. Effacez la recherche et les filtres pour tout voir.',
    shown: (count) => plural(count, 'ligne affichée', 'lignes affichées'),
    list: 'Lignes de l’historique',
    outcomeNames,
    action: (action) => actionNames[action] ?? action.replaceAll('-', ' '),
    line: (sequence) => `N° ${formatCount(sequence)}`,
    place: (workbook, sheet) => (sheet === null || sheet === '' ? workbook : `${workbook}, feuille ${sheet}`),
    requests: (ids) => `Référence pour l’assistance de Nova\u00a0: ${formatList(ids)}`,
  },

  modeLock: {
    title: 'Tout envoi est arrêté',
    why: 'Pourquoi, et que faire',
    forAdmin: 'Regardez la distribution et les identifiants d’accès, puis laissez l’envoi reprendre.',
    forOthers: 'Dites-le à un admin. Le contrôle et l’actualisation fonctionnent toujours.',
    release: 'Laisser l’envoi reprendre…',
    dialogTitle: 'Laisser l’envoi reprendre\u202f?',
    dialogText:
      'Seulement si vous savez pourquoi la réponse venait d’un autre mode ou d’une autre organisation, et que cela ne se reproduira pas.',
    reason: 'Quelle était la cause\u202f?',
    hint: 'Au moins 10 caractères. Conservé dans l’historique avec votre nom.',
    confirm: 'Laisser l’envoi reprendre',
    cancel: 'Annuler',
  },

  awaiting: ({ preparedBy, expiresAt, approvedBy }) =>
    approvedBy === null
      ? `Rien n’a été envoyé. Une autre personne que ${preparedBy} doit l’approuver avant le ${formatInstant(expiresAt)}. L’envoi se fait ensuite, et les identifiants s’écrivent ici.`
      : `${approvedBy} l’a approuvé, mais l’envoi n’a pas encore été possible. Il est tenté de nouveau automatiquement.`,
  allWaiting: (count) => `${plural(count, 'distribution attend', 'distributions attendent')} l’approbation`,

  alike: {
    badge: 'Une distribution semblable a déjà été préparée',
    text: ({ by, at, source, paymentCount, totalCents, currency, distributionId }) => {
      const amount = totalCents === null || currency === null ? '' : `, ${formatMoney(totalCents, currency)}`;
      const id = distributionId === null ? '' : ` sous ${distributionId}`;
      return `${by} en a préparé une du même nom, du même jour et du même véhicule avec d’autres paiements (${payments(paymentCount)}${amount}) le ${formatInstant(at)} depuis ${source.workbook}${id}. Préparer aussi ces lignes paie les deux. Si elles doivent la remplacer, faites d’abord annuler l’autre dans Nova.`;
    },
    other: 'C’est une autre distribution. La préparer aussi.',
  },

  limits: {
    vehicle: (vehicle) => `Les limites fixées n’autorisent pas le véhicule ${vehicle}.`,
    currency: (currency) => `Les limites fixées n’autorisent rien en ${currency}.`,
    distribution: (amount, most) => `${amount} dépasse la limite de ${most} pour une distribution.`,
    payment: (amount, most) => `Un paiement de ${amount} dépasse la limite de ${most}.`,
    approval: 'Une deuxième personne doit l’approuver. L’envoi se fait ensuite.',
    beyond: 'Quelque chose dépasse ici les limites fixées\u00a0: rien ne peut être préparé tel quel.',
  },

  noPreparer:
    'Votre compte peut contrôler et actualiser, mais pas préparer. Demandez à un admin le rôle de préparateur.',

  waitingNews: {
    title: 'Nouvelles de ce qui attendait l’approbation',
    staged: (count) =>
      `${plural(count, 'distribution a été approuvée et envoyée', 'distributions ont été approuvées et envoyées')}.`,
    returned: (count) =>
      `${plural(count, 'distribution a été renvoyée', 'distributions ont été renvoyées')}\u202f; voyez pourquoi ci-dessous.`,
  },

  bound: {
    title: 'Ce classeur appartient à un autre Nova',
    text: (has, now) =>
      `Il contient des identifiants de ${has}, et ce volet travaille sur ${now}. Rien n’a été envoyé ni écrit. Utilisez le volet de ${has}\u202f; ou, si ceci est une copie dont vous avez retiré les identifiants Nova, libérez-la dans les réglages du contrôle.`,
    name: (mode, organizationId) =>
      `${mode === 'live' ? 'Live' : 'Sandbox'}${organizationId === null ? '' : `, organisation ${organizationId}`}`,
    settings: (name) => `Ce classeur appartient à ${name}.`,
    release: 'Libérer ce classeur',
    releaseHint: 'Seulement quand ses identifiants Nova sont retirés\u00a0: ailleurs, ils ne désignent rien.',
  },
};
