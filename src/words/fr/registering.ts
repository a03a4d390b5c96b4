/** The French of `../en/registering.ts`. */
import type { RegistrationKind } from '../../contract/index.ts';
import { formatCount, formatInstant } from '../format.ts';
import type { Words } from '../language.ts';
import { plural } from './plural.ts';

const nouns: Record<RegistrationKind, [one: string, other: string]> = {
  'payment-instructions': ['jeu de coordonnées bancaires', 'jeux de coordonnées bancaires'],
  entity: ['entité', 'entités'],
  contact: ['contact', 'contacts'],
};
const count = (kind: RegistrationKind, many: number) => plural(many, ...nouns[kind]);
const rows = (many: number) => plural(many, 'ligne', 'lignes');
/** French counts nothing as one. */
const isOne = (many: number) => many < 2;
const registered = (kind: RegistrationKind, many: number) =>
  `enregistré${kind === 'entity' ? 'e' : ''}${isOne(many) ? '' : 's'}`;
const notSent = (many: number) => plural(many, 'enregistrement non envoyé', 'enregistrements non envoyés');

export const registering: Words['registering'] = {
  source: {
    title: 'Enregistrer les données des bénéficiaires',
    emptyTitle: 'Pas encore de données de bénéficiaires dans ce classeur',
    emptyText:
      'Saisissez des coordonnées bancaires, des entités ou des contacts sous une ligne d’en-têtes. Ce volet pourra alors les contrôler.',
    text: 'Sélectionnez une cellule d’un tableau de coordonnées bancaires, d’entités ou de contacts, puis choisissez «\u00a0Contrôler\u00a0».',
    steps: [
      'Chaque ligne est contrôlée. Rien n’est envoyé.',
      'Vous voyez ce qui sera enregistré dans Nova et le confirmez.',
      'Les identifiants Nova s’écrivent à côté de vos lignes, pour que les versements puissent les citer.',
    ],
    checking: 'Lecture et contrôle du tableau…',
  },

  unwritten: {
    title: 'Enregistré, mais pas dans la feuille',
    text: (kind, many, table) =>
      `Le volet s’est fermé avant que ${many === 0 ? 'les résultats' : `les identifiants de ${count(kind, many)}`} figurent dans ${table}. Les lignes sont relues et recherchées\u202f; rien n’est enregistré deux fois.`,
    write: 'Écrire les identifiants',
    later: 'Laisser ainsi',
  },

  kind: {
    label: 'Ce que contient ce tableau',
    names: {
      'payment-instructions': 'Coordonnées bancaires',
      entity: 'Entités',
      contact: 'Contacts',
    },
    recognised: 'Reconnu à ses en-têtes.',
    guessed: 'Les en-têtes ne le disent pas. Choisissez ce que contient le tableau.',
  },

  count,
  problemsText:
    'Corrigez ceci dans la feuille, puis contrôlez de nouveau. Rien ne peut être enregistré avant.',
  rowCount: rows,

  preview: {
    cards: 'Ce qui sera enregistré',
    title: (kind, many) => `${count(kind, many)} à enregistrer`,
    nothing: 'Rien à enregistrer',
    nothingText: 'Chaque ligne de ce tableau porte son identifiant Nova.',
    nothingButHeld: (many) => `${plural(many, 'ligne attend', 'lignes attendent')} une décision.`,
    waiting: (many) =>
      `${plural(many, 'ligne attend', 'lignes attendent')} déjà l’approbation. Rien n’est envoyé pour ${isOne(many) ? 'elle' : 'elles'} à présent\u202f; une fois approuvé par une deuxième personne, contrôlez de nouveau et enregistrez les mêmes lignes.`,
    otherMode: (many) =>
      `${plural(many, 'ligne créée', 'lignes créées')} dans l’autre mode de Nova. Rien n’est envoyé pour ${isOne(many) ? 'elle' : 'elles'}, et aucun identifiant n’est écrit.`,
    nothingButIds: (many) =>
      `${plural(many, 'ligne déjà enregistrée', 'lignes déjà enregistrées')}. Rien ne sera envoyé\u202f; les identifiants seront écrits à côté des lignes.`,
    summary: (kind, many, ofEntities) =>
      kind === 'payment-instructions'
        ? `${count(kind, many)} pour ${count('entity', ofEntities)}`
        : count(kind, many),
    items: (kind, many) => count(kind, many),
    show: (title) => `Lignes de ${title}`,
    noAccount: 'aucun numéro de compte',
    routing: (code) => `numéro de routage ${code}`,
    swift: (code) => `code SWIFT ${code}`,
    reference: (reference) => `référence ${reference}`,
    hidden: 'masquée',
    alreadyTitle: (many) => `${plural(many, 'ligne porte', 'lignes portent')} un identifiant Nova`,
    alreadyText: 'Rien ne sera envoyé pour elles.',
    secondPerson: (many) =>
      `Nova a ${count('payment-instructions', many)} pour cette entité. Une deuxième personne doit approuver tout autre jeu.`,
    secondPersonRule:
      'Si une entité a déjà des coordonnées bancaires, rien n’est envoyé avant qu’une deuxième personne ait approuvé les nouvelles.',
    legalName: (name) => `Dans Nova\u00a0: ${name}`,
    unknownEntity:
      'Nova ne connaît pas cette entité. Vérifiez son identifiant\u202f; rien ne peut être enregistré pour elle.',
    otherName: (sheet, nova) =>
      `La feuille dit ${sheet}, et Nova dit ${nova}. Assurez-vous que c’est la bonne entité.`,
    continue: (kind, many) => `Continuer vers la confirmation\u00a0: ${count(kind, many)}`,
    unknownEntities: (many) =>
      isOne(many)
        ? 'Nova ne connaît pas l’une de ces entités. Corrigez son identifiant dans la feuille, puis contrôlez de nouveau.'
        : `Nova ne connaît pas ${formatCount(many)} de ces entités. Corrigez leurs identifiants dans la feuille, puis contrôlez de nouveau.`,
    writeIds: (many) => `Écrire les identifiants de ${rows(many)}`,
    back: 'Retour',
    noPreparer:
      'Votre compte peut contrôler, mais pas enregistrer. Demandez à un admin le rôle de préparateur.',
  },

  confirm: {
    title: 'Confirmer ce qui est enregistré',
    sentence: (kind, many, ofEntities, secondPerson) => {
      const will = isOne(many) ? 'sera' : 'seront';
      const what =
        kind === 'payment-instructions'
          ? `${count(kind, many)} ${will} ${registered(kind, many)} dans Nova pour ${count('entity', ofEntities)}. Les versements pourront alors aller sur ${isOne(many) ? 'ce compte' : 'ces comptes'}.`
          : `${count(kind, many)} ${will} ${registered(kind, many)} dans Nova.`;
      const second =
        secondPerson === 0
          ? ''
          : ` ${isOne(secondPerson) ? 'L’une des entités a' : `${formatCount(secondPerson)} des entités ont`} déjà des coordonnées bancaires\u00a0: une deuxième personne doit d’abord approuver.`;
      return `${what}${second}`;
    },
    tickFirst: 'Cochez d’abord que les bénéficiaires ont été appelés.',
    callBackTitle: 'Un e-mail peut être falsifié\u00a0: appelez le bénéficiaire',
    callBack:
      'Ces coordonnées bancaires ont été confirmées avec les bénéficiaires par téléphone, à un numéro connu auparavant',
    callBackHint:
      'Pas à un numéro du message qui a apporté les coordonnées. L’argent envoyé sur un compte frauduleux reste le plus souvent perdu.',
    register: (kind, many) => `Enregistrer ${count(kind, many)}`,
    back: 'Retour',
    liveText: 'Vous êtes sur Live\u00a0: de vrais versements vont vers ce qui est enregistré ici.',
    sandboxText: 'Vous êtes sur la Sandbox\u00a0: aucun argent ne circule.',
  },

  progress: {
    title: 'Enregistrement',
    keepOpen:
      'Laissez ce volet ouvert. S’il se ferme, contrôlez de nouveau\u00a0: rien n’est enregistré deux fois.',
    bar: 'Enregistrés jusqu’ici',
    sending: (index, total) => `Enregistrement ${formatCount(index)} sur ${formatCount(total)}`,
  },

  result: {
    cards: 'Ce que c’est devenu',
    open: (kind, many) => `${count(kind, many)} à éclaircir`,
    heading: (kind, done, total) =>
      done === total
        ? `${count(kind, done)} ${registered(kind, done)}`
        : done === 0
          ? 'Rien n’a été enregistré'
          : `${formatCount(done)} sur ${count(kind, total)} ${registered(kind, done)}`,
    next: {
      writing: 'Laissez ce volet ouvert jusqu’à ce que les identifiants soient dans la feuille.',
      write:
        'Ensuite, portez les identifiants dans la feuille\u00a0: choisissez «\u00a0Écrire de nouveau les résultats\u00a0».',
      look: 'Ensuite, regardez ce qui n’a pas pu être écrit comme prévu\u202f; c’est indiqué ci-dessous.',
      otherMode:
        'Ensuite, faites rechercher par un admin dans Nova ce qui a été créé dans l’autre mode. Ses identifiants ne sont pas écrits, et rien d’autre n’est envoyé.',
      person:
        'Ensuite, cherchez dans Nova ce qu’est devenu celui qui n’est pas connu, et liez-le ci-dessous.',
      unknown:
        'Ensuite, choisissez «\u00a0Contrôler de nouveau\u00a0» et enregistrez les mêmes lignes. Ce qui est connu d’ici là n’est pas enregistré deux fois.',
      rejected:
        'Ensuite, corrigez ce qui a été refusé, puis choisissez «\u00a0Contrôler de nouveau\u00a0». Rien n’a été créé pour cela.',
      returned:
        'Ensuite, voyez pourquoi c’est revenu, corrigez les lignes, puis choisissez «\u00a0Contrôler de nouveau\u00a0». Rien n’en a été envoyé.',
      notSent:
        'Ensuite, choisissez «\u00a0Contrôler de nouveau\u00a0» pour enregistrer le reste. Rien n’a été envoyé pour cela.',
      waiting:
        'Quand une deuxième personne aura approuvé, contrôlez de nouveau et enregistrez les mêmes lignes.',
      done: 'Plus rien à faire\u00a0: les versements peuvent citer ces identifiants.',
    },
    waiting: (many) => `${plural(many, 'ligne attend', 'lignes attendent')} l’approbation`,
    writing: 'Écriture des identifiants et des messages dans la feuille…',
    unplacedText:
      'Ceci a été enregistré, mais ses lignes ont été modifiées ou supprimées depuis. Copiez les identifiants avant de continuer.',
    cancelledText: (many) => `${notSent(many)}. Contrôlez de nouveau pour enregistrer le reste.`,
    stoppedUnknownText: (many) =>
      many === 0
        ? 'Voyez ci-dessous ce qu’il faut faire.'
        : `${notSent(many)}, car Nova est peut-être en difficulté. Contrôlez de nouveau plus tard.`,
    stopped: 'L’enregistrement s’est arrêté',
    fileName: 'nova-registrations.csv',
    badges: {
      accepted: 'Enregistré',
      existing: 'Déjà enregistré',
      'other-mode': 'Dans l’autre mode',
      rejected: 'Refusé',
      unknown: 'Pas connu',
      'awaiting-approval': 'Attend l’approbation',
      approved: 'Approuvé',
      returned: 'Renvoyé',
      'not-sent': 'Non envoyé',
    },
    existing: (when, who) =>
      `Enregistré le ${formatInstant(when)} par ${who}. Rien n’a été envoyé cette fois.`,
    before: (when, who) =>
      `Enregistré le ${formatInstant(when)} par ${who}. Rien ne sera envoyé\u202f; l’identifiant sera écrit dans la feuille.`,
    rejected: 'Rien n’a été créé. Corrigez la cause, puis contrôlez de nouveau.',
    refusedBefore: 'Rien n’avait été créé alors. L’enregistrement essaie de nouveau.',
    unknown: (until) =>
      `Contrôlez de nouveau et enregistrez la même ligne encore une fois\u00a0: jusqu’au ${formatInstant(until)}, Nova la reconnaît, elle ne peut donc pas être enregistrée deux fois.`,
    needsPerson:
      'Rien n’est envoyé avant que quelqu’un ait cherché dans Nova et dise quel en est l’identifiant.',
    otherMode: (id, isLive) =>
      `Créé par Nova sur ${isLive ? 'Live' : 'la Sandbox'} sous ${id}, alors que le serveur Distribution Desk est réglé sur ${isLive ? 'la Sandbox' : 'Live'}. L’identifiant n’est pas écrit, et rien d’autre n’est envoyé pour cette ligne. Cherchez ${id} dans Nova. Si le serveur était mal réglé, contrôlez de nouveau une fois que c’est corrigé.`,
    inDoubt:
      'La connexion a été coupée avant la réponse. Contrôlez de nouveau\u00a0: si la ligne a été enregistrée, elle est reconnue et n’est pas envoyée deux fois.',
    notSent: 'Rien n’a été envoyé. Contrôlez de nouveau pour l’enregistrer.',
    waits: (who, until) =>
      `Une autre personne que ${who} doit l’approuver avant le ${formatInstant(until)}. Contrôlez ensuite de nouveau et enregistrez la même ligne\u00a0: c’est alors qu’elle est envoyée, car aucun numéro de compte n’est conservé entre-temps.`,
    approved: (who) => `${who} l’a approuvé. Enregistrer de nouveau la même ligne l’envoie maintenant.`,
    taken: (holder) =>
      holder === null
        ? 'Autre chose dans Nova porte cette référence externe. Voyez dans Nova ce que c’est\u00a0: donnez à cette ligne une autre référence, ou liez ce qui existe.'
        : `${holder.name} porte cette référence externe\u00a0: ${holder.id}, enregistré le ${formatInstant(holder.when)} par ${holder.who}. Donnez à cette ligne une autre référence, ou liez ce qui existe.`,
    copyHolder: 'Copier l’identifiant',
  },

  link: {
    field: {
      'payment-instructions': 'Identifiant des coordonnées bancaires',
      entity: 'Identifiant de l’entité',
      contact: 'Identifiant du contact',
    },
    hint: 'Il est recherché dans Nova et comparé à cette ligne, puis écrit à côté d’elle.',
    wrong: (prefix) => `Saisissez un identifiant qui commence par ${prefix}.`,
    button: 'Rechercher et lier',
    forAdmin: 'Un admin peut lier ce qui existe.',
  },

  masking: {
    title: 'Numéros de compte dans cette feuille',
    text: (many) =>
      `Les numéros de compte de ${rows(many)} sont toujours dans la feuille, pour tous ceux qui l’ouvrent. Ils peuvent être remplacés par leurs quatre derniers caractères, comme ••••1234. Les numéros complets ne sont alors que dans Nova\u00a0: ni ce volet ni le serveur Distribution Desk ne les gardent. Une annulation dans Excel permet de revenir en arrière.`,
    mask: 'Masquer les numéros de compte',
    leave: 'Les laisser',
    done: (many) => plural(many, 'numéro de compte masqué', 'numéros de compte masqués'),
    doneText: 'Les numéros complets ne sont plus que dans Nova.',
    leftAlone: (many) =>
      `${plural(many, 'ligne laissée telle quelle', 'lignes laissées telles quelles')}, car ce qui s’y trouve n’est pas ce qui a été enregistré, ou il n’y a pas de numéro de compte.`,
    nothing: 'Rien n’a été masqué',
  },

  rowsNotReadable:
    'Certaines lignes ont maintenant des problèmes. Contrôlez de nouveau, corrigez-les, puis écrivez les identifiants.',

  types: {
    ach: 'ACH',
    domestic_wire: 'Virement national (domestic wire)',
    international_wire: 'Virement international (international wire)',
  },

  approvals: {
    card: (name) => `Coordonnées bancaires de ${name}`,
    title: 'Coordonnées bancaires',
    text: 'Elles s’ajouteraient à un bénéficiaire qui en a déjà. Rien n’en a été envoyé à Nova.',
    callBack:
      'N’approuvez que ce que le bénéficiaire vous a confirmé, à vous ou à une personne de confiance, par une voie connue auparavant.',
    present: (many) =>
      many === 0 ? 'D’autres sont en route vers Nova' : `Déjà ${count('payment-instructions', many)}`,
    presentNow: 'Ce que l’entité a maintenant',
    presentUnknown: 'Nova n’a pas pu être interrogé sur ce que l’entité a maintenant.',
    presentNone: 'Rien en ce moment.',
    unnamed: 'arrivé dans Nova par une autre voie',
    fields: {
      type: 'Type de paiement',
      beneficiaryName: 'Titulaire du compte',
      account: 'Numéro de compte',
      routingNumber: 'Numéro de routage',
      swiftCode: 'Code SWIFT',
      bankName: 'Banque',
      branchCode: 'Code d’agence',
      address: 'Adresse',
      intermediary: 'Banque intermédiaire',
      instructions: 'Instructions',
      externalReference: 'Référence externe',
    },
    approve: 'Approuver ces coordonnées bancaires',
    approvedTitle: 'Approuvé',
    approvedText: (who) =>
      `L’envoi se fait dès que ${who} enregistre de nouveau la même ligne, car aucun numéro de compte n’est conservé entre-temps.`,
  },
};
