import {
  fieldLabels,
  payoutFields,
  requiredFields,
  resultColumns,
  type ColumnMapping,
  type PayoutField,
} from './fields.ts';
import { findResultColumns, resultColumnOf } from './header-match.ts';
import { isUnseen } from './hidden-characters.ts';
import type { LeftOutRow } from './plan.ts';
import type { Problem } from './problem.ts';
import { problemAt } from './problem-codes.ts';
import type { RawRow, ReadResult } from './read-result.ts';
import type { CellValue, SheetTable } from './sheet-table.ts';
import { finish, forEachPaced, unpaced, type Pace, type Steps } from './steps.ts';

/**
 * Splits a table into payout rows and rows that are none. Never throws for what a sheet holds: a mapping that does not
 * fit is a problem, and its columns count as unmapped.
 */
export function readTable(table: SheetTable, mapping: ColumnMapping): ReadResult {
  return finish(readSteps(table, mapping, unpaced));
}

/** `readTable`, row by row. */
export function* readSteps(table: SheetTable, mapping: ColumnMapping, pace: Pace): Steps<ReadResult> {
  const problems: Problem[] = [];
  const usable = checkMapping(table, mapping, problems);
  const mapped = payoutFields.flatMap((field) => usable[field] ?? []);
  const rows: RawRow[] = [];
  const leftOut: LeftOutRow[] = [];
  yield* forEachPaced(table.values, pace, (cells, index) => {
    const rowIndex = table.headerRowIndex + 1 + index;
    const reason = reasonToLeaveOut(table, usable, mapped, cells, index);
    if (reason === null) rows.push({ index, rowIndex, hidden: table.hidden[index] === true, cells });
    else leftOut.push({ rowIndex, reason });
  });
  return { table, mapping: usable, resultColumns: findResultColumns(table), rows, leftOut, problems };
}

/** Blank means that nobody sees anything: spaces of any width and characters without one count as blank. */
export function isBlank(value: CellValue | undefined): boolean {
  return value === undefined || (typeof value === 'string' && isUnseen(value));
}

function reasonToLeaveOut(
  table: SheetTable,
  mapping: ColumnMapping,
  mapped: number[],
  cells: CellValue[],
  index: number,
): LeftOutRow['reason'] | null {
  if (table.hasTotalsRow && index === table.values.length - 1) return 'totals-row';
  if (areBlank(cells, mapped)) return 'blank';
  return isTotalsRow(mapping, cells) ? 'totals-row' : null;
}

function areBlank(cells: readonly CellValue[], columns: readonly number[]): boolean {
  for (const column of columns) if (!isBlank(cells[column])) return false;
  return true;
}

const totalsText = /^(grand[ -]?total|sub[ -]?total|total|sum)s?\b|\b(sub[ -]?)?total$/i;

/**
 * A total that somebody typed or that Excel's Subtotal command made. A row with an entity or a date is a payout even
 * if its payee is called "Total Return Fund": it is better to complain about a row than to leave it unpaid unseen.
 */
function isTotalsRow(mapping: ColumnMapping, cells: CellValue[]): boolean {
  const { entity, distributionDate } = mapping;
  if (entity !== null && !isBlank(cells[entity])) return false;
  if (distributionDate !== null && !isBlank(cells[distributionDate])) return false;
  return cells.some((value) => typeof value === 'string' && totalsText.test(value.trim()));
}

function checkMapping(table: SheetTable, mapping: ColumnMapping, problems: Problem[]): ColumnMapping {
  const usable: ColumnMapping = { ...mapping };
  const users = new Map<number, PayoutField>();
  for (const field of payoutFields) {
    const column = mapping[field];
    if (column === null || column === undefined) {
      usable[field] = null;
      continue;
    }
    const header = table.header[column];
    const other = users.get(column);
    if (header === undefined) usable[field] = null;
    else if (resultColumnOf(header) !== null) {
      usable[field] = null;
      problems.push(resultAsField(table, column, field));
    } else if (other !== undefined) {
      usable[field] = null;
      problems.push(mappedTwice(table, column, other, field));
    } else users.set(column, field);
  }
  for (const field of requiredFields) {
    if (usable[field] !== null) continue;
    const message = `No column holds the ${fieldLabels[field]}. Choose the column, or add one to the table.`;
    problems.push(problemAt('required-column-missing', message, null, field));
  }
  checkResultHeaders(table, problems);
  return usable;
}

function resultAsField(table: SheetTable, column: number, field: PayoutField): Problem {
  const message = `The column "${String(table.header[column])}" holds results and cannot be the ${fieldLabels[field]}. Choose another column.`;
  return problemAt('column-is-result', message, headerCell(table, column), field);
}

function mappedTwice(table: SheetTable, column: number, first: PayoutField, second: PayoutField): Problem {
  const message = `The column "${String(table.header[column])}" is chosen for both the ${fieldLabels[first]} and the ${fieldLabels[second]}. Choose another column for one of them.`;
  return problemAt('column-mapped-twice', message, headerCell(table, column), second);
}

function checkResultHeaders(table: SheetTable, problems: Problem[]): void {
  const found = findResultColumns(table);
  const ours = found.distributionId !== null || found.paymentId !== null;
  table.header.forEach((header, column) => {
    const name = resultColumnOf(header);
    if (name === null) return;
    const cell = headerCell(table, column);
    if (found[name] !== column) {
      const message = `Two columns are called "${resultColumns[name]}". Rename or delete the one that does not hold the results.`;
      problems.push(problemAt('result-column-twice', message, cell, null));
    } else if (!ours && table.values.some((cells) => !isBlank(cells[column]))) {
      const message = `Results would be written into your column "${String(header)}". Rename that column.`;
      problems.push(problemAt('result-column-name-taken', message, cell, null));
    } else if (String(header).trim() !== resultColumns[name]) {
      const message = `The column "${String(header)}" must be called "${resultColumns[name]}" exactly, so that results are written there. Rename it.`;
      problems.push(problemAt('result-column-spelling', message, cell, null));
    }
  });
}

function headerCell(table: SheetTable, column: number) {
  return { rowIndex: table.headerRowIndex, columnIndex: table.firstColumnIndex + column };
}
