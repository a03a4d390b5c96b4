import { expect, test } from '@jest/globals';
import type { SheetTable } from '../../src/domain/index.ts';
import { finish } from '../../src/domain/steps.ts';
import { carrySelection } from '../../src/taskpane/carry-selection.ts';
import {
  headerWithResults,
  mapping,
  payoutTable,
  stagedCells,
  cellsOf,
  tableOf,
} from '../support/builders.ts';

const read = payoutTable([{ amount: 1 }, { amount: 2 }, { amount: 3 }, { amount: 2 }], {
  selectedRows: [1, 2],
});

function carry(before: SheetTable, fresh: SheetTable): SheetTable {
  return finish(carrySelection(before, mapping, fresh, mapping, { sliceMs: 12, now: () => 0 }));
}

function carried(change: (table: SheetTable) => void): number[] | null {
  const fresh: SheetTable = { ...structuredClone(read), selectedRows: null };
  change(fresh);
  return carry(read, fresh).selectedRows;
}

test('without a selection there is none to carry', () => {
  const all = { ...read, selectedRows: null };
  expect(carry(all, read).selectedRows).toEqual(read.selectedRows);
});

test('an unchanged sheet keeps the same rows', () => {
  expect(carried(() => undefined)).toEqual([1, 2]);
});

test('sorted rows are followed, equal ones in their order', () => {
  expect(carried(({ values }) => values.reverse())).toEqual([0, 1]);
});

test('an inserted row moves them on', () => {
  expect(carried(({ values }) => values.unshift(cellsOf({ amount: 9 })))).toEqual([2, 3]);
});

test('a mended row is still the row that was selected', () => {
  expect(carried(({ values }) => values.splice(2, 1, cellsOf({ amount: 30 })))).toEqual([1, 2]);
});

test('a deleted row is no longer selected', () => {
  expect(carried(({ values }) => values.splice(2, 1))).toEqual([1]);
});

test('result columns that were added do not change a row', () => {
  const fresh = tableOf(
    [1, 2, 3, 2].map((amount) => [...cellsOf({ amount }), ...stagedCells('dst_One', `dpmt_${amount}`)]),
    { header: headerWithResults },
  );
  expect(carry(read, fresh).selectedRows).toEqual([1, 2]);
});

test('how often it pauses changes nothing', () => {
  let now = 0;
  const pausing = carrySelection(read, mapping, { ...read, selectedRows: null }, mapping, {
    sliceMs: 1,
    now: () => (now += 1),
  });
  let pauses = 0;
  let step = pausing.next();
  for (; step.done !== true; step = pausing.next()) pauses += 1;
  expect(pauses).toBeGreaterThan(1);
  expect(step.value.selectedRows).toEqual([1, 2]);
});
