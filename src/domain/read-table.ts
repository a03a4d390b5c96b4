import { problemTexts } from '../words/index.ts';
import type { ColumnMapping, TableField } from './fields.ts';
import { findResultColumns, resultColumnOf } from './header-match.ts';
import { isUnseen } from './hidden-characters.ts';
import { payoutForm } from './payout-form.ts';
import type { LeftOutRow } from './plan.ts';
import type { Problem } from './problem.ts';
import { problemAt } from './problem-codes.ts';
import type { RawRow, ReadResult } from './read-result.ts';
import type { CellValue, SheetTable } from './sheet-table.ts';
import { finish, forEachPaced, unpaced, type Pace, type Steps } from './steps.ts';
import { idColumnNames, type FieldMapping, type TableForm } from './table-form.ts';

/**
 * Splits a table into payout rows and rows that are none. Never throws for what a sheet holds: a mapping that does not
 * fit is a problem, and its columns count as unmapped.
 */
export function readTable(table: SheetTable, mapping: ColumnMapping): ReadResult {
  return finish(readSteps(payoutForm, table, mapping, unpaced));
}

/** `readTable` for a table of any form, row by row. */
export function* readSteps<F extends TableField>(
  form: TableForm<F>,
  table: SheetTable,
  mapping: FieldMapping<F>,
  pace: Pace,
): Steps<ReadResult<F>> {
  const problems: Problem[] = [];
  const usable = checkMapping(form, table, mapping, problems);
  const mapped = form.fields.flatMap((field) => usable[field] ?? []);
  const kept = form.neverInTotals.flatMap((field) => usable[field] ?? []);
  const rows: RawRow[] = [];
  const leftOut: LeftOutRow[] = [];
  yield* forEachPaced(table.values, pace, (cells, index) => {
    const rowIndex = table.headerRowIndex + 1 + index;
    const reason = reasonToLeaveOut(table, kept, mapped, cells, index);
    if (reason === null) rows.push({ index, rowIndex, hidden: table.hidden[index] === true, cells });
    else leftOut.push({ rowIndex, reason });
  });
  const resultColumns = findResultColumns(table, form.results);
  return { form, table, mapping: usable, resultColumns, rows, leftOut, problems };
}

/** Blank means that nobody sees anything: spaces of any width and characters without one count as blank. */
export function isBlank(value: CellValue | undefined): boolean {
  return value === undefined || (typeof value === 'string' && isUnseen(value));
}

function reasonToLeaveOut(
  table: SheetTable,
  kept: number[],
  mapped: number[],
  cells: CellValue[],
  index: number,
): LeftOutRow['reason'] | null {
  if (table.hasTotalsRow && index === table.values.length - 1) return 'totals-row';
  if (areBlank(cells, mapped)) return 'blank';
  return isTotalsRow(kept, cells) ? 'totals-row' : null;
}

function areBlank(cells: readonly CellValue[], columns: readonly number[]): boolean {
  for (const column of columns) if (!isBlank(cells[column])) return false;
  return true;
}

/** In English, German and French, typed or made by Excel: `Grand Total`, `Nord Ergebnis`, `Total général`. */
const totalsText =
  /^(grand[ -]?total|sub[ -]?total|total|sum)s?\b|\b(sub[ -]?)?total$|^(gesamt|gesamtsumme|gesamtbetrag|gesamtergebnis|zwischensumme|zwischentotal|summe)\b|\S\s+ergebnis$|^(sous[ -]total|somme\s*:?$)/i;

/**
 * A total that somebody typed or that Excel's Subtotal command made. A row with an entity or a date is a payout even
 * if its payee is called "Total Return Fund", as `neverInTotals` of its form says.
 */
function isTotalsRow(kept: readonly number[], cells: CellValue[]): boolean {
  if (!areBlank(cells, kept)) return false;
  return cells.some((value) => typeof value === 'string' && totalsText.test(value.trim()));
}

function checkMapping<F extends TableField>(
  form: TableForm<F>,
  table: SheetTable,
  mapping: FieldMapping<F>,
  problems: Problem[],
): FieldMapping<F> {
  const { labels } = form;
  const usable: FieldMapping<F> = { ...mapping };
  const users = new Map<number, F>();
  for (const field of form.fields) {
    const column = mapping[field];
    if (column === null || column === undefined) {
      usable[field] = null;
      continue;
    }
    const header = table.header[column];
    const other = users.get(column);
    if (header === undefined) usable[field] = null;
    else if (resultColumnOf(header, form.results) !== null) {
      usable[field] = null;
      problems.push(resultAsField(table, column, field, labels[field]));
    } else if (other !== undefined) {
      usable[field] = null;
      const message = problemTexts.table.columnTwice(String(header), labels[other], labels[field]);
      problems.push(problemAt('column-mapped-twice', message, headerCell(table, column), field));
    } else users.set(column, field);
  }
  for (const field of form.required) {
    if (usable[field] !== null) continue;
    const message = problemTexts.table.columnMissing(labels[field]);
    problems.push(problemAt('required-column-missing', message, null, field));
  }
  checkResultHeaders(form, table, problems);
  return usable;
}

function resultAsField(table: SheetTable, column: number, field: TableField, label: string): Problem {
  const message = problemTexts.table.columnIsResult(String(table.header[column]), label);
  return problemAt('column-is-result', message, headerCell(table, column), field);
}

function checkResultHeaders<F extends TableField>(
  { results }: TableForm<F>,
  table: SheetTable,
  problems: Problem[],
): void {
  const found = findResultColumns(table, results);
  const ours = idColumnNames.some((column) => found[column] !== null);
  table.header.forEach((header, column) => {
    const name = resultColumnOf(header, results);
    if (name === null) return;
    const cell = headerCell(table, column);
    const ownName = results[name] ?? '';
    if (found[name] !== column) {
      problems.push(problemAt('result-column-twice', problemTexts.table.resultTwice(ownName), cell, null));
    } else if (!ours && table.values.some((cells) => !isBlank(cells[column]))) {
      const message = problemTexts.table.resultNameTaken(String(header));
      problems.push(problemAt('result-column-name-taken', message, cell, null));
    } else if (String(header).trim() !== ownName) {
      const message = problemTexts.table.resultSpelling(String(header), ownName);
      problems.push(problemAt('result-column-spelling', message, cell, null));
    }
  });
}

function headerCell(table: SheetTable, column: number) {
  return { rowIndex: table.headerRowIndex, columnIndex: table.firstColumnIndex + column };
}
