/** The German of `../../en/strings/check.ts`. */
import type { checkStrings as english } from '../../en/strings/check.ts';
import { formatCount, formatShare } from '../../format.ts';
import { plural } from '../plural.ts';
import { rows, someOf } from './counts.ts';

export const checkStrings: typeof english = {
  checkProgress: {
    bar: 'Fortschritt der Prüfung',
    shown: ({ stage, done, total }) =>
      stage === 'payees'
        ? `Nova nach ${formatCount(done)} von ${formatCount(total)} Empfängern gefragt`
        : `${formatCount(done)} von ${rows(total)} ${stage === 'reading' ? 'gelesen' : 'geprüft'}`,
    spoken: ({ stage, done, total }) => {
      const quarters = Math.floor((done * 4) / total);
      const all =
        stage === 'payees'
          ? `Nova wird nach ${plural(total, 'Empfänger', 'Empfängern')} gefragt`
          : `${rows(total)} ${total === 1 ? 'wird' : 'werden'} ${stage === 'reading' ? 'gelesen' : 'geprüft'}`;
      return quarters === 0 ? all : `${all}: ${formatShare(quarters, 4)} erledigt`;
    },
  },

  source: {
    title: 'Auszahlungen aus dieser Arbeitsmappe vormerken',
    text: 'Markieren Sie eine Zelle Ihrer Auszahlungstabelle, und wählen Sie dann „Prüfen“.',
    steps: [
      'Jede Zeile wird geprüft. Es wird nichts gesendet.',
      'Sie sehen die Ausschüttungen und bestätigen ihre Summe.',
      'IDs und Status werden neben Ihre Zeilen geschrieben.',
    ],
    check: 'Prüfen',
    checkTable: (name: string, count: number) => `Prüfen: ${rows(count)} von ${name}`,
    checkSelected: (name: string, count: number) =>
      `Prüfen: ${plural(count, 'markierte Zeile', 'markierte Zeilen')} von ${name}`,
    checkAgainOf: (name: string, count: number) => `Prüfen: wieder ${rows(count)} von ${name}`,
    takeAgain: (name: string, count: number) => `Wieder ${name} nehmen, ${rows(count)}`,
    blankSheet: (select: string) => `Auf diesem Blatt steht nichts. ${select}`,
    emptyTitle: 'Noch keine Auszahlungen in dieser Arbeitsmappe',
    emptyText:
      'Geben Sie sie unter einer Zeile mit Spaltenüberschriften ein: Name der Ausschüttung, Vehikel, Ausschüttungsdatum, Rechtsträger und Betrag. Dann kann dieser Aufgabenbereich sie prüfen.',
    choose: 'Tabelle aus einer Liste wählen',
    refresh: 'Status aktualisieren',
    checking: 'Die Tabelle wird gelesen und geprüft…',
    refreshing: 'Die Status werden bei Nova geholt…',
  },

  choose: {
    title: 'Welche Tabelle?',
    text: 'Das sind die Tabellen dieser Arbeitsmappe. Wählen Sie die, die geprüft werden soll.',
    list: 'Tabellen dieser Arbeitsmappe',
    noneTitle: 'Keine Tabelle in dieser Arbeitsmappe',
    none: 'Geben Sie Ihre Zeilen unter einer Zeile mit Spaltenüberschriften ein, und wählen Sie dann „Zurück“ und „Prüfen“.',
    kinds: { table: 'Excel-Tabelle', name: 'Benannter Bereich', region: 'Zellen mit Spaltenüberschrift' },
    hidden: 'ausgeblendetes Blatt',
    reading: 'Die Tabelle wird gelesen und geprüft…',
    back: 'Zurück',
  },

  table: {
    another: 'Andere Tabelle wählen',
    ambiguityTitle: 'Sehen Sie nach, was gelesen wurde',
    foundBy: {
      table: 'Die Excel-Tabelle um Ihre Auswahl',
      name: 'Der benannte Bereich um Ihre Auswahl',
      region: 'Der ausgefüllte Bereich um die markierte Zelle',
      selection: 'Der markierte Bereich',
    },
    rowCount: (count) => plural(count, 'Auszahlung', 'Auszahlungen'),
    hidden: (count) => `${formatCount(count)} ausgeblendet`,
    leftOut: (count) => `${formatCount(count)} ausgelassen`,
    leftOutReason: {
      blank: 'leer',
      'totals-row': 'Summenzeile',
    },
    leftOutRow: (sheetRow, reason) => `Zeile ${sheetRow} (${reason})`,
    leftOutMore: (count) => `und ${formatCount(count)} weitere`,
  },

  mapping: {
    title: 'Spalten',
    summary: (mapped, total) => `${formatCount(mapped)} von ${formatCount(total)} zugeordnet`,
    text: 'Wählen Sie, welche Spalte was enthält. Ihre Wahl bleibt in dieser Arbeitsmappe gespeichert.',
    none: '—',
    noHeader: (column) => `(Spalte ${column}, ohne Überschrift)`,
    missing: 'Wählen Sie eine Spalte',
    because: {
      header: 'An ihrer Überschrift erkannt',
      'similar-header': 'An einer ähnlichen Überschrift erkannt',
      content: 'An ihrem Inhalt erkannt',
    },
    chosen: 'Für diese Arbeitsmappe gewählt',
    samples: (values) => `Erste Werte: ${values.join(' · ')}`,
    noSamples: 'Keine Werte in dieser Spalte',
  },

  problems: {
    title: (count) => plural(count, 'Problem', 'Probleme'),
    text: 'Korrigieren Sie dies im Blatt, und prüfen Sie dann erneut. Vorher kann nichts vorgemerkt werden.',
    warningsTitle: (count) => plural(count, 'Warnung', 'Warnungen'),
    warningsText: 'Nichts davon hält Sie auf, aber sehen Sie sich jede an, bevor Sie weitergehen.',
    seen: (count) =>
      count === 1
        ? 'Ich habe mir die Warnung angesehen'
        : `Ich habe mir die ${formatCount(count)} Warnungen angesehen`,
    none: 'Keine Probleme gefunden',
    noneText: 'Jede Zeile hat jede Prüfung bestanden.',
    wholeTable: 'Tabelle',
    goTo: (address) => `Zu Zelle ${address}`,
    again: 'Erneut prüfen',
    continue: 'Weiter zur Vorschau',
    continueWith: (what) => `Weiter zur Vorschau: ${what}`,
    back: 'Zurück',
    rechecking: 'Wird erneut geprüft…',
    mark: 'Im Blatt zeigen',
    markHint:
      'Färbt die Zellen, solange diese Prüfung angezeigt wird. Ihre eigene Formatierung bleibt, wie sie ist.',
    groupItems: (title, count) => `${title}, ${formatCount(count)}`,
  },

  search: {
    problems: 'Probleme durchsuchen',
    payments: 'Zahlungen durchsuchen',
    distributions: 'Ausschüttungen durchsuchen',
    results: 'Ergebnisse durchsuchen',
    rows: 'Zeilen durchsuchen',
    filter: 'Anzeigen',
    found: (count, total) => `${formatCount(count)} von ${formatCount(total)} angezeigt`,
    none: 'Dazu passt nichts. Leeren Sie die Suche, um alles zu sehen.',
    kinds: {
      all: 'Alle',
      problem: 'Probleme',
      warning: 'Warnungen',
      fixable: 'Mit Korrektur',
      unusual: 'Ungewöhnliche Beträge',
      new: 'Neue Empfänger',
      hidden: 'Ausgeblendete Zeilen',
      override: 'Mit eigenem Datum',
      decide: 'Zu entscheiden',
      before: 'Früher vorgemerkt',
      open: 'Nicht vorgemerkt',
      done: 'Vorgemerkt',
    },
  },

  corrections: {
    becomes: (to) => `Wird zu ${to}`,
    fix: 'Korrigieren',
    fixAt: (address, to) => `${address} korrigieren: wird zu ${to}`,
    fixAll: (count) => (count === 1 ? 'Korrigieren' : `Alle ${formatCount(count)} korrigieren`),
    fixAllText: (count) =>
      `Für ${plural(count, 'Zelle', 'Zellen')} gibt es eine sichere Korrektur. ${count <= 2_000 ? 'Einmal „Rückgängig“' : '„Rückgängig“'} in Excel nimmt sie zurück.`,
    working: 'Die Zellen werden korrigiert…',
    skippedTitle: (count) => `${plural(count, 'Zelle wurde', 'Zellen wurden')} nicht korrigiert`,
    skippedText: (addresses) =>
      `Seit der Prüfung geändert: ${someOf(addresses)}. Deshalb wurde dort nichts geschrieben. Sehen Sie nach, was die Prüfung jetzt sagt.`,
    undoStepsTitle: 'Die Zellen wurden in mehreren Schritten korrigiert',
    undoStepsText: (steps) =>
      `Es waren zu viele, als dass Excel sie auf einmal nähme. Um alle zurückzunehmen, wählen Sie in Excel ${formatCount(steps)}-mal „Rückgängig“.`,
  },

  tieOut: {
    title: 'Mit einer Zelle abgleichen',
    text: 'Markieren Sie die Zelle mit Ihrer eigenen Summe, und übernehmen Sie sie dann. Jede Prüfung vergleicht sie mit den Zeilen.',
    take: 'Markierte Zelle übernehmen',
    takeOther: 'Andere Zelle übernehmen',
    clear: 'Abgleich entfernen',
    at: (address) => `Summe in ${address}`,
    unreadable: (address) =>
      `${address} enthält keinen Betrag mehr. Übernehmen Sie eine andere Zelle, oder entfernen Sie den Abgleich, um weiterzugehen.`,
    noNumberTitle: 'Keine Summe in der markierten Zelle',
    noNumber: 'Markieren Sie die Zelle, die Ihre Summe als Zahl enthält, und übernehmen Sie sie dann.',
  },

  settings: {
    title: 'Prüfeinstellungen',
    text: 'Sie werden in dieser Arbeitsmappe gespeichert.',
    currency: 'Standardwährung',
    currencyHint: 'Gilt, wo eine Zeile keine Währung nennt.',
    currencyWrong: 'Geben Sie einen Code aus drei Buchstaben ein, etwa USD.',
    rules: 'Als Problem behandeln',
    rulesText:
      'Eine Warnung bittet Sie nachzusehen. Was hier eingeschaltet ist, verhindert das Vormerken, bis es korrigiert ist.',
    workbook: 'Diese Arbeitsmappe',
    opens: 'Diesen Aufgabenbereich mit der Arbeitsmappe öffnen',
    opensText:
      'Bei allen, die sie öffnen und Distribution Desk installiert haben. Es gilt, sobald die Arbeitsmappe gespeichert ist.',
    save: 'Speichern',
    cancel: 'Abbrechen',
  },
};
