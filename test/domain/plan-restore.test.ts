/** Ids that come back by content, and rows that a cancelled distribution sets free. */
import { describe, expect, test } from '@jest/globals';
import {
  planWriteBack,
  restoreParts,
  suggestMapping,
  wholeWithoutIds,
  type CellValue,
  type PayoutField,
  type PlannedDistribution,
  type SheetTable,
} from '../../src/domain/index.ts';
import {
  accepted,
  cellsOf,
  check,
  headerWithResults,
  payoutTable,
  planOf,
  stagedCells,
  stagedContent,
  tableOf,
} from '../support/builders.ts';

const rows: Partial<Record<PayoutField, CellValue>>[] = [
  { entity: 'ent_A1', amount: 10, contacts: 'cnt_B;cnt_A' },
  { entity: 'ent_A2', amount: 20 },
  { entity: 'ent_A2', amount: 20 },
  { entity: 'ent_A3', amount: 30 },
];
const [planned] = planOf(payoutTable(rows)).distributions as [PlannedDistribution];
const outcome = accepted(planned, 'dst_One');
const content = stagedContent(planned, outcome);
const checkedAt = { serial: 46200 };

/** The rows with ids beside those of `bearing` alone. */
function partly(bearing: number[], changes: Partial<Record<PayoutField, CellValue>>[] = []): SheetTable {
  return tableOf(
    rows.map((row, index) => [
      ...cellsOf({ ...row, ...changes[index] }),
      ...(bearing.includes(index) ? stagedCells('dst_One', outcome.payments[index]?.id ?? '') : []),
    ]),
    { header: headerWithResults },
  );
}

function paymentIdsWritten(table: SheetTable): (string | number | null)[] {
  const parts = restoreParts(check(table, { staged: [content] }).groups, [content]);
  const { cells, unplaced } = planWriteBack(table, suggestMapping(table.header), parts, checkedAt);
  expect(unplaced).toEqual([]);
  return cells
    .filter(({ column }) => column === 'paymentId')
    .map(({ rowOffset, value }) => `${rowOffset} ${value}`);
}

test('ids of the other mode come back to no row', () => {
  const { groups } = check(partly([2]), { staged: [content] });
  expect(restoreParts(groups, [content])).toHaveLength(1);
  expect(restoreParts(groups, [{ ...content, isOfOtherMode: true }])).toEqual([]);
});

describe('rows of a distribution that lost some of its ids', () => {
  test('get the ids that no row bears, equal rows in sheet order', () => {
    expect(paymentIdsWritten(partly([2]))).toEqual(['0 dpmt_Onex0', '1 dpmt_Onex1', '3 dpmt_Onex3']);
    expect(paymentIdsWritten(partly([0, 1]))).toEqual(['2 dpmt_Onex2', '3 dpmt_Onex3']);
  });

  test('get them back when the row itself was gone and came back later', () => {
    const table = partly([0, 1, 2]);
    const gone = table.values.pop() ?? [];
    expect(paymentIdsWritten({ ...table, hidden: table.hidden.slice(1) })).toEqual([]);
    table.values.unshift(gone);
    expect(paymentIdsWritten(table)).toEqual(['0 dpmt_Onex3']);
  });

  test('get none when they were changed, or when all of the content is taken', () => {
    expect(paymentIdsWritten(partly([0, 1, 2], [{}, {}, {}, { amount: 31 }]))).toEqual([]);
    const table = partly([0, 1, 2, 3]);
    table.values.push([...cellsOf(rows[3]), '', '', '', '', '', '']);
    expect(paymentIdsWritten({ ...table, hidden: [...table.hidden, false] })).toEqual([]);
  });

  test('are no whole distribution to look up', () => {
    expect(wholeWithoutIds(check(partly([0])).groups)).toEqual([]);
    expect(wholeWithoutIds(check(partly([])).groups)).toHaveLength(1);
  });
});

describe('rows of a cancelled distribution', () => {
  const cancelled = { ...content, distributionStatus: 'cancelled' };

  test('are planned again when the ledger says that it is cancelled, whatever the sheet says', () => {
    const table = partly([0, 1, 2, 3]);
    expect(check(table, { staged: [content] }).plan?.distributions).toEqual([]);
    const freed = check(table, { staged: [cancelled] }).plan;
    expect(freed?.alreadyStaged).toEqual([]);
    expect(freed?.distributions.map(({ request }) => request)).toEqual([planned.request]);
    expect(freed?.distributions[0]?.rows.map(({ replaced }) => replaced?.distributionId)).toEqual(
      rows.map(() => 'dst_One'),
    );
    const typed = partly([0, 1, 2, 3]);
    const status = typed.header.indexOf('Distribution status');
    for (const row of typed.values) row[status] = 'cancelled';
    expect(check(typed).plan?.distributions).toEqual([]);
  });

  test('take the new ids over the old ones, each beside its own row', () => {
    const table = partly([0, 1, 2, 3], [{}, {}, {}, { amount: 33 }]);
    const [anew] = check(table, { staged: [cancelled] }).plan?.distributions as [PlannedDistribution];
    const results = [{ distribution: anew, outcome: accepted(anew, 'dst_Two') }];
    table.values.reverse();
    const { cells, unplaced } = planWriteBack(table, suggestMapping(table.header), results, checkedAt);
    expect(unplaced).toEqual([]);
    expect(
      cells.filter(({ column }) => column === 'paymentId').map(({ rowOffset, value }) => [rowOffset, value]),
    ).toEqual([
      [0, 'dpmt_Twox3'],
      [1, 'dpmt_Twox2'],
      [2, 'dpmt_Twox1'],
      [3, 'dpmt_Twox0'],
    ]);
  });

  test('never give up the ids of another distribution', () => {
    const table = partly([0, 1, 2, 3]);
    const [anew] = check(table, { staged: [cancelled] }).plan?.distributions as [PlannedDistribution];
    const id = table.header.indexOf('Nova distribution');
    for (const row of table.values) row[id] = 'dst_Other';
    for (const row of table.values) row[id + 1] = `${String(row[id + 1])}y`;
    const results = [{ distribution: anew, outcome: accepted(anew, 'dst_Two') }];
    const { cells, unplaced } = planWriteBack(table, suggestMapping(table.header), results, checkedAt);
    expect(cells).toEqual([]);
    expect(unplaced).toHaveLength(rows.length);
  });
});

test('a restored row says from which workbook it was staged', () => {
  const table = partly([]);
  const from = { workbook: 'January.xlsx', sheet: 'Run 1' };
  const results = [{ distribution: planned, outcome: { ...outcome, existing: true, acceptedFrom: from } }];
  const { cells } = planWriteBack(table, suggestMapping(table.header), results, checkedAt);
  const messages = cells.filter(({ column }) => column === 'message').map(({ value }) => value);
  expect(new Set(messages)).toEqual(
    new Set(['Staged from January.xlsx, sheet Run 1, on 2026-03-02 10:00 UTC by Preparer.']),
  );
});
