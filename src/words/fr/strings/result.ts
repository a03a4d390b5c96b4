/** The French of `../../en/strings/result.ts`. */
import type { resultStrings as english } from '../../en/strings/result.ts';
import { formatCount, formatInstant, formatList } from '../../format.ts';
import { plural } from '../plural.ts';
import { distributions, isOne, modeOf, payments, rows } from './counts.ts';

export const resultStrings: typeof english = {
  progress: {
    title: 'Préparation',
    rereading: 'Nouvelle lecture de la feuille…',
    sending: (index, total) => `Distribution ${formatCount(index)} sur ${formatCount(total)}`,
    cancel: 'S’arrêter après celle-ci',
    cancelling: 'Arrêt après celle-ci…',
    keepOpen:
      'Laissez ce volet ouvert. S’il se ferme, contrôlez de nouveau\u00a0: rien n’est envoyé deux fois.',
    bar: 'Distributions préparées',
  },

  result: {
    cards: 'Ce qu’est devenue chaque distribution',
    staged: (count) => plural(count, 'distribution préparée', 'distributions préparées'),
    stagedSome: (count, total) =>
      `${formatCount(count)} sur ${distributions(total)} ${isOne(count) ? 'préparée' : 'préparées'}`,
    none: 'Rien n’a été préparé',
    fatesLabel: 'Ce qui en est advenu',
    fates: {
      done: (count: number) => `${distributions(count)} dans Nova`,
      rejected: (count: number) => plural(count, 'distribution refusée', 'distributions refusées'),
      unknown: (count: number) => `${distributions(count)}\u00a0: pas connu`,
      otherMode: (count: number) => `${distributions(count)} dans l’autre mode`,
      person: (count: number) => `${distributions(count)} à rechercher`,
      waiting: (count: number) => `${distributions(count)} à approuver`,
      returned: (count: number) => plural(count, 'distribution renvoyée', 'distributions renvoyées'),
      notSent: (count: number) => plural(count, 'distribution non envoyée', 'distributions non envoyées'),
    },
    next: {
      writing: 'Laissez ce volet ouvert jusqu’à ce que les identifiants soient dans la feuille.',
      write:
        'Ensuite, mettez les identifiants dans la feuille\u00a0: choisissez «\u00a0Écrire de nouveau les résultats\u00a0».',
      look: 'Ensuite, regardez ce qui n’a pas pu être écrit comme prévu\u202f; c’est indiqué ci-dessous.',
      otherMode:
        'Ensuite, faites rechercher par un admin dans Nova ce qui a été créé dans l’autre mode. Ses identifiants ne sont pas écrits, et rien d’autre n’est envoyé.',
      person:
        'Ensuite, cherchez dans Nova ce qu’elle est devenue et indiquez-le ci-dessous. Rien n’est envoyé pour elle avant.',
      unknown:
        'Ensuite, choisissez «\u00a0Contrôler de nouveau\u00a0». Ce qui n’est pas connu est demandé de nouveau, et rien n’est créé deux fois.',
      rejected:
        'Ensuite, corrigez ce qui a été refusé, puis choisissez «\u00a0Contrôler de nouveau\u00a0». Rien n’a été créé pour cela.',
      returned:
        'Ensuite, voyez pourquoi elle est revenue, corrigez les lignes, puis choisissez «\u00a0Contrôler de nouveau\u00a0». Rien n’en a été envoyé.',
      notSent:
        'Ensuite, choisissez «\u00a0Contrôler de nouveau\u00a0» pour préparer le reste. Rien n’en a été envoyé.',
      waiting:
        'Vous n’avez plus rien à faire. Dès qu’une deuxième personne l’aura approuvée, elle sera envoyée, et ce volet écrira ses identifiants.',
      done: 'Il n’y a plus rien à faire. Plus tard, «\u00a0Actualiser les statuts\u00a0» montre ce que deviennent les paiements.',
    },
    statuses: 'Paiements par statut',
    notStaged: 'non préparés',
    notListed: 'statut pas connu',
    verified: (verified, expected) =>
      `${formatCount(verified)} sur ${formatCount(expected)} ${isOne(verified) ? 'vérifiée' : 'vérifiées'}`,
    verifiedText: 'Chaque identifiant a été relu dans la feuille tel qu’il a été écrit.',
    notVerifiedText: 'Certaines cellules ne contiennent pas ce qui a été écrit\u00a0:',
    nothingToWrite: 'Aucun identifiant à écrire',
    writing: 'Écriture des identifiants et des statuts dans la feuille…',
    waitingForEdit:
      'Une cellule est en cours de modification. Appuyez sur Entrée ou Échap dans la feuille\u00a0: l’écriture continue d’elle-même, et rien n’est perdu.',
    toSheet: 'Écrire dans une feuille de résultats',
    download: 'Télécharger en CSV',
    sheetTitle: (name) => `Écrit dans la feuille «\u00a0${name}\u00a0»`,
    sheetText: (verified, expected) =>
      `${formatCount(verified)} sur ${rows(expected)} ${isOne(verified) ? 'vérifiée' : 'vérifiées'}.`,
    outcomes: {
      accepted: 'Préparée',
      existing: 'Déjà préparée',
      rejected: 'Refusée',
      unknown: 'Pas connu',
      inDoubt: 'Pas connu',
      notSent: 'Non envoyée',
      awaiting: 'Attend l’approbation',
      returned: 'Renvoyée',
    },
    existing: (when, who) => `Préparée le ${formatInstant(when)} par ${who}. Rien n’a été envoyé cette fois.`,
    rejected: 'Rien n’a été créé. Corrigez la cause, puis contrôlez de nouveau.',
    unknown: (until) =>
      `Contrôlez de nouveau et préparez-la encore une fois\u00a0: jusqu’au ${formatInstant(until)}, Nova la reconnaît, elle ne peut donc pas être créée deux fois. Ensuite, rien n’est envoyé, et vous la cherchez dans Nova.`,
    otherMode: (isLive) =>
      `Nova l’a créée sur ${modeOf(isLive)}, alors que le serveur Distribution Desk est réglé sur ${modeOf(!isLive)}. Ses identifiants appartiennent à ${modeOf(isLive)} et ne sont pas écrits dans ce classeur. Cherchez-la dans Nova par cet identifiant.`,
    inDoubt:
      'La connexion a été coupée avant la réponse. Contrôlez de nouveau\u00a0: si elle a été préparée, elle est reconnue et n’est pas envoyée deux fois.',
    notSent: 'Rien n’a été envoyé. Contrôlez de nouveau pour la préparer.',
    open: 'Ouvrir dans Nova',
    cancelled: 'Arrêté à votre demande',
    cancelledText: (count) =>
      `${plural(count, 'distribution non envoyée', 'distributions non envoyées')}. Contrôlez de nouveau pour préparer le reste.`,
    stoppedUnknown: 'Arrêté après un résultat qui n’est pas connu',
    stoppedUnknownText: (count) =>
      count === 0
        ? 'Voyez ci-dessous ce qu’il faut faire.'
        : `${plural(count, 'distribution non envoyée', 'distributions non envoyées')}, car Nova est peut-être en difficulté. Contrôlez de nouveau plus tard.`,
    stopped: 'La préparation s’est arrêtée',
    writeAgain: 'Écrire de nouveau les résultats',
    writeAgainTo: (count) => `Écrire de nouveau les résultats dans ${rows(count)}`,
    writeFailedTitle: 'Les résultats ne sont pas encore dans la feuille',
    keptText: (why, partly) =>
      `${why} ${partly}Les résultats sont conservés ici jusqu’à ce qu’ils soient dans la feuille.`,
    partlyText: (held, placed) =>
      `${formatCount(held)} sur ${rows(placed)} ${isOne(held) ? 'porte déjà ses identifiants, et les garde' : 'portent déjà leurs identifiants, et les gardent'}.`,
    lostTitle: (count) =>
      plural(count, 'ligne a perdu ses identifiants', 'lignes ont perdu leurs identifiants'),
    lostText:
      'Ils étaient dans la feuille et ont été annulés ou supprimés depuis. Les résultats sont conservés ici\u00a0: écrivez-les de nouveau, ou laissez-les.',
    showCell: (address) => `Montrer ${address} dans la feuille`,
    moreCells: (count) => `et ${plural(count, 'autre cellule', 'autres cellules')}`,
    copyAll: 'Copier tous les identifiants',
    unplacedTitle: (count) => plural(count, 'résultat n’a pas de ligne', 'résultats n’ont pas de ligne'),
    unplacedText:
      'Ceci a été préparé, mais ses lignes ont été modifiées ou supprimées depuis. Copiez les identifiants avant de continuer.',
    copy: 'Copier',
    copied: 'Copié',
    notCopied: 'Le navigateur a refusé la copie',
    checkAgain: 'Contrôler de nouveau',
    refresh: 'Actualiser les statuts',
    restoredTitle: 'Ces résultats ne sont pas encore dans la feuille',
    restoredText:
      'Le volet s’est fermé avant qu’ils soient écrits. Choisissez «\u00a0Écrire de nouveau les résultats\u00a0».',
    leave: 'Terminer',
  },

  receipt: {
    heading: 'Reçu',
    open: 'Reçu',
    openOf: (name: string) => `Reçu de ${name}`,
    statusesNote: 'Les statuts sont ceux de la dernière interrogation de Nova.',
    noneTitle: 'Aucun reçu',
    noneText: 'Distribution Desk n’a préparé aucune distribution de cet identifiant. Cherchez-la dans Nova.',
    text: 'Ce qui a été préparé, par qui et quand, avec tous les identifiants.',
    save: 'Enregistrer en CSV',
    print: 'Imprimer',
    file: 'nova-receipt.csv',
    title: 'Reçu des versements préparés dans Nova',
    mode: 'Nova',
    total: 'Total',
    id: 'Distribution Nova',
    day: 'Date de distribution',
    vehicle: 'Véhicule',
    reference: 'Référence externe',
    staged: 'Préparée',
    by: (when, who) => `${when}, par ${who}`,
    from: 'Depuis',
    payee: 'Bénéficiaire',
    entity: 'Entité',
    payment: 'Paiement Nova',
    status: 'Statut',
    amount: 'Montant',
    columns: [
      'Distribution',
      'Date de distribution',
      'Véhicule',
      'Référence externe',
      'Bénéficiaire',
      'Entité',
      'Montant',
      'Devise',
      'Distribution Nova',
      'Paiement Nova',
      'Statut du paiement',
      'Préparée le',
      'Préparée par',
    ],
  },

  report: {
    menu: 'Signaler un problème',
    copiedTitle: 'Un diagnostic est dans le presse-papiers',
    copiedText:
      'Collez-le dans votre message aux responsables de Distribution Desk. Il dit où en est le volet et quels identifiants sont concernés\u202f; il ne contient ni bénéficiaire, ni montant, ni coordonnées bancaires, ni connexion.',
    refusedTitle: 'Le navigateur a refusé la copie',
    refusedText: 'Dites plutôt ce que vous avez fait en dernier, ce que vous avez vu, et l’heure.',
  },

  refresh: {
    title: 'Statuts',
    changes: (parts) => formatList(parts),
    became: (count, status, isFailed) =>
      isFailed
        ? plural(count, 'échoué', 'échoués')
        : `${formatCount(count)} désormais «\u00a0${status}\u00a0»`,
    distributionsBecame: (count, status) => `${distributions(count)} désormais «\u00a0${status}\u00a0»`,
    cancelledTitle: (count) =>
      `${plural(count, 'distribution a été annulée', 'distributions ont été annulées')} dans Nova`,
    cancelledText: (count) =>
      `Pour préparer de nouveau ${count === 1 ? 'ses' : 'leurs'} lignes, contrôlez encore le tableau.`,
    noChange: 'Rien n’a changé',
    checked: (instant, count) =>
      `${plural(count, 'paiement contrôlé', 'paiements contrôlés')} le ${formatInstant(instant)}`,
    nothingTitle: 'Rien à actualiser',
    nothingText:
      'Aucune ligne de ce tableau ne porte l’identifiant d’une distribution Nova dont le statut peut encore changer.',
    statuses: 'Statuts actuels',
    statusWithNews: (status, added) => `${status} (${plural(added, 'nouveau', 'nouveaux')})`,
    countOf: (count, whole) => `${formatCount(count)} sur ${payments(whole)}`,
    failedTitle: (count) => plural(count, 'paiement échoué', 'paiements échoués'),
    failedText: 'Voyez-en la raison dans Nova pour chacun.',
    notReadTitle: (count) => plural(count, 'distribution non lue', 'distributions non lues'),
    warningsTitle: 'À regarder',
    notOnSheet: (count) =>
      `Nova indique pour ces distributions ${plural(count, 'paiement qu’aucune ligne de ce tableau ne porte', 'paiements qu’aucune ligne de ce tableau ne porte')}.`,
    row: (sheetRow, payee) => `Ligne ${sheetRow}${payee === '' ? '' : `, ${payee}`}`,
    driftTitle: (count) =>
      plural(count, 'ligne modifiée depuis la préparation', 'lignes modifiées depuis la préparation'),
    driftText:
      'Nova garde ce qui a été préparé. Rétablissez les cellules, ou annulez dans Nova et préparez à nouveau.',
    drift: (field, staged, now) =>
      `${field}\u00a0: préparé ${staged === '' ? 'vide' : staged}, maintenant ${now === '' ? 'vide' : now}`,
    driftCount: (count) =>
      plural(count, 'ligne modifiée depuis la préparation', 'lignes modifiées depuis la préparation'),
    by: (instant) => `Nova a été interrogé le ${formatInstant(instant)}.`,
    news: 'Nouvelles de vos paiements',
    show: 'Afficher',
    dismiss: 'Masquer les nouvelles',
    again: 'Actualiser les statuts',
    writing: 'Écriture des statuts dans la feuille…',
  },

  notices: {
    label: 'Avis',
    dismiss: 'Masquer',
    reference: (id) => `Référence pour l’assistance\u00a0: ${id}`,
    previewLeftTitle: 'La feuille a changé',
    previewLeftText: 'Voyez ce que dit maintenant le contrôle avant de continuer.',
    sheetChangedTitle: 'La feuille a changé après le contrôle',
    sheetChangedText:
      'Rien n’a été envoyé. Regardez les lignes telles qu’elles sont maintenant, puis confirmez de nouveau.',
    nothingSent: 'Rien n’a été envoyé.',
    signedOutTitle: 'Votre connexion a pris fin',
    signedOutText: 'Connectez-vous de nouveau. Votre travail est conservé.',
    unreachableTitle: 'Le serveur Distribution Desk ne répond pas',
    unreachableText: 'Vérifiez votre connexion, puis réessayez. Rien n’est envoyé deux fois.',
    proxyTitle: 'Cela n’a pas été exécuté',
    proxyTitles: {
      'code-wrong': 'Ce code ne fonctionne pas',
      'sign-in-failed': 'Vous n’êtes pas connecté',
      'sign-in-unavailable': 'Personne ne peut se connecter pour l’instant',
      'role-missing': 'Votre compte n’y est pas autorisé',
      'live-not-allowed': 'Votre compte n’est pas autorisé à travailler sur Live',
      'limit-exceeded': 'Au-delà des limites',
      'not-awaiting': 'Cela n’attend plus',
      'lock-changed': 'L’envoi a été arrêté une fois de plus',
      'too-many-requests': 'Trop d’essais',
      'nova-unavailable': 'Nova ne répond pas',
      busy: 'Le serveur Distribution Desk est occupé',
      'repeat-outdated': 'Quelqu’un a été plus rapide',
      'not-cancelled': 'La distribution précédente n’est pas annulée',
      'already-replaced': 'Une autre distribution a repris ces lignes',
      'not-unresolved': 'Il n’y a plus rien à décider',
      'content-differs': 'Les lignes ont changé depuis',
      'link-mismatch': 'C’est une autre distribution',
      'link-held': 'Cette distribution appartient à d’autres lignes',
      'link-not-found': 'Nova n’a pas cette distribution',
      'second-person-required': 'Une deuxième personne doit le déclarer',
      'mode-mismatch': 'Sandbox et Live ne concordent pas',
      stopping: 'Le serveur Distribution Desk s’arrête',
      'pane-outdated': 'Ce volet n’est plus à jour',
    },
    excelTitle: 'Refus d’Excel',
    excelTitles: {
      'cell-edit-mode': 'Une cellule est en cours de modification',
      'excel-timeout': 'Excel ne répond pas',
      'sheet-protected': 'La feuille est protégée',
      'table-gone': 'Le tableau a disparu',
      'sheet-changed': 'La feuille ne cesse de changer',
      'result-columns-blocked': 'Pas de place pour les résultats',
      'no-table': 'Aucun tableau ici',
      'several-tables': 'Plusieurs tableaux sont sélectionnés',
      'selection-unusable': 'Cette sélection ne peut pas être lue',
      'table-without-header': 'Le tableau n’a pas de ligne d’en-tête',
      'merged-cells': 'Cellules fusionnées',
      'other-nova': 'Ce classeur appartient à un autre Nova',
    },
    bugTitle: 'Une erreur s’est produite',
    bugText: (message) =>
      `Cela ne devrait pas arriver\u00a0: ${message}. Contrôlez de nouveau\u00a0: rien n’est envoyé deux fois.`,
  },
};
