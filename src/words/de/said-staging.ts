import type { Compared, saidOfStaging as english, TakenOver } from '../en/said-staging.ts';
import { named } from '../named.ts';
import { again, object, firstSubject } from './said-words.ts';

const compared: Record<Compared, string> = {
  vehicle: 'Vehikel',
  date: 'Datum',
  name: 'Name',
  'external-reference': 'externe Referenz',
  mode: 'Modus',
  type: 'Typ',
  'external-type': 'externer Typ',
  email: 'E-Mail',
};

const takenOver: Record<TakenOver, string> = {
  staged: 'Sie ist vorgemerkt.',
  awaiting: 'Sie wartet auf Freigabe.',
  reserved: 'Sie wurde noch nicht gesendet.',
  unknown: 'Es ist noch nicht bekannt, ob Nova sie angelegt hat.',
};

const not = { distribution: 'keine Ausschüttung', 'payment-instructions': 'keine Bankverbindung' };
const noneOf = { ...not, entity: 'kein Rechtsträger', contact: 'kein Kontakt' };

export const saidOfStaging: typeof english = {
  nothingSent: () => 'Es wurde nichts gesendet.',
  nothingLinked: () => 'Es wurde nichts verknüpft.',
  noSuchEntry: () => 'Das Register hat keinen solchen Eintrag.',
  checkRowsAgain: () => 'Prüfen Sie die Zeilen noch einmal.',
  loadListAgain: () => 'Laden Sie die Liste noch einmal.',
  busy: () =>
    'Es wird gerade zu viel auf einmal gesendet; hierfür wurde nichts gesendet. Versuchen Sie es gleich noch einmal.',
  serverStopping: () =>
    'Der Distribution-Desk-Server wird gerade beendet; es wurde nichts gesendet. Versuchen Sie es in einer Minute noch einmal.',
  accountKeyMissing: () =>
    'Bankverbindungen können hier noch nicht erfasst werden, und es wurde nichts gesendet: Dem Distribution-Desk-Server fehlt der Schlüssel für das, was er von Kontonummern behält. Wer ihn betreibt, muss ACCOUNT_HASH_KEY setzen.',

  repeatOutdated: () =>
    'Aus diesen Zeilen ist etwas geworden, seit die Wiederholung beschlossen wurde; es wurde nichts gesendet. Prüfen Sie die Zeilen noch einmal, sehen Sie ihre neueste Ausschüttung an, und entscheiden Sie neu.',
  notCancelled: ({ id }) =>
    `Von ${id} ist nicht bekannt, dass sie storniert ist; an ihrer Stelle wurde nichts gesendet. Aktualisieren Sie die Status, und prüfen Sie die Zeilen noch einmal.`,
  alreadyReplaced: (about, { instant }) =>
    `Zahlungen der stornierten ${about.cancelledId} wurden schon übernommen: von der Ausschüttung „${about.name}“${about.id === null ? '' : ` (${about.id})`}, von ${about.userName}, aus ${about.workbook}, ${about.sheet}, am ${instant(about.at)}. ${named(takenOver, about.standing)} Es wurde nichts gesendet: Auch diese zu senden, könnte dieselben Zeilen zweimal auszahlen. Sehen Sie zuerst jene Ausschüttung an.`,

  ownWork: ({ kind, userName }) =>
    `${userName} hat ${object(kind)} vorbereitet; freigeben muss eine andere Person.`,
  sealedDiffers: () =>
    'Das ist nicht, was Sie angesehen haben. Sehen Sie es noch einmal an, bevor Sie es freigeben.',
  approvalOver: ({ kind }) =>
    `Die Zeit, um ${object(kind)} freizugeben, ist vorbei, und es wurde nichts gesendet. Die Zeilen müssen noch einmal vorbereitet werden.`,
  waitsNoLonger: ({ kind }) => `${firstSubject(kind)} wartet nicht mehr auf Freigabe.`,
  wasReturned: () => 'Es wurde zurückgegeben.',
  needsNoApproval: () => 'Es braucht keine Freigabe oder hat sie schon.',

  needsNoDecision: () =>
    'Hier ist nichts zu entscheiden: Was daraus wurde, ist bekannt oder wird noch bei Nova erfragt. Prüfen Sie die Zeilen noch einmal.',
  rowsDiffer: () =>
    'Die Zeilen sind nicht mehr die, die gesendet wurden; es wurde nichts verknüpft. Stellen Sie sie wieder her, prüfen Sie sie, und verknüpfen Sie noch einmal.',
  linkAsDistribution: () => 'Dieser Eintrag ist eine Ausschüttung. Verknüpfen Sie ihn als solche.',
  heldByOther: (about) =>
    `${about.id} ist aus einem anderen Eintrag geworden (${about.workbook}, Blatt ${about.sheet}, von ${about.userName}) und kann nicht dieser sein. Es wurde nichts verknüpft.`,
  linkNotFound: ({ id }) =>
    `Nova kennt ${id} nicht; es wurde nichts verknüpft. Prüfen Sie, ob die ID ganz kopiert wurde und aus dieser Organisation ist.`,
  paymentsNotListed: ({ id }) => `Nova hat nicht alle Zahlungen von ${id} aufgelistet.`,
  notCompared: ({ id }) =>
    `${id} konnte nicht verglichen werden; es wurde nichts verknüpft. Verknüpfen Sie in einer Minute noch einmal.`,
  notWhatWasSent: ({ id }) => `${id} ist nicht, was gesendet wurde.`,
  differs: ({ what, theirs, ours }) =>
    `${named(compared, what)}: in Nova ${theirs ?? 'nicht angegeben'}, gesendet ${ours ?? 'nicht angegeben'}.`,
  notOfKind: ({ id, kind }) => `${id} ist ${named(noneOf, kind)}.`,
  entityLacksIt: ({ entity }) => `Der Rechtsträger ${entity} hat sie nicht.`,
  sentForYou: ({ userName }) =>
    `Es wurde für ${userName} gesendet; eine andere Person muss im Dashboard von Nova nachsehen und erklären, dass es nie angelegt wurde.`,

  entityUnknown: ({ entity }) =>
    `Nova kennt den Rechtsträger ${entity} nicht; für ihn wurde nichts gesendet. Prüfen Sie die ID in der Zeile, oder erfassen Sie zuerst den Rechtsträger.`,
  bankDetailsNotKnown: ({ entity }) =>
    `Es ist nicht bekannt, ob ${entity} schon eine Bankverbindung hat; dafür wurde nichts gesendet. Erfassen Sie die Zeilen noch einmal, wenn Nova erreichbar ist.`,
  leftAloneAfterUnknown: () =>
    'Für diese Zeile wurde nichts gesendet, weil noch nicht bekannt ist, was aus einer anderen wurde. Erfassen Sie dieselben Zeilen noch einmal: Nach jener wird zuerst gefragt, und nichts wird ein zweites Mal angelegt.',
  nothingCreated: ({ kind }) =>
    `Es wurde nichts angelegt. Prüfen Sie die Zeilen, und ${again(kind, 'sie')}, wenn Nova erreichbar ist.`,
};
