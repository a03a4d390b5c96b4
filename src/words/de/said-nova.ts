import type { saidOfNova as english } from '../en/said-nova.ts';
import type { NamedInRow } from '../en/said-words.ts';
import { named } from '../named.ts';
import { again, object } from './said-words.ts';

const objects: Record<NamedInRow, string> = {
  vehicle: 'das Vehikel',
  entity: 'den Rechtsträger',
  contact: 'den Kontakt',
};

const others = {
  'payment-instructions': 'Eine andere Bankverbindung',
  entity: 'Ein anderer Rechtsträger',
  contact: 'Ein anderer Kontakt',
};

export const saidOfNova: typeof english = {
  leftAlone: () => 'Nova hat seit einer Weile nicht geantwortet und wird darum kurz in Ruhe gelassen.',
  takenOver: () => 'Ein anderer Distribution-Desk-Server hat dies übernommen.',
  askingNotSafe: () => 'Die Zeit, in der eine weitere Anfrage sicher ist, ist vorbei.',
  accessRefused: () => 'Nova hat den Zugang abgelehnt.',
  notReached: () => 'Nova war nicht erreichbar.',
  isStopping: () => 'Der Distribution-Desk-Server wird gerade beendet.',
  noAnswerWithin: ({ seconds }, { plural }) =>
    `Nova hat nach ${plural(seconds, 'Sekunde', 'Sekunden')} noch nicht geantwortet.`,
  connectionBroke: () => 'Die Verbindung zu Nova ist abgebrochen.',
  answerNotReadable: () => 'Nova hat etwas geantwortet, was Distribution Desk nicht lesen kann.',
  slowDown: () => 'Nova bittet, langsamer zu fragen.',
  timedOut: () => 'Nova hat zu lange gebraucht.',
  ownProblem: () => 'Nova hatte selbst ein Problem.',
  stillWorking: () => 'Nova arbeitet noch daran.',
  otherContent: () => 'Nova hat etwas anderes an der Stelle, an die dies gehört.',
  otherVehicle: ({ id }) =>
    `Nova hat zum Vehikel ${id} geantwortet, nach dem nicht gefragt war und das einer anderen Organisation gehören kann.`,
  otherEntity: ({ id }) =>
    `Nova hat zum Rechtsträger ${id} geantwortet, nach dem nicht gefragt war und der einer anderen Organisation gehören kann.`,
  otherOrganization: ({ id, own }) =>
    `Nova hat für eine andere Organisation${id === null ? '' : ` (${id})`} als ${own} geantwortet.`,
  otherId: ({ id, answered }) => `Nova wurde nach ${id} gefragt und hat mit ${answered} geantwortet.`,
  notOurs: ({ id }) => `Nova hat mit ${id} geantwortet; das ist aus einem anderen Eintrag geworden.`,
  credentialsRefused: () => 'Nova hat die Zugangsdaten des Distribution-Desk-Servers abgelehnt.',
  notSignedIn: () => 'Der Distribution-Desk-Server konnte sich nicht bei Nova anmelden.',
  interrupted: () => 'Der Distribution-Desk-Server wurde beendet, während dies gesendet wurde.',
  sendingStopped: () =>
    'Alles Senden wurde angehalten, weil eine Antwort von Nova aus einem anderen Modus oder einer anderen Organisation kam.',
  noAnswer: () => 'Es kam keine Antwort.',
  asRecorded: ({ text }) => text,

  novaSaid: ({ text }) => `Nova sagt dazu: ${text}`,
  haveCredentialsChecked: () => 'Wer ihn betreibt, muss sie prüfen; an den Zeilen liegt es nicht.',
  scopeMissing: ({ scope }) =>
    `Die Zugangsdaten des Distribution-Desk-Servers dürfen das in Nova nicht. Bitten Sie Ihren Nova-Admin um den Scope ${scope} und um Zugang zu dieser Organisation.`,
  notKnownToNova: ({ what, id }) => `Nova kennt ${named(objects, what)} ${id} nicht.`,
  checkIdOrAccess: () => 'Prüfen Sie die ID in den Zeilen, oder bitten Sie Ihren Nova-Admin um Zugang dazu.',
  checkIdOrRegister: ({ what }) =>
    `Prüfen Sie die ID in der Zeile, oder erfassen Sie zuerst ${named(objects, what)}.`,
  someIdNotKnown: () =>
    'Nova kennt ein Vehikel, einen Rechtsträger oder einen Kontakt dieser Ausschüttung nicht. Prüfen Sie die IDs in den Zeilen.',
  rowNotKnown: () => 'Nova kennt etwas nicht, was die Zeile nennt. Prüfen Sie die Zeile.',
  standsAgainst: ({ kind }) =>
    `In Nova steht etwas dagegen. Sehen Sie im Dashboard von Nova nach, ob es ${object(kind)}${kind === 'distribution' ? ' oder ihre externe Referenz' : ''} schon gibt.`,
  referenceTaken: ({ kind, reference }) =>
    `${named(others, kind)} in Nova trägt die externe Referenz ${reference} schon, und Nova nimmt jede nur einmal. Sehen Sie an, was es schon gibt: Ist es dasselbe, verwenden Sie dessen ID; ist es nicht dasselbe, geben Sie dieser Zeile eine andere Referenz.`,
  notAccepted: ({ kind, param }) => {
    const isOne = kind !== 'distribution';
    const what = isOne ? 'was in der Zeile steht' : 'was in den Zeilen steht';
    const next = isOne
      ? 'Korrigieren Sie die Zeile, prüfen Sie sie'
      : 'Korrigieren Sie die Zeilen, prüfen Sie sie';
    return `Nova hat nicht angenommen, ${what}.${param === null ? '' : ` Genannt wird ${param}.`} ${next}, und ${again(kind, 'sie')}.`;
  },

  notShown: ({ id }) => `Nova hat abgelehnt, ${id} zu zeigen.`,
  mayNotRead: ({ id, scope }) =>
    `Die Zugangsdaten des Distribution-Desk-Servers dürfen ${id} in Nova nicht lesen. Bitten Sie Ihren Nova-Admin um den Scope ${scope}.`,
  noStatusRead: () =>
    'Es wurde kein Status gelesen. Aktualisieren Sie noch einmal, wenn Nova erreichbar ist.',
  statusNotRead: ({ id }) =>
    `Der Status von ${id} wurde nicht gelesen. Aktualisieren Sie in einer Minute noch einmal.`,
  idNotKnown: ({ id }) =>
    `Nova kennt ${id} nicht. Prüfen Sie, ob die ID zu dieser Organisation und diesem Modus gehört.`,

  notAllInTime: () => 'Nova hat nicht zu allen rechtzeitig geantwortet.',
  tooManyPayees: () => 'Es wird gerade nach zu vielen Empfängern gefragt.',
  notAskedInTime: () => 'Nova war zu langsam, um rechtzeitig gefragt zu werden.',
};
