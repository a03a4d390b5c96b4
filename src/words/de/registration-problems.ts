/** See `../en/registration-problems.ts`. */
import { formatList } from '../format.ts';
import type { Words } from '../language.ts';
import { plural } from './plural.ts';

const asText = 'Formatieren Sie die Zelle als Text, und geben Sie die Nummer nach ihrer Quelle neu ein.';
const fromSource = 'Kopieren Sie ihn noch einmal aus der Quelle.';
const numberFromSource = 'Kopieren Sie sie noch einmal aus der Quelle.';

const forType = {
  ach: 'eine ACH-Zahlung',
  domestic_wire: 'eine Inlandsüberweisung (domestic wire)',
  international_wire: 'eine Auslandsüberweisung (international wire)',
} as const;

const quoted = (labels: readonly string[]) => formatList(labels.map((label) => `„${label}“`));

export const registrationProblems: Words['registrationProblems'] = {
  table: {
    noRows:
      'Keine Zeile unter den Überschriften enthält etwas zu erfassen. Markieren Sie eine Zelle der Tabelle.',
    noColumn: (label, rows) =>
      `Keine Spalte enthält „${label}“; ohne diese Angabe ${rows === 1 ? 'kann' : 'können'} ${plural(rows, 'Zeile', 'Zeilen')} nicht bezahlt werden. Wählen Sie die Spalte, oder bestätigen Sie, dass der Rest noch folgt.`,
  },

  ids: {
    notFromNova:
      'Was hier steht, ist keine ID von Nova. Stellen Sie die ID wieder her, oder leeren Sie die Zelle, wenn die Zeile nie erfasst wurde.',
    twice: (id, row) =>
      `${id} steht schon in Zeile ${row}. Wenn diese Zeile kopiert wurde und erfasst werden soll, leeren Sie ihre Ergebniszellen.`,
    notAnEntity:
      'Das ist keine ID eines Rechtsträgers. Sie muss aus ent_ und danach Buchstaben und Ziffern bestehen, genau wie Nova sie zeigt.',
  },

  rows: {
    same: (row, registeredAs) =>
      `Zeile ${row} sagt dasselbe${registeredAs === null ? '' : `, erfasst als ${registeredAs}`}. Entfernen Sie eine der beiden.`,
    sameReference: (row) =>
      `Zeile ${row} trägt dieselbe externe Referenz. Geben Sie jeder Zeile eine eigene oder keine.`,
    sameEmail: (row) =>
      `Zeile ${row} hat dieselbe E-Mail-Adresse. Entfernen Sie eine der beiden, oder bestätigen Sie, dass es zwei sind.`,
    sameName: (row) =>
      `Zeile ${row} hat denselben Namen. Entfernen Sie eine der beiden, oder bestätigen Sie, dass es zwei sind.`,
    sameAccount: (ending, row, other, here) =>
      `Dieses Konto (endet auf ${ending}) steht in Zeile ${row} bei einem anderen Rechtsträger: ${other}, hier ${here}. Korrigieren Sie eine der beiden, oder bestätigen Sie, dass beide dorthin bezahlt werden.`,
  },

  text: {
    hiddenCharacter: (label) =>
      `„${label}“ enthält einen Zeilenumbruch oder ein unsichtbares Zeichen. Entfernen Sie es.`,
    tooLong: (label, length, most) =>
      `„${label}“ hat ${length} Zeichen; höchstens ${most} können gesendet werden. Kürzen Sie den Text.`,
    nameIsNumber: (label) =>
      `„${label}“ ist eine Zahl. Geben Sie einen Namen ein, oder bestätigen Sie die Zahl.`,
    referenceInexact:
      'Die Referenz ist eine Zahl, die Excel möglicherweise nicht genau zeigt. Formatieren Sie die Zelle als Text, und geben Sie die Referenz neu ein.',
  },

  party: {
    entityType:
      'Diesen Typ kennt Nova nicht, oder er könnte zweierlei bedeuten. Geben Sie einen aus Novas Liste ein, zum Beispiel individual, IRA, corporation, LLC, partnership, trust oder other entity.',
    email:
      'Das ist keine E-Mail-Adresse. Geben Sie genau eine ein, zum Beispiel name@example.com; für zwei Personen nehmen Sie zwei Zeilen.',
  },

  instructions: {
    wireOfWhichKind:
      'Der Typ sagt nicht, ob die Überweisung ins Inland (domestic) oder ins Ausland (international) geht. Geben Sie eines von beiden ein.',
    typeUnknown:
      'Nach diesem Typ zahlt Nova nicht. Geben Sie ACH, domestic wire oder international wire ein.',
    branchIsNumber:
      'Der Filialcode ist eine Zahl; führende Nullen sind verloren, falls er welche hatte. Geben Sie ihn als Text ein, oder bestätigen Sie ihn.',
    otherBeneficiary:
      'Der Kontoinhaber heißt anders als der Rechtsträger. Korrigieren Sie einen der Namen, oder bestätigen Sie, dass das Geld an einen anderen Namen geht.',
    otherBeneficiaryNamed: (beneficiary, entity) =>
      `Das Konto lautet auf „${beneficiary}“, der Rechtsträger heißt „${entity}“. Korrigieren Sie einen der Namen, oder bestätigen Sie, dass das Geld an einen anderen Namen geht.`,
    missing: (labels, type) =>
      `${quoted(labels)} ${labels.length === 1 ? 'fehlt' : 'fehlen'}; ohne diese ${labels.length === 1 ? 'Angabe' : 'Angaben'} wird ${forType[type]} nicht ausgeführt. Ergänzen Sie ${labels.length === 1 ? 'sie' : 'alle'}, oder bestätigen Sie, dass der Rest noch folgt.`,
    notSent: (labels, type) =>
      `Nova nimmt für ${forType[type]} ${labels.length === 1 ? 'ein solches Feld' : 'solche Felder'} nicht an; ${quoted(labels)} dieser Zeile ${labels.length === 1 ? 'wird' : 'werden'} nicht gesendet. Korrigieren Sie den Typ, oder bestätigen Sie es.`,
    address: 'Adresse',
  },

  account: {
    lostDigits: `Die Kontonummer ist eine Zahl mit mehr Ziffern, als Excel behält; die letzten sind verloren. ${asText}`,
    isNumber: `Die Kontonummer ist eine Zahl; führende Nullen sind verloren, falls sie welche hatte. ${asText}`,
    powerOfTen: `Die Kontonummer ist als Zehnerpotenz geschrieben; ihre Ziffern sind verloren. ${asText}`,
    endsInZeros: `Die Kontonummer endet ab der 16. Ziffer auf Nullen, wie Excel sie hinterlässt, wenn Ziffern verloren gehen. ${asText}`,
    masked: 'Die Kontonummer ist verdeckt. Geben Sie sie vollständig ein.',
    strangeCharacter: (position) =>
      `Das ${position}. Zeichen der Kontonummer kommt in keiner Kontonummer vor oder ist unsichtbar. Geben Sie die Nummer neu ein.`,
    tooLong: (actual, longest) =>
      `Die Kontonummer hat ${actual} Zeichen; möglich sind hier höchstens ${longest}. Korrigieren Sie sie.`,
    noDigit: 'Die Kontonummer enthält keine Ziffer. Korrigieren Sie sie.',
    ibanInUs:
      'Die Kontonummer sieht wie eine IBAN aus, aber ACH und domestic wire zahlen auf Konten in den Vereinigten Staaten. Korrigieren Sie den Typ oder die Nummer, oder bestätigen Sie sie.',
    ibanMissing: (country) =>
      `Banken in ${country} führen Konten unter einer IBAN, und diese Kontonummer ist keine. Fragen Sie nach der IBAN, oder bestätigen Sie die Nummer.`,
    bankElsewhere: (bankCountry, ibanCountry) =>
      `Der SWIFT-Code nennt eine Bank in ${bankCountry}, die IBAN ein Konto in ${ibanCountry}. Korrigieren Sie eines von beiden.`,
  },

  iban: {
    strangeCharacter: (position) =>
      `Das ${position}. Zeichen der IBAN ist weder Buchstabe noch Ziffer. ${numberFromSource}`,
    noSuchCountry: `Die IBAN beginnt mit dem Kürzel keines Landes. ${numberFromSource}`,
    countryWithoutIban: (country) =>
      `Die IBAN beginnt mit ${country}, wo Konten keine haben. ${numberFromSource}`,
    wrongLength: (country, expected, actual) =>
      `Eine IBAN aus ${country} hat ${expected} Zeichen, diese ${actual}. ${numberFromSource}`,
    wrongStructure: (country) =>
      `Die IBAN hat Buchstaben, wo in ${country} Ziffern stehen, oder umgekehrt. ${numberFromSource}`,
    wrongCheckDigits: `Die Prüfziffern der IBAN passen nicht zum Rest: Mindestens ein Zeichen ist falsch. ${numberFromSource}`,
    wrongNationalCheck: (country) =>
      `Die Prüfziffern, die ${country} in die Kontonummer setzt, sind falsch: Mindestens ein Zeichen stimmt nicht. ${numberFromSource}`,
  },

  bic: {
    strangeCharacter: (position) =>
      `Das ${position}. Zeichen des SWIFT-Codes ist weder Buchstabe noch Ziffer. ${fromSource}`,
    wrongLength: (actual) => `Ein SWIFT-Code hat 8 oder 11 Zeichen, dieser ${actual}. ${fromSource}`,
    digitForLetter: (position) =>
      `Das ${position}. Zeichen des SWIFT-Codes ist eine Ziffer, wo ein Buchstabe stehen muss. ${fromSource}`,
    noSuchCountry: `Das 5. und das 6. Zeichen des SWIFT-Codes nennen kein Land. ${fromSource}`,
    ofTestSystem: `Der SWIFT-Code gehört zu einem Testsystem, weil sein achtes Zeichen 0 ist. ${fromSource}`,
  },

  routing: {
    lostZero:
      'Die Routing-Nummer hat acht Ziffern; mit einer Null davor ist es eine, und eine Zahlenzelle lässt diese Null weg. Vergleichen Sie sie mit der Quelle, und setzen Sie die Null dann als Text wieder davor.',
    notDigits: (position) =>
      `Das ${position}. Zeichen der Routing-Nummer ist keine Ziffer. ${numberFromSource}`,
    wrongLength: (digits) => `Eine Routing-Nummer hat 9 Ziffern, diese ${digits}. ${numberFromSource}`,
    allZeros: `Die Routing-Nummer besteht aus Nullen. ${numberFromSource}`,
    prefixNotAllotted: (prefix) => `Keine Routing-Nummer beginnt mit ${prefix}. ${numberFromSource}`,
    travelersChecks: `Die Routing-Nummer steht für Reiseschecks. ${numberFromSource}`,
    wrongChecksum: `Die Prüfsumme der Routing-Nummer stimmt nicht: Mindestens eine Ziffer ist falsch. ${numberFromSource}`,
  },

  address: {
    missing: (label) =>
      `„${label}“ fehlt; Nova verlangt es von einer Adresse. Ergänzen Sie es, oder leeren Sie die ganze Adresse.`,
    missingInUs: (label) =>
      `„${label}“ fehlt in einer Adresse in den Vereinigten Staaten. Ergänzen Sie es, oder bestätigen Sie es so.`,
    poBox: 'Die Adresse ist ein Postfach, das Nova nicht annimmt. Geben Sie eine Straße ein.',
    country:
      'Das Land ist kein Kürzel aus zwei Großbuchstaben wie US oder GB. Geben Sie seinen ISO-Code ein.',
    usState:
      'Der Bundesstaat ist kein Kürzel aus zwei Großbuchstaben eines US-Staats wie NY. Geben Sie es ein.',
    zip: 'Die Postleitzahl ist kein ZIP-Code der USA: 5 Ziffern, oder 5 und 4 mit Bindestrich. Korrigieren Sie sie.',
    zipLostZeros:
      'Der ZIP-Code hat seine führenden Nullen verloren, weil eine Zahlenzelle sie weglässt. Geben Sie alle 5 Ziffern als Text ein.',
  },

  beside: {
    notRegistered: (why) => `Nicht erfasst: ${why}`,
    holder: (id, name) => `Die Referenz gehört zu ${id} (${name}).`,
    unknown: (why) => `Ergebnis noch nicht bekannt: ${why}`,
    notSent: (why) => `Nicht gesendet: ${why}`,
    rowGone: (row) => `Was in Zeile ${row} stand, wurde gelöscht oder geändert oder trägt eine andere ID.`,
  },
};
