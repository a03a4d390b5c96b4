/** Subtotals that stand among the payouts: whoever pays one pays everybody above it a second time. */
import { cents, formatCents } from '../contract/index.ts';
import type { PayoutRow } from './payout-row.ts';
import type { Problem } from './problem.ts';
import { problemAt } from './problem-codes.ts';
import { fieldCell, fieldValue, type RawRow, type ReadResult } from './read-result.ts';
import { isBlank } from './read-table.ts';
import { pauseIfDue, rowsPerLook, type Pace, type Steps } from './steps.ts';
import type { InvalidRow, ValidatedRows } from './validate-rows.ts';

/** What was added up since something, and from how many rows. */
interface Running {
  sumCents: number;
  rowCount: number;
}

interface Judged {
  amountCents: number | null;
  groupKey: string | null;
  staged: boolean;
}

/**
 * Looks down the rows for an amount that is the sum of at least two rows right above it: since the last subtotal, since
 * the distribution began, or of the whole table so far. Rows that were staged were judged before and only add up.
 */
export function* hiddenSubtotals(
  read: ReadResult,
  validated: ValidatedRows,
  keyOf: (row: PayoutRow) => string,
  pace: Pace,
): Steps<Problem[]> {
  const problems: Problem[] = [];
  const judgedOf = inSheetOrder(validated, keyOf);
  const totalsRows = read.leftOut.filter(({ reason }) => reason === 'totals-row');
  let nextTotals = 0;
  let lastKey: string | null = null;
  const all: Running = { sumCents: 0, rowCount: 0 };
  const block: Running = { sumCents: 0, rowCount: 0 };
  const group: Running = { sumCents: 0, rowCount: 0 };
  let untilLook = rowsPerLook;
  for (const row of read.rows) {
    if (untilLook-- === 0) {
      yield* pauseIfDue(pace);
      untilLook = rowsPerLook;
    }
    while ((totalsRows[nextTotals]?.rowIndex ?? Infinity) < row.rowIndex) {
      restart(block);
      restart(group);
      nextTotals += 1;
    }
    const { amountCents, groupKey, staged } = judgedOf(row);
    // The row that opens a distribution can still be the subtotal of the one above it, so it is judged first.
    const found =
      staged || amountCents === null ? null : subtotalIn(read, row, amountCents, { all, block, group });
    if (found !== null) problems.push(found);
    if (groupKey !== null && groupKey !== lastKey) {
      lastKey = groupKey;
      restart(group);
    }
    if (amountCents === null) continue;
    if (found?.severity === 'problem') {
      restart(block);
      restart(group);
      continue;
    }
    for (const running of [all, block, group]) {
      running.sumCents += amountCents;
      running.rowCount += 1;
    }
  }
  return problems;
}

function restart(running: Running): void {
  running.sumCents = 0;
  running.rowCount = 0;
}

/** What became of each row, asked in sheet order. */
function inSheetOrder(validated: ValidatedRows, keyOf: (row: PayoutRow) => string): (row: RawRow) => Judged {
  let nextValid = 0;
  let nextInvalid = 0;
  return (row) => {
    const valid = validated.rows[nextValid];
    if (valid?.index === row.index) {
      nextValid += 1;
      return { amountCents: valid.amountCents, groupKey: keyOf(valid), staged: valid.staged !== null };
    }
    const invalid: InvalidRow | undefined = validated.invalidRows[nextInvalid];
    if (invalid?.index !== row.index) throw new Error(`Row ${row.rowIndex} was not validated.`);
    nextInvalid += 1;
    return { amountCents: invalid.roundedCents, groupKey: invalid.groupKey, staged: false };
  };
}

/** Says subtotal: the word itself, or what Excel's Subtotal command writes (`North Total`, `Grand Total`). */
const subtotalText = /\b(sub|grand)[ -]?total\b|^(total|sum)s?\s*:?$|\S\s+total$/i;

function subtotalIn(
  read: ReadResult,
  row: RawRow,
  amountCents: number,
  { all, block, group }: Readonly<Record<'all' | 'block' | 'group', Running>>,
): Problem | null {
  const equals = (running: Running) => running.rowCount >= 2 && running.sumCents === amountCents;
  const near = [group, block].find(equals);
  if (near === undefined && !equals(all)) return null;
  const { rowCount } = near ?? all;
  const sum = formatCents(cents(amountCents), 'USD');
  const cell = fieldCell(read, row.rowIndex, 'amount');
  const unpayable = isBlank(fieldValue(read, row, 'entity'));
  const named = row.cells.some((value) => typeof value === 'string' && subtotalText.test(value.trim()));
  if (unpayable || named) {
    const message = `${sum} is what the ${rowCount} rows above add up to, so this row is a subtotal and no payout. Delete it or move it out of the table.`;
    return problemAt('subtotal-among-rows', message, cell, 'amount');
  }
  if (near === undefined) return null;
  const message = `${sum} is exactly what the ${rowCount} rows above add up to. If this is a subtotal, delete the row; else confirm that it is paid as well.`;
  return problemAt('amount-equals-rows-above', message, cell, 'amount');
}
