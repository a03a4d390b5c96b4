/** Subtotals that stand among the payouts: whoever pays one pays everybody above it a second time. */
import { problemTexts } from '../words/index.ts';
import type { PayoutRow } from './payout-row.ts';
import type { Problem } from './problem.ts';
import { problemAt } from './problem-codes.ts';
import { fieldCell, fieldValue, type RawRow, type ReadResult } from './read-result.ts';
import { isBlank } from './read-table.ts';
import { forEachPaced, type Pace, type Steps } from './steps.ts';
import type { ValidatedRows } from './validate-rows.ts';

/** What was added up since something, and from how many rows. */
interface Running {
  sumCents: number;
  rowCount: number;
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
  const totalsRows = read.leftOut.filter(({ reason }) => reason === 'totals-row');
  const sums = { all: none(), block: none(), group: none() };
  let [nextTotals, nextValid, nextInvalid] = [0, 0, 0];
  let lastKey: string | null = null;
  const take = (row: RawRow, amountCents: number | null, groupKey: string | null, staged: boolean): void => {
    // The row that opens a distribution can still be the subtotal of the one above it, so it is judged first.
    const found = staged || amountCents === null ? null : subtotalIn(read, row, amountCents, sums);
    if (found !== null) problems.push(found);
    if (groupKey !== null && groupKey !== lastKey) {
      lastKey = groupKey;
      restart(sums.group);
    }
    if (amountCents === null) return;
    if (found?.severity === 'problem') {
      restart(sums.block);
      restart(sums.group);
      return;
    }
    add(sums.all, amountCents);
    add(sums.block, amountCents);
    add(sums.group, amountCents);
  };
  yield* forEachPaced(read.rows, pace, (row) => {
    while ((totalsRows[nextTotals]?.rowIndex ?? Infinity) < row.rowIndex) {
      restart(sums.block);
      restart(sums.group);
      nextTotals += 1;
    }
    const valid = validated.rows[nextValid];
    if (valid?.index === row.index) {
      nextValid += 1;
      take(row, valid.amountCents, keyOf(valid), valid.staged !== null);
      return;
    }
    const invalid = validated.invalidRows[nextInvalid];
    if (invalid?.index !== row.index) throw new Error(`Row ${row.rowIndex} was not validated.`);
    nextInvalid += 1;
    take(row, invalid.roundedCents, invalid.groupKey, false);
  });
  return problems;
}

function none(): Running {
  return { sumCents: 0, rowCount: 0 };
}

function restart(running: Running): void {
  running.sumCents = 0;
  running.rowCount = 0;
}

function add(running: Running, amountCents: number): void {
  running.sumCents += amountCents;
  running.rowCount += 1;
}

function isSum({ rowCount, sumCents }: Running, amountCents: number): boolean {
  return rowCount >= 2 && sumCents === amountCents;
}

/**
 * Says subtotal in English, German or French: the word itself, or what Excel's Subtotal command writes (`North Total`,
 * `Nord Ergebnis`, `Total général`).
 */
const subtotalText =
  /\b(sub|grand|sous)[ -]?total\b|^(total|sum)s?\s*:?$|\S\s+total$|^(gesamt|gesamtsumme|gesamtbetrag|gesamtergebnis|zwischensumme|zwischentotal|summe|somme|total g[ée]n[ée]ral)\s*:?$|\S\s+(ergebnis|zwischensumme)$/i;

function subtotalIn(
  read: ReadResult,
  row: RawRow,
  amountCents: number,
  { all, block, group }: Readonly<Record<'all' | 'block' | 'group', Running>>,
): Problem | null {
  const near = isSum(group, amountCents) ? group : isSum(block, amountCents) ? block : null;
  if (near === null && !isSum(all, amountCents)) return null;
  const { rowCount } = near ?? all;
  const cell = fieldCell(read, row.rowIndex, 'amount');
  const unpayable = isBlank(fieldValue(read, row, 'entity'));
  const named = row.cells.some((value) => typeof value === 'string' && subtotalText.test(value.trim()));
  if (unpayable || named) {
    const message = problemTexts.distributions.subtotal(amountCents, 'USD', rowCount);
    return problemAt('subtotal-among-rows', message, cell, 'amount');
  }
  if (near === null) return null;
  const message = problemTexts.distributions.equalsRowsAbove(amountCents, 'USD', rowCount);
  return problemAt('amount-equals-rows-above', message, cell, 'amount');
}
