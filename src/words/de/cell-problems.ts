/** The German of `../en/cell-problems.ts`. */
import { minorUnitDigits, type IdPrefix } from '../../contract/index.ts';
import type { DayField, Place } from '../en/cell-problems.ts';
import { formatCount, formatDay, formatDayInWords, formatDecimal } from '../format.ts';
import type { Words } from '../language.ts';

type Texts = Words['problemTexts'];

/** Of an id of each kind: all are feminine. */
const kinds: Readonly<Record<IdPrefix, string>> = {
  veh: 'ID eines Vehikels',
  ent: 'ID eines Rechtsträgers',
  cnt: 'ID eines Kontakts',
  dst: 'ID einer Ausschüttung',
  dpmt: 'ID einer Zahlung',
  dntf: 'ID einer Benachrichtigung',
  pmi: 'ID einer Bankverbindung',
  org: 'ID einer Organisation',
};

const invisible: Readonly<Record<string, string>> = {
  '\u00ad': 'ein weiches Trennzeichen',
  '\u180e': 'einen mongolischen Vokaltrenner',
  '\u200b': 'ein Leerzeichen ohne Breite',
  '\u200c': 'einen Nichtverbinder ohne Breite',
  '\u200d': 'einen Verbinder ohne Breite',
  '\u200e': 'ein Zeichen für die Schreibrichtung nach rechts',
  '\u200f': 'ein Zeichen für die Schreibrichtung nach links',
  '\u2060': 'einen Wortverbinder',
  '\ufeff': 'ein geschütztes Leerzeichen ohne Breite',
};

const spaces: Readonly<Record<string, string>> = {
  ' ': 'ein Leerzeichen',
  '\t': 'einen Tabulator',
  '\n': 'einen Zeilenumbruch',
  '\r': 'einen Zeilenumbruch',
  '\u00a0': 'ein geschütztes Leerzeichen',
  '\u2007': 'ein Leerzeichen von Ziffernbreite',
  '\u202f': 'ein schmales geschütztes Leerzeichen',
  '\u3000': 'ein ideographisches Leerzeichen',
};

const at = ({ position, length }: Place) => `an Stelle ${position} von ${length}`;

export const ids: Texts['ids'] = {
  malformed: (text, wanted) =>
    `„${text}“ ist keine ${kinds[wanted]}. Kopieren Sie die ID aus Nova: ${wanted}_ und danach Buchstaben und Ziffern.`,
  invisible: (place) =>
    `Die ID enthält ${at(place)} ${invisible[place.character] ?? 'ein unsichtbares Zeichen'}. Niemand sieht dieses Zeichen: Kopieren Sie die ID nochmals aus Nova.`,
  space: (place) =>
    `Die ID enthält ${at(place)} ${spaces[place.character] ?? 'ein Leerzeichen anderer Breite'}. Entfernen Sie dieses Zeichen.`,
  lookalike: (place, latin) =>
    `Das „${place.character}“ ${at(place)} sieht nur aus wie „${latin}“. Kopieren Sie die ID nochmals aus Nova.`,
  wrongKind: (found, wanted) =>
    `Hier steht die ${kinds[found]} (${found}_…), und hierher gehört die ${kinds[wanted]} (${wanted}_…). Geben Sie die richtige ID ein, oder wählen Sie eine andere Spalte.`,
  prefixCase: (start, wanted) =>
    `Die ID beginnt mit ${start}_ und muss mit ${wanted}_ in Kleinbuchstaben beginnen. Kopieren Sie die ID nochmals aus Nova.`,
  contactIsEmail: (text) =>
    `„${text}“ ist eine E-Mail-Adresse. Geben Sie stattdessen die ID des Kontakts ein (cnt_…).`,
  resultMalformed: (text) =>
    `„${text}“ ist keine ID, die Nova vergeben hat. Holen Sie die ID zurück, oder leeren Sie die Zelle, wenn die Zeile nie vorgemerkt wurde.`,
  resultIncomplete: (paymentId) =>
    `Neben der ID der Zahlung ${paymentId} fehlt die ID der Ausschüttung. Holen Sie diese zurück, oder leeren Sie beide Zellen, wenn die Zeile nie vorgemerkt wurde.`,
  paymentTwice: (paymentId, address) =>
    `${paymentId} steht schon in ${address}. Wurde diese Zeile kopiert und soll sie gezahlt werden, leeren Sie ihre Ergebniszellen.`,
};

export const amounts: Texts['amounts'] = {
  notFinite: 'Der Betrag ist keine Zahl. Geben Sie eine Zahl ein.',
  zero: 'Der Betrag ist null. Geben Sie einen Betrag über null ein, oder löschen Sie die Zeile.',
  negative:
    'Der Betrag liegt unter null, und Nova kann nichts einziehen. Geben Sie einen Betrag über null ein, oder nehmen Sie die Zeile aus der Tabelle.',
  tooLarge:
    'Der Betrag hat mehr Stellen, als Excel genau behält. Korrigieren Sie ihn, oder teilen Sie ihn auf mehrere Zeilen auf.',
  textTooLarge: (text) =>
    `„${text}“ hat mehr Stellen, als Excel genau behält. Korrigieren Sie den Betrag, oder teilen Sie ihn auf mehrere Zeilen auf.`,
  totalTooLarge:
    'Mit diesem Betrag ist die Summe zu hoch, um auf den Cent genau zu sein. Korrigieren Sie den Betrag, oder teilen Sie die Tabelle.',
  fraction: (value, currency) => {
    const digits = minorUnitDigits(currency);
    const unit = digits === 2 ? 'eines Cents' : `der kleinsten Einheit von ${currency}`;
    return `${formatDecimal(String(value))} enthält einen Bruchteil ${unit}. Runden Sie im Blatt, zum Beispiel mit =RUNDEN(…;${digits}).`;
  },
  notAnAmount: (text) =>
    `„${text}“ ist kein Betrag. Geben Sie eine Zahl ein, zum Beispiel ${formatDecimal('1234.56')}.`,
  ambiguous: (text, one, other) =>
    `„${text}“ ist Text, der sich als ${formatDecimal(one, 'plain')} oder als ${formatDecimal(other, 'plain')} lesen lässt. Tippen Sie den Betrag als Zahl.`,
  ungrouped: (text) =>
    `„${text}“ ist Text, und seine Ziffern sind nicht wie die einer Zahl gegliedert. Tippen Sie den Betrag als Zahl.`,
  isText: (text, decimal) =>
    `„${text}“ ist Text, der sich als ${formatDecimal(decimal)} lesen lässt. Wandeln Sie die Zelle in eine Zahl um, oder tippen Sie den Betrag nochmals.`,
};

export const currencies: Texts['currencies'] = {
  disagree: ({ column, text, format }) => {
    const said = [
      ...(column === null ? [] : [`die Währungsspalte sagt ${column}`]),
      ...(text === null ? [] : [`der Text der Zelle sagt ${text}`]),
      ...(format === null ? [] : [`ihr Zahlenformat zeigt ${format}`]),
    ];
    return `Die Währung dieses Betrags ist nicht sicher: ${said.join(', ')}. Bringen Sie diese Angaben in Einklang.`;
  },
  columnNotPaid: (code) =>
    `Nova zahlt heute nur USD, nicht ${code}. Korrigieren Sie die Währung, oder nehmen Sie die Zeile aus der Tabelle.`,
  amountNotPaid: (code, by) =>
    `Der Betrag ist in ${code}, wie ${by === 'text' ? 'sein Text sagt' : 'sein Zahlenformat zeigt'}, und Nova zahlt heute nur USD. Korrigieren Sie ihn, oder nehmen Sie die Zeile aus der Tabelle.`,
  defaultNotPaid: (code) =>
    `Nova zahlt heute nur USD, und die Standardwährung in den Einstellungen ist ${code || 'leer'}. Stellen Sie sie auf USD.`,
  hidden: (code) => `Die Währung „${code}“ enthält ein Zeichen, das niemand sieht. Tippen Sie sie nochmals.`,
  malformed: (text) =>
    `„${text}“ ist kein Währungscode. Geben Sie seine drei Buchstaben ein, zum Beispiel USD.`,
  lookalike: (text) =>
    `„${text}“ ist kein Währungscode: Einer der Buchstaben sieht nur aus wie ein lateinischer. Geben Sie die drei Buchstaben ein, zum Beispiel USD.`,
};

const dayFields: Readonly<Record<DayField, string>> = {
  distributionDate: 'Das Datum',
  dateOverride: 'Das abweichende Zahlungsdatum',
};

export const dates: Texts['dates'] = {
  ambiguous: (text, one, other) =>
    `„${text}“ kann der ${formatDayInWords(one)} oder der ${formatDayInWords(other)} sein. Geben Sie ein Datum ein, oder schreiben Sie ${one} oder ${other}.`,
  noSuchDay: (text) => `Den Tag ${text} gibt es nicht. Geben Sie ein anderes Datum ein.`,
  notADate: (text) =>
    `„${text}“ ist Text und kein Datum. Geben Sie ein Datum ein, oder schreiben Sie es als JJJJ-MM-TT.`,
  shortYear: (text, day) =>
    `„${text}“ ist Text, dessen Jahr zwei Ziffern hat, vielleicht der ${formatDayInWords(day)}. Geben Sie ein Datum ein, oder schreiben Sie es als JJJJ-MM-TT.`,
  isText: (text, day) =>
    `„${text}“ ist Text, der sich als ${formatDayInWords(day)} lesen lässt. Geben Sie ein Datum ein, oder schreiben Sie ${day}.`,
  leapDayOf1900:
    'Das Datum ist der 29. Februar 1900, ein Tag, den es nie gab. Geben Sie das Datum nochmals ein.',
  day0Of1900:
    'Das Datum ist, was Excel als 0. Januar 1900 zeigt: meist eine leere Zelle hinter einer Formel. Geben Sie das Datum ein, oder korrigieren Sie die Formel.',
  outOfRange: (value) =>
    `${value} ist kein Datum, das Excel kennt. Geben Sie ein Datum ein, zum Beispiel 2026-01-30.`,
  hasTime: (day) =>
    `Das Datum hat eine Uhrzeit. Gesendet wird der ${formatDay(day)} ohne sie. Entfernen Sie die Uhrzeit, oder bestätigen Sie das Datum.`,
  inPast: (field, day) =>
    `${dayFields[field]} ${formatDay(day)} liegt in der Vergangenheit. Korrigieren oder bestätigen Sie es.`,
  farAhead: (field, day) =>
    `${dayFields[field]} ${formatDay(day)} liegt mehr als zwei Jahre in der Zukunft. Korrigieren oder bestätigen Sie es.`,
  onWeekend: (field, day, isSaturday) =>
    `${dayFields[field]} ${formatDay(day)} ist ein ${isSaturday ? 'Samstag' : 'Sonntag'}. Wählen Sie einen Bankarbeitstag, oder bestätigen Sie es.`,
};

/** As a German Excel shows them; what it shows alike in both languages is left out. */
const errors: Readonly<Record<string, string>> = {
  '#N/A': '#NV',
  '#REF!': '#BEZUG!',
  '#VALUE!': '#WERT!',
  '#NUM!': '#ZAHL!',
  '#SPILL!': '#ÜBERLAUF!',
  '#CALC!': '#KALK!',
};

export const cells: Texts['cells'] = {
  blank: (label, advice) => `Der Wert für „${label}“ fehlt. ${advice}`.trim(),
  isBoolean: (label, value) =>
    `Die Zelle enthält ${value ? 'WAHR' : 'FALSCH'} und keinen Wert für „${label}“. Geben Sie den Wert ein, oder leeren Sie die Zelle.`,
  error: (shown) => {
    const here = errors[shown];
    return `Die Zelle zeigt ${here === undefined ? shown : `${here} (${shown})`}. Korrigieren Sie die Formel, oder geben Sie den Wert ein.`;
  },
  textTooLong: (label, length, longest) =>
    `„${label}“ hat ${formatCount(length)} Zeichen; höchstens ${formatCount(longest)} können gesendet werden. Kürzen Sie den Text.`,
  merged: (address) =>
    `Die Zellen ${address} sind verbunden, also enthält nur die erste von ihnen einen Wert. Heben Sie die Verbindung auf, und füllen Sie jede Zelle aus.`,
  nameIsNumber: (value) =>
    `Die Ausschüttung würde die Zahl ${value} als Namen tragen. Geben Sie einen Namen ein, oder bestätigen Sie es.`,
  referenceInexact: (value) =>
    `Die Referenz ist eine Zahl, die Excel vielleicht nicht genau zeigt (${value}). Formatieren Sie die Zelle als Text, und geben Sie die Referenz nochmals ein.`,
  contactTwice: (id) =>
    `${id} ist zweimal genannt und wird einmal benachrichtigt. Entfernen Sie eine der Nennungen, oder bestätigen Sie es.`,
  tooManyContacts: (count, most) =>
    `Die Zelle nennt ${formatCount(count)} Kontakte, und eine Zahlung nimmt höchstens ${formatCount(most)}. Entfernen Sie einige.`,
};
