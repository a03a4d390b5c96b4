/** The German of `../en/table-problems.ts`. */
import { formatCount, formatDay, formatList, formatMoney } from '../format.ts';
import type { Words } from '../language.ts';
import { plural } from './plural.ts';

type Texts = Words['problemTexts'];

export const table: Texts['table'] = {
  noRows:
    'Keine Zeile unter der Spaltenüberschrift enthält eine Auszahlung. Markieren Sie eine Zelle der Tabelle mit den Auszahlungen.',
  nothingSelected:
    'Die Markierung berührt keine Auszahlung. Markieren Sie mindestens eine Zeile einer Ausschüttung.',
  columnMissing: (label) =>
    `Keine Spalte enthält „${label}“. Wählen Sie die Spalte, oder ergänzen Sie die Tabelle um eine.`,
  columnTwice: (header, one, other) =>
    `Die Spalte „${header}“ ist zugleich für „${one}“ und für „${other}“ gewählt. Wählen Sie für eines von beiden eine andere Spalte.`,
  columnIsResult: (header, label) =>
    `Die Spalte „${header}“ enthält Ergebnisse und kann nicht „${label}“ sein. Wählen Sie eine andere Spalte.`,
  resultTwice: (name) =>
    `Zwei Spalten heißen „${name}“. Benennen Sie die Spalte um, die nicht die Ergebnisse enthält, oder löschen Sie sie.`,
  resultNameTaken: (header) =>
    `Ergebnisse würden in Ihre Spalte „${header}“ geschrieben. Benennen Sie diese Spalte um.`,
  resultSpelling: (header, name) =>
    `Die Spalte „${header}“ muss genau „${name}“ heißen, damit ihre IDs gelesen und geschrieben werden. Benennen Sie sie um.`,
  isProtected:
    'Das Blatt ist geschützt, also können keine Ergebnisse geschrieben werden. Heben Sie den Schutz auf: Überprüfen > Blattschutz aufheben.',
  noRoom: (needed, free) =>
    `Ergebnisse brauchen rechts der Daten ${plural(needed, 'freie Spalte', 'freie Spalten')}, und ${free === 1 ? '1 ist' : `${formatCount(free)} sind`} frei. Fügen Sie dort Spalten ein, oder verschieben Sie, was dort steht.`,
  tieOut: (rows, cell, currency, address, uncounted) => {
    const difference = formatMoney(Math.abs(rows - cell), currency);
    const missing =
      uncounted === 0
        ? ''
        : ` ${uncounted === 1 ? 'Eine Zeile mit einem Problem ist' : `${formatCount(uncounted)} Zeilen mit Problemen sind`} nicht mitgezählt.`;
    return `Die Zeilen ergeben ${formatMoney(rows, currency)}, aber in ${address} steht ${formatMoney(cell, currency)}: In der Tabelle sind es ${difference} ${rows > cell ? 'mehr' : 'weniger'}.${missing} Korrigieren Sie die Tabelle oder die Zelle.`;
  },
};

const centsDifference: Texts['distributions']['centsDifference'] = (differenceCents, currency) =>
  `${formatMoney(Math.abs(differenceCents), currency)} ${differenceCents > 0 ? 'mehr' : 'weniger'} in den Zellen`;

export const distributions: Texts['distributions'] = {
  partlyStaged: (open, all, distributionId) =>
    `${formatCount(open)} von ${formatCount(all)} Zeilen dieser Ausschüttung ${open === 1 ? 'ist' : 'sind'} nicht vorgemerkt; die anderen sind in ${distributionId}. Eine vorgemerkte Ausschüttung nimmt keine weiteren Zahlungen. Geben Sie den neuen Zeilen einen anderen Namen oder eine andere externe Referenz, oder holen Sie die fehlenden IDs zurück.`,
  payeeTwice: (row, isSameAmount) =>
    `Dieser Rechtsträger erhält schon in Zeile ${row} derselben Ausschüttung eine Zahlung${isSameAmount ? ', mit demselben Betrag' : ''}. Entfernen Sie eine der beiden, oder bestätigen Sie beide.`,
  tooLarge: (payments, most) =>
    `Die Ausschüttung hat ${formatCount(payments)} Zahlungen; höchstens ${formatCount(most)} passen in eine. Teilen Sie sie nach Namen oder externer Referenz.`,
  currenciesMixed: (codes) =>
    `Die Ausschüttung mischt ${formatList(codes)}. Teilen Sie sie nach Namen oder externer Referenz, oder bestätigen Sie es.`,
  referenceOnTwo: (reference, row) =>
    `Die externe Referenz „${reference}“ steht schon auf der Ausschüttung von Zeile ${row}. Geben Sie jeder Ausschüttung ihre eigene, oder bestätigen Sie es.`,
  nameWithTwoDates: (row, day) =>
    `In Zeile ${row} stehen derselbe Name und dasselbe Vehikel mit dem Datum ${formatDay(day)}. Korrigieren Sie das Datum, oder bestätigen Sie zwei Ausschüttungen.`,
  referenceSplits: (row) =>
    `Diese Zeile hat Name, Vehikel und Datum von Zeile ${row}, aber eine andere externe Referenz, und wird darum eine eigene Ausschüttung. Gleichen Sie die Referenzen an, oder bestätigen Sie es.`,
  nameNearlyEqual: (name, row) =>
    `Der Name unterscheidet sich von „${name}“ in Zeile ${row} nur in Leerzeichen, Groß- und Kleinschreibung oder Satzzeichen, also gäbe es zwei Ausschüttungen. Gleichen Sie die Namen an, oder bestätigen Sie es.`,
  centsDifference,
  centsDiffer: (cells, paid, currency) =>
    `Die Zellen dieser Ausschüttung ergeben ${formatMoney(cells, currency)}, aber ${formatMoney(paid, currency)}, wenn jede auf Cents gerundet wird: ${centsDifference(cells - paid, currency)}. Runden Sie die Beträge im Blatt, und entscheiden Sie, welche Zahlung die Differenz trägt.`,
  subtotal: (amountCents, currency, rowsAbove) =>
    `${formatMoney(amountCents, currency)} ist die Summe der ${formatCount(rowsAbove)} Zeilen darüber, also ist diese Zeile eine Zwischensumme und keine Auszahlung. Löschen Sie sie, oder verschieben Sie sie aus der Tabelle.`,
  equalsRowsAbove: (amountCents, currency, rowsAbove) =>
    `${formatMoney(amountCents, currency)} ist genau die Summe der ${formatCount(rowsAbove)} Zeilen darüber. Ist dies eine Zwischensumme, löschen Sie die Zeile. Wenn nicht, bestätigen Sie, dass auch sie gezahlt wird.`,
  unusual: (times, isMore, medianCents, currency) => {
    const median = formatMoney(medianCents, currency);
    const compared = isMore
      ? `Der Betrag ist mindestens das ${formatCount(times)}-Fache des Medians seiner Ausschüttung, ${median}.`
      : `Der Median seiner Ausschüttung, ${median}, ist mindestens das ${formatCount(times)}-Fache dieses Betrags.`;
    return `${compared} Suchen Sie nach einem verrutschten Komma, oder bestätigen Sie ihn.`;
  },
  manyUnusual: (unusual, all, medianCents, amountCents, currency) =>
    `${formatCount(unusual)} der ${formatCount(all)} Zahlungen dieser Ausschüttung sind mindestens das Zehnfache oder höchstens ein Zehntel ihres Medians von ${formatMoney(medianCents, currency)}. Diese, ${formatMoney(amountCents, currency)}, liegt am weitesten ab. Suchen Sie nach verrutschten Kommas, oder bestätigen Sie sie.`,
};

export const payees: Texts['payees'] = {
  entityUnknown: (id) =>
    `Ihre Organisation hat in Nova keinen Rechtsträger ${id}. Prüfen Sie die ID, oder erfassen Sie zuerst den Rechtsträger.`,
  contactUnknown: (id) =>
    `Ihre Organisation hat in Nova keinen Kontakt ${id}. Prüfen Sie die ID, oder erfassen Sie zuerst den Kontakt.`,
  nameDiffers: (payee, legalName, entity) =>
    `Die Zeile nennt „${payee}“, aber in Nova ist der rechtliche Name von ${entity} „${legalName}“, und die ID entscheidet, wer Geld erhält. Korrigieren Sie den Empfänger oder die ID, oder bestätigen Sie, dass beide dasselbe meinen.`,
  withoutBankDetails: (legalName, entity) =>
    `„${legalName}“ (${entity}) hat in Nova keine Bankverbindung: Die Zahlung kann vorgemerkt, aber nicht ausgeführt werden. Erfassen Sie zuerst die Bankverbindung, oder bestätigen Sie es.`,
  notChecked: (count, reason) =>
    `${plural(count, 'Rechtsträger oder Kontakt wurde', 'Rechtsträger und Kontakte wurden')} nicht mit Nova geprüft: ${reason ?? 'Für alle reichte die Zeit nicht.'} Prüfen Sie erneut, oder fahren Sie fort in dem Wissen, dass weder Namen noch Bankverbindungen verglichen wurden.`,
};
