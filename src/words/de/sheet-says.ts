/** See `../en/sheet-says.ts`. */
import { formatAlternatives, formatCount, formatList } from '../format.ts';
import type { Words } from '../language.ts';
import { plural } from './plural.ts';

function some(names: readonly string[], list: (names: readonly string[]) => string): string {
  const rest = names.length - 3;
  const more = rest === 1 ? '1 weiterer' : `${formatCount(rest)} weitere`;
  return list(rest > 0 ? [...names.slice(0, 3), more] : names);
}
const oneOf = (names: readonly string[]) => some(names, formatAlternatives);
const allOf = (names: readonly string[]) => some(names, formatList);

export const sheetSays: Words['sheetSays'] = {
  noAnswer: (seconds) =>
    `Excel antwortet seit ${plural(seconds, 'Sekunde', 'Sekunden')} nicht. Warten Sie, bis es reagiert, und versuchen Sie es dann erneut.`,
  editing:
    'Eine Zelle wird gerade bearbeitet. Drücken Sie im Blatt die Eingabetaste oder Esc, und versuchen Sie es dann erneut.',
  isProtected:
    'Das Blatt ist geschützt oder schreibgeschützt, deshalb kann nichts eingetragen werden. Heben Sie den Schutz auf, und versuchen Sie es dann erneut.',
  tableGone: (sheet) =>
    `Die Tabelle auf „${sheet}“ ist nicht mehr zu finden. Markieren Sie die Tabelle mit den Auszahlungen, und prüfen Sie sie erneut.`,
  checkedSheetGone:
    'Das geprüfte Blatt ist nicht mehr in dieser Arbeitsmappe. Prüfen Sie die Tabelle erneut.',
  changed:
    'Das Blatt hat sich inzwischen geändert, deshalb wurde nichts eingetragen. Versuchen Sie es erneut.',
  noRoom: (needed, free) =>
    `Die Ergebnisse brauchen rechts der Tabelle ${plural(needed, 'leere Spalte', 'leere Spalten')}; frei ${free === 1 ? 'ist' : 'sind'} ${formatCount(free)}. Fügen Sie dort leere Spalten ein, und versuchen Sie es dann erneut.`,
  nameTaken: (header) =>
    `Die Spalte „${header}“ enthält eigene Inhalte oder Formeln, wo Ergebnisse dieses Namens stehen müssten. Benennen Sie sie um, und versuchen Sie es dann erneut.`,
  noTable:
    'An der Auswahl steht keine Tabelle. Markieren Sie eine Zelle in der Tabelle mit den Auszahlungen, und versuchen Sie es dann erneut.',
  severalTables: (names) =>
    `Die Auswahl berührt mehrere Tabellen: ${formatList(names.map((name) => `„${name}“`))}. Markieren Sie eine Zelle in der Tabelle, die geprüft werden soll, und versuchen Sie es dann erneut.`,
  noCells:
    'Die Auswahl ist kein Zellbereich. Markieren Sie eine Zelle in der Tabelle mit den Auszahlungen, und versuchen Sie es dann erneut.',
  noHeaderRow: (table) =>
    `Die Tabelle „${table}“ zeigt keine Überschriftenzeile. Schalten Sie sie ein (Tabellenentwurf, Überschriftenzeile), und versuchen Sie es dann erneut.`,
  tooManyResults:
    'Diese Arbeitsmappe enthält tausend Ergebnisblätter. Löschen Sie einige, und versuchen Sie es dann erneut.',
  refused: (message, code) => `Excel hat abgelehnt: ${message} (${code})`,
  openInNova: 'In Nova öffnen',

  taken: {
    blankColumn: (column) =>
      `Die Spalte ${column} ist leer; die Spalten zu beiden Seiten wurden zur Tabelle gezählt.`,
    blankRow: (row) => `Die Zeile ${row} ist leer; die Zeilen darunter wurden auch zur Tabelle gezählt.`,
    moreBelow: (last, below) =>
      `Die Tabelle wurde bis Zeile ${last} gelesen, aber Zellen ab Zeile ${below} sehen so aus, als könnten sie dazugehören.`,
    headerAgain: (row) =>
      `Dieselben Überschriften stehen noch einmal in Zeile ${row}; die Zeilen darunter wurden ausgelassen.`,
    twoHeaderRows: (first, second) =>
      `Die Zeilen ${first} und ${second} wurden zusammen als Überschriften gelesen.`,
    noHeader: (row) =>
      `Keine Zeile sieht nach Überschriften aus, deshalb gilt Zeile ${row} als Überschriften und wird nicht ausgezahlt.`,
    nameEnds: (name, row) =>
      `Der Name „${name}“ endet in Zeile ${row}, aber darunter sind weitere Zeilen ausgefüllt.`,
    names: (taken, others) =>
      `Die Auswahl liegt in mehreren benannten Bereichen; gelesen wurde „${taken}“, nicht ${oneOf(others)}.`,
    outside: (taken, others) =>
      others.length === 0
        ? `Die Auswahl liegt außerhalb der Tabelle; gelesen wurde ${taken}.`
        : `Die Auswahl liegt außerhalb jeder Tabelle; gelesen wurde ${taken}, nicht ${oneOf(others)}.`,
    partly: (taken, outside) =>
      `Nur ein Teil der Auswahl liegt in der gelesenen Tabelle ${taken}; außerhalb ${outside.length === 1 ? 'liegt' : 'liegen'} ${allOf(outside)}.`,
    others: (taken, others) =>
      `Die Auswahl enthält mehrere Tabellen; gelesen wurde ${taken}, nicht ${oneOf(others)}.`,
  },
};
