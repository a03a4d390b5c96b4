/** Rows that were changed after they were staged. */
import { afterEach, describe, expect, test } from '@jest/globals';
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
import { setLanguage } from '../../src/words/index.ts';
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
    ['amount', 1000.11, '$1,000.10', '$1,000.11'],
    ['amount', 'many', '$1,000.10', '“many”'],
    ['amount', '', '$1,000.10', ''],
    ['amount', 1000.105, '$1,000.10', '1,000.105'],
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
          /was staged as \$1,000\.10 in dpmt_Onex0; the cell now says \$1,000\.11\./,
        ),
      },
    ]);
    expect(plan?.distributions).toEqual([]);
  });
});

describe('the Message of a refresh', () => {
  afterEach(() => setLanguage('en-US'));

  const response = { checkedAt: '2026-03-09T06:00:00Z', distributions: [] };
  const plan = (table: SheetTable, contents = [content]) =>
    planRefreshWriteBack(table, suggestMapping(table.header), response, { serial: 1 }, { staged: contents })
      .plan;

  const withNote = (table: SheetTable, note: string): SheetTable => {
    const place = table.header.indexOf('Message');
    return {
      ...table,
      values: table.values.map((cells, index) => (index === 0 ? cells.with(place, note) : cells)),
    };
  };

  test('marks a changed row that is not asked about any more, and unmarks it once it is mended', () => {
    const table = staged([{ amount: 1000.11 }]);
    const [cell, ...others] = plan(table).cells;
    expect(others).toEqual([]);
    expect(cell).toMatchObject({
      rowOffset: 0,
      column: 'message',
      value: 'Changed since it was staged: amount was $1,000.10, is $1,000.11.',
    });
    const mended = withNote(staged(), String(cell?.value));
    expect(plan(mended).cells).toMatchObject([{ rowOffset: 0, column: 'message', value: '' }]);
  });

  describe('that a colleague with another language wrote', () => {
    test.each(['de-DE', 'fr-CH', 'en-GB'])(
      'in %s is known as such, and goes once the row is mended',
      async (theirs) => {
        await setLanguage(theirs);
        const note = String(plan(staged([{ amount: 1000.11 }])).cells[0]?.value);
        for (const ours of ['de-DE', 'fr-FR', 'en-US']) {
          await setLanguage(ours);
          expect(plan(withNote(staged(), note)).cells).toMatchObject([{ column: 'message', value: '' }]);
        }
      },
    );

    test('is no news in our own language, and is written anew once it says something else', async () => {
      const changed = staged([{ amount: 1000.11, dateOverride: 46114 }]);
      const own = { ...content, acceptedFrom: { workbook: 'January.xlsx', sheet: 'Run 1' } };
      const noteOf = (table: SheetTable, contents = [own]) => String(plan(table, contents).cells[0]?.value);
      await setLanguage('de-DE');
      const theirs = noteOf(changed);
      const otherAmount = noteOf(staged([{ amount: 1000.12, dateOverride: 46114 }]));
      const otherKind = noteOf(changed, [content]);
      await setLanguage('en-US');
      const news = (note: string) =>
        planRefreshWriteBack(
          withNote(changed, note),
          suggestMapping(changed.header),
          response,
          { serial: 46200 },
          { staged: [own], onlyNews: true },
        ).plan.cells;
      expect(theirs).toContain(
        'Seit dem Vormerken geändert: Betrag war 1.000,10\u00a0$, ist 1.000,11\u00a0$;',
      );
      expect(news(theirs)).toEqual([]);
      const ours = noteOf(changed);
      expect(news(ours)).toEqual([]);
      for (const note of [otherAmount, otherKind, ours.replace('amount', 'vehicle'), '']) {
        expect(news(note)).toMatchObject([{ column: 'message', value: ours }]);
      }
    });
  });

  test.each([
    ['en-US', 'en-GB'],
    ['de-DE', 'de-CH'],
    ['fr-FR', 'fr-CH'],
    ['fr-CA', 'fr-FR'],
  ])('is no news between %s and %s, while another word is', async (one, other) => {
    const table = staged([{ amount: 1000.11, distributionName: 'Q2 2026' }]);
    await setLanguage(one);
    const note = String(plan(table).cells[0]?.value);
    await setLanguage(other);
    expect(plan(table).cells[0]?.value).not.toBe(note);
    const news = (told: string) =>
      planRefreshWriteBack(
        withNote(table, told),
        suggestMapping(table.header),
        response,
        { serial: 46200 },
        { staged: [content], onlyNews: true },
      ).plan.cells;
    expect(news(note)).toEqual([]);
    expect(news(note.replace('Q2 2026', 'Q3 2026'))).toHaveLength(1);
    expect(news(note.replace('Q2 2026', 'R2 2026'))).toHaveLength(1);
  });

  test('is no news in another language where it is too long for a cell either', async () => {
    const moved = { vehicle: `veh_${'V'.repeat(60)}7`, entity: `ent_${'E'.repeat(60)}8`, dateOverride: '' };
    const table = staged([{ amount: 1000.11, ...moved, contacts: `cnt_${'C'.repeat(60)}9` }]);
    await setLanguage('de-DE');
    const theirs = String(plan(table).cells[0]?.value);
    await setLanguage('en-US');
    expect(theirs).toMatch(/^Seit dem Vormerken geändert: .{200,}…$/);
    const answer = planRefreshWriteBack(
      withNote(table, theirs),
      suggestMapping(table.header),
      response,
      { serial: 46200 },
      { staged: [content], onlyNews: true },
    );
    expect(answer.plan.cells).toEqual([]);
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
