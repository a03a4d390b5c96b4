/** Rows that were changed after they were staged. */
import { describe, expect, test } from '@jest/globals';
import type { StagedContent } from '../../src/contract/index.ts';
import {
  findDrift,
  planRefreshWriteBack,
  readTable,
  suggestMapping,
  type CellValue,
  type PayoutField,
  type PlannedDistribution,
  type SheetTable,
} from '../../src/domain/index.ts';
import {
  accepted,
  cellsOf,
  check,
  fieldOrder,
  header,
  headerWithResults,
  payoutTable,
  planOf,
  stagedCells,
  stagedContent,
  tableOf,
} from '../support/builders.ts';

const rows: Partial<Record<PayoutField, CellValue>>[] = [
  { entity: 'ent_A1', amount: 1000.1, contacts: 'cnt_B, cnt_A', dateOverride: 46113 },
  { entity: 'ent_A2', amount: 0.07 },
];
const [planned] = planOf(payoutTable(rows)).distributions as [PlannedDistribution];
const outcome = accepted(planned, 'dst_One');
const content = stagedContent(planned, outcome);

/** The staged rows with their ids, some fields changed since. */
function staged(changes: Partial<Record<PayoutField, CellValue>>[] = [], ids = outcome.payments): SheetTable {
  return tableOf(
    rows.map((row, index) => [
      ...cellsOf({ ...row, ...changes[index] }),
      ...stagedCells('dst_One', ids[index]?.id ?? ''),
    ]),
    { header: headerWithResults },
  );
}

function drift(table: SheetTable, contents: StagedContent[] = [content]) {
  return findDrift(readTable(table, suggestMapping(table.header)), contents, 'USD');
}

describe('a row that differs from what was staged', () => {
  test('is none while nothing was changed, contacts in another order and the payee’s name included', () => {
    expect(drift(staged([{ contacts: 'cnt_A;cnt_B', payeeName: 'Another name' }]))).toEqual([]);
  });

  test.each<[PayoutField, CellValue, string, string]>([
    ['amount', 1000.11, '1,000.10 USD', '1,000.11 USD'],
    ['amount', 'many', '1,000.10 USD', '"many"'],
    ['amount', '', '1,000.10 USD', ''],
    ['amount', 1000.105, '1,000.10 USD', '1000.105'],
    ['entity', 'ent_Z9', 'ent_A1', 'ent_Z9'],
    ['vehicle', 'veh_Z9', 'veh_Alpha1', 'veh_Z9'],
    ['distributionName', 'Q2 2026', 'Q1 2026', 'Q2 2026'],
    ['distributionDate', 46114, '2026-03-31', '2026-04-02'],
    ['dateOverride', '', '2026-04-01', ''],
    ['externalReference', 'ref', '', 'ref'],
    ['contacts', 'cnt_A', 'cnt_A, cnt_B', 'cnt_A'],
  ])('names both values of %s when it says %j', (field, value, before, now) => {
    const table = staged([{ [field]: value }]);
    const cell = {
      rowIndex: 4,
      columnIndex: 1 + table.header.indexOf(header[fieldOrder.indexOf(field)] ?? ''),
    };
    expect(drift(table)).toEqual([
      {
        index: 0,
        rowIndex: 4,
        distributionId: 'dst_One',
        paymentId: 'dpmt_Onex0',
        differences: [{ field, cell, staged: before, now }],
      },
    ]);
  });

  test('is found wherever it was sorted to', () => {
    const table = staged([{}, { amount: 0.08 }]);
    table.values.reverse();
    expect(drift(table).map(({ index, paymentId }) => [index, paymentId])).toEqual([[0, 'dpmt_Onex1']]);
  });

  test('says nothing of a distribution that the ledger does not hold, nor of a cancelled one', () => {
    const table = staged([{ amount: 5 }]);
    expect(drift(table, [])).toEqual([]);
    expect(drift(table, [{ ...content, distributionStatus: 'cancelled' }])).toEqual([]);
  });

  test('bears the payment id of another distribution', () => {
    const elsewhere = staged(
      [],
      [{ id: 'dpmt_Elsewhere' as never, status: 'staged' }, outcome.payments[1] ?? null],
    );
    expect(drift(elsewhere)).toMatchObject([{ index: 0, differences: [{ field: 'entity', staged: '' }] }]);
    const partly = { ...content, payments: content.payments.map((one) => ({ ...one, id: null })) };
    expect(drift(elsewhere, [partly])).toEqual([]);
  });

  test('is a warning of the check at its cell, with both values', () => {
    const { problems, plan } = check(staged([{ amount: 1000.11 }]), { staged: [content] });
    expect(problems).toMatchObject([
      {
        code: 'changed-since-staged',
        severity: 'warning',
        cell: { rowIndex: 4 },
        message: expect.stringMatching(
          /was staged as 1,000\.10 USD in dpmt_Onex0; the cell now says 1,000\.11 USD/,
        ),
      },
    ]);
    expect(plan?.distributions).toEqual([]);
  });
});

describe('the Message of a refresh', () => {
  const response = { checkedAt: '2026-03-09T06:00:00Z', distributions: [] };
  const plan = (table: SheetTable, contents = [content]) =>
    planRefreshWriteBack(table, suggestMapping(table.header), response, { serial: 1 }, { staged: contents })
      .plan;

  test('marks a changed row that is not asked about any more, and unmarks it once it is mended', () => {
    const table = staged([{ amount: 1000.11 }]);
    const [cell, ...others] = plan(table).cells;
    expect(others).toEqual([]);
    expect(cell).toMatchObject({
      rowOffset: 0,
      column: 'message',
      value: 'Changed since it was staged: amount was 1,000.10 USD, is 1,000.11 USD.',
    });
    const mended = staged();
    const place = mended.header.indexOf('Message');
    mended.values[0] = (mended.values[0] ?? []).with(place, cell?.value ?? '');
    expect(plan(mended).cells).toMatchObject([{ rowOffset: 0, column: 'message', value: '' }]);
  });

  test('leaves what is no news alone when nobody asked', () => {
    const table = staged();
    const found = {
      found: true as const,
      distributionId: outcome.distributionId,
      distributionStatus: 'draft',
      senderUrl: null,
      payments: outcome.payments.filter((one) => one !== null),
      warnings: [],
    };
    const news = (payments: typeof found.payments) =>
      planRefreshWriteBack(
        table,
        suggestMapping(table.header),
        { ...response, distributions: [{ ...found, payments }] },
        { serial: 46200 },
        { onlyNews: true },
      ).plan.cells;
    expect(news(found.payments)).toEqual([]);
    const [first, second] = found.payments;
    if (first === undefined || second === undefined) throw new Error('two payments');
    expect(new Set(news([first, { ...second, status: 'failed' }]).map(({ rowOffset }) => rowOffset))).toEqual(
      new Set([1]),
    );
  });

  test('says from which workbook, when and by whom a row was staged', () => {
    const from = { ...content, acceptedFrom: { workbook: 'January.xlsx', sheet: 'Run 1' } };
    const table = staged([{ amount: 5 }]);
    expect(plan(table, [from]).cells[0]?.value).toContain(
      'Staged from January.xlsx, sheet Run 1, on 2026-03-02 10:00 UTC by Preparer.',
    );
  });
});
