import type { saidOfNova as english } from '../en/said-nova.ts';
import type { NamedInRow } from '../en/said-words.ts';
import { named } from '../named.ts';
import { againThem, thisOne } from './said-words.ts';

const theOnes: Record<NamedInRow, string> = {
  vehicle: 'le véhicule',
  entity: 'l’entité',
  contact: 'le contact',
};

const ofOthers = {
  'payment-instructions': 'd’autres coordonnées bancaires',
  entity: 'd’une autre entité',
  contact: 'd’un autre contact',
};

export const saidOfNova: typeof english = {
  leftAlone: () => 'Nova ne répond plus depuis un moment et n’est pas sollicité pour l’instant.',
  takenOver: () => 'Un autre serveur Distribution Desk a pris le relais.',
  askingNotSafe: () => 'Le délai pendant lequel redemander est sans risque est écoulé.',
  accessRefused: () => 'Nova a refusé l’accès.',
  notReached: () => 'Nova n’était pas joignable.',
  isStopping: () => 'Le serveur Distribution Desk est en train de s’arrêter.',
  noAnswerWithin: ({ seconds }, { plural }) =>
    `Nova n’a pas répondu en ${plural(seconds, 'seconde', 'secondes')}.`,
  connectionBroke: () => 'La connexion à Nova a été interrompue.',
  answerNotReadable: () => 'Nova a répondu quelque chose que Distribution Desk ne sait pas lire.',
  slowDown: () => 'Nova demande de ralentir.',
  timedOut: () => 'Nova a mis trop de temps.',
  ownProblem: () => 'Nova a eu lui-même un problème.',
  stillWorking: () => 'Nova y travaille encore.',
  otherContent: () => 'Nova a autre chose à la place de ceci.',
  otherVehicle: ({ id }) =>
    `Nova a répondu pour le véhicule ${id}, qui n’était pas demandé et peut être celui d’une autre organisation.`,
  otherEntity: ({ id }) =>
    `Nova a répondu pour l’entité ${id}, qui n’était pas demandée et peut être celle d’une autre organisation.`,
  otherOrganization: ({ id, own }) =>
    `Nova a répondu pour une autre organisation${id === null ? '' : ` (${id})`} que ${own}.`,
  otherId: ({ id, answered }) => `Nova a été interrogé sur ${id} et a répondu ${answered}.`,
  notOurs: ({ id }) => `Nova a répondu ${id}, qui correspond à une autre entrée.`,
  credentialsRefused: () => 'Nova a refusé les identifiants d’accès du serveur Distribution Desk.',
  notSignedIn: () => 'Le serveur Distribution Desk n’a pas pu se connecter à Nova.',
  interrupted: () => 'Le serveur Distribution Desk a été arrêté pendant cet envoi.',
  sendingStopped: () =>
    'Tous les envois ont été arrêtés, car une réponse de Nova venait d’un autre mode ou d’une autre organisation.',
  noAnswer: () => 'Aucune réponse n’est arrivée.',
  asRecorded: ({ text }) => text,

  novaSaid: ({ text }) => `Nova indique\u00a0: ${text}`,
  haveCredentialsChecked: () =>
    'La personne qui le gère doit les vérifier\u202f; les lignes ne sont pas en cause.',
  scopeMissing: ({ scope }) =>
    `Les identifiants d’accès du serveur Distribution Desk ne permettent pas cela dans Nova. Demandez à votre admin Nova le scope ${scope} et l’accès à cette organisation.`,
  notKnownToNova: ({ what, id }) => `Nova ne connaît pas ${named(theOnes, what)} ${id}.`,
  checkIdOrAccess: () => 'Vérifiez l’identifiant dans les lignes, ou demandez l’accès à votre admin Nova.',
  checkIdOrRegister: ({ what }) =>
    `Vérifiez l’identifiant dans la ligne, ou enregistrez d’abord ${named(theOnes, what)}.`,
  someIdNotKnown: () =>
    'Nova ne connaît pas un véhicule, une entité ou un contact de cette distribution. Vérifiez les identifiants dans les lignes.',
  rowNotKnown: () => 'Nova ne connaît pas quelque chose que la ligne nomme. Vérifiez la ligne.',
  standsAgainst: ({ kind }) =>
    `Dans Nova, quelque chose s’y oppose. Regardez dans le tableau de bord de Nova s’il y a déjà ${thisOne(kind)}${kind === 'distribution' ? ' ou sa référence externe' : ''}.`,
  referenceTaken: ({ kind, reference }) =>
    `Dans Nova, la référence externe ${reference} est déjà celle ${named(ofOthers, kind)}, et Nova ne prend chacune qu’une fois. Regardez ce qui existe\u00a0: si c’est la même chose, utilisez son identifiant\u202f; sinon, donnez à cette ligne une autre référence.`,
  notAccepted: ({ kind, param }) => {
    const isOne = kind !== 'distribution';
    const what = isOne ? 'la ligne' : 'les lignes';
    const next = isOne
      ? 'Corrigez la ligne, contrôlez-la et enregistrez-la à nouveau'
      : `Corrigez les lignes, contrôlez-les et ${againThem(kind)}`;
    return `Nova n’a pas accepté ce qu’il y a dans ${what}.${param === null ? '' : ` Il nomme ${param}.`} ${next}.`;
  },

  notShown: ({ id }) => `Nova a refusé de montrer ${id}.`,
  mayNotRead: ({ id, scope }) =>
    `Les identifiants d’accès du serveur Distribution Desk ne permettent pas de lire ${id} dans Nova. Demandez à votre admin Nova le scope ${scope}.`,
  noStatusRead: () => 'Aucun statut n’a été lu. Actualisez à nouveau quand Nova sera joignable.',
  statusNotRead: ({ id }) => `Le statut de ${id} n’a pas été lu. Actualisez à nouveau dans une minute.`,
  idNotKnown: ({ id }) =>
    `Nova ne connaît pas ${id}. Vérifiez que l’identifiant appartient à cette organisation et à ce mode.`,

  notAllInTime: () => 'Nova n’a pas répondu à temps pour tous.',
  tooManyPayees: () => 'Trop de bénéficiaires font l’objet d’une demande en ce moment.',
  notAskedInTime: () => 'Nova était trop lent pour être interrogé à temps.',
};
