import { afterEach, describe, expect, test } from '@jest/globals';
import { refreshResponseSchema, type Said } from '../../src/contract/index.ts';
import { planRefresh, planRefreshWriteBack, suggestMapping, type CellValue } from '../../src/domain/index.ts';
import { loadSayAgain, setLanguage } from '../../src/words/index.ts';
import { say, told } from '../../src/words/said.ts';
import { cellsOf, headerWithResults, stagedCells, tableOf } from '../support/builders.ts';

const checkedAt = { serial: 46090.25 };

function tableWith(...rows: CellValue[][]) {
  return tableOf(
    rows.map((results, index) => [...cellsOf({ entity: `ent_a${index}` }), ...results]),
    { header: headerWithResults },
  );
}

function ids(...rows: CellValue[][]) {
  const table = tableWith(...rows);
  return planRefresh(table);
}

function refresh(rows: CellValue[][], distributions: unknown[]) {
  const table = tableWith(...rows);
  const response = refreshResponseSchema.parse({ checkedAt: '2026-03-09T06:00:00Z', distributions });
  return planRefreshWriteBack(table, suggestMapping(table.header), response, checkedAt);
}

function found(distributionId: string, payments: Record<string, string>, changes: object = {}) {
  return {
    found: true,
    distributionId,
    distributionStatus: 'approved',
    senderUrl: null,
    payments: Object.entries(payments).map(([id, status]) => ({ id, status })),
    warnings: [],
    ...changes,
  };
}

describe('planRefresh', () => {
  test('asks once for each distribution that is not final', () => {
    const plan = ids(
      stagedCells('dst_a', 'dpmt_1'),
      [],
      stagedCells('dst_b', 'dpmt_2', 'executed', 'verified'),
      stagedCells('dst_a', 'dpmt_3', 'approved', 'disbursed'),
      stagedCells('dst_c', 'dpmt_4', 'executed', 'disbursed'),
      stagedCells('dst_d', 'dpmt_5', 'cancelled', 'staged'),
      stagedCells('dst_e', 'dpmt_6', 'something new', ''),
      stagedCells('dst_f', 'dpmt_7', 'executed', 'failed'),
    );
    expect(plan.distributionIds).toEqual(['dst_a', 'dst_b', 'dst_e', 'dst_f']);
    expect(plan.rows.map(({ index }) => index)).toEqual([0, 2, 3, 6, 7]);
  });

  test('what is no id is not asked for', () => {
    expect(ids(['pending'], ['', 'dpmt_a']).distributionIds).toEqual([]);
  });
});

test('the totals row of an Excel table is no payment, but a row whose fields were emptied still is', () => {
  const blank = cellsOf().map(() => '');
  const table = tableOf(
    [
      [...blank, ...stagedCells('dst_a', 'dpmt_1')],
      [...blank, ...stagedCells('dst_b', 'dpmt_2')],
    ],
    { header: headerWithResults, hasTotalsRow: true },
  );
  expect(planRefresh(table).distributionIds).toEqual(['dst_a']);
});

describe('planRefreshWriteBack', () => {
  test('puts each status beside its payment id, wherever the row stands', () => {
    const { plan, changes, failedCount, paymentsNotOnSheet } = refresh(
      [
        stagedCells('dst_a', 'dpmt_3'),
        [],
        stagedCells('dst_a', 'dpmt_1'),
        stagedCells('dst_a', 'dpmt_2', 'approved', 'disbursed'),
        stagedCells('dst_b', 'dpmt_9'),
      ],
      [found('dst_a', { dpmt_1: 'disbursed', dpmt_2: 'disbursed', dpmt_3: 'failed', dpmt_4: 'verified' })],
    );
    const statuses = plan.cells.filter(({ column }) => column === 'paymentStatus');
    expect(statuses.map(({ rowOffset, value }) => [rowOffset, value])).toEqual([
      [0, 'failed'],
      [2, 'disbursed'],
      [3, 'disbursed'],
    ]);
    expect(changes).toEqual([
      { status: 'failed', count: 1 },
      { status: 'disbursed', count: 1 },
    ]);
    expect(failedCount).toBe(1);
    expect(paymentsNotOnSheet).toEqual([
      { distributionId: 'dst_a', paymentId: 'dpmt_4', status: 'verified' },
    ]);
    expect(plan.cells.some(({ rowOffset }) => rowOffset === 1 || rowOffset === 4)).toBe(false);
    expect(plan.cells.some(({ column }) => column === 'paymentId')).toBe(false);
  });

  test('a payment that was failed before is still counted as failed, and is no change', () => {
    const result = refresh(
      [stagedCells('dst_a', 'dpmt_1', 'draft', 'failed')],
      [found('dst_a', { dpmt_1: 'failed' })],
    );
    expect(result).toMatchObject({ changes: [], failedCount: 1 });
  });

  test('a payment that is missing from the answer keeps its status and says so', () => {
    const { plan } = refresh(
      [stagedCells('dst_a', 'dpmt_1')],
      [found('dst_a', {}, { warnings: ['Pages are missing.'] })],
    );
    const written = Object.fromEntries(plan.cells.map(({ column, value }) => [column, value]));
    expect(written).toEqual({
      distributionId: 'dst_a',
      distributionStatus: 'approved',
      checkedAt: 46090.25,
      message:
        "Nova's answer does not list this payment; look at the distribution in Nova. Pages are missing.",
    });
  });

  test('a row with a distribution id alone gets the status of its distribution', () => {
    const { plan } = refresh([['dst_a']], [found('dst_a', {})]);
    expect(plan.cells.find(({ column }) => column === 'distributionStatus')?.value).toBe('approved');
    expect(plan.cells.find(({ column }) => column === 'message')?.value).toBe('');
  });

  test('a distribution that was not found keeps everything and gets a message', () => {
    const { plan } = refresh(
      [stagedCells('dst_a', 'dpmt_1')],
      [{ found: false, distributionId: 'dst_a', code: 'not_found', message: 'Nova does not know it.' }],
    );
    expect(plan.cells).toEqual([
      { rowOffset: 0, column: 'message', value: 'Not refreshed: Nova does not know it.', link: null },
    ]);
  });
});

describe('what the server says of a distribution, refreshed by two people with two languages', () => {
  afterEach(() => setLanguage('en-US'));

  /** The Message that somebody's refresh writes, and whether another one's finds news in it. */
  async function messageIn(tag: string, answer: (say: (said: Said) => string) => object, now = '') {
    await setLanguage(tag);
    const sayAgain = await loadSayAgain();
    const distribution = answer((said) => sayAgain(say(said)));
    const table = tableWith([...stagedCells('dst_a', 'dpmt_1', 'approved', 'staged')].with(-1, now));
    const response = refreshResponseSchema.parse({
      checkedAt: '2026-03-09T06:00:00Z',
      distributions: [distribution],
    });
    const plan = (onlyNews: boolean) =>
      planRefreshWriteBack(table, suggestMapping(table.header), response, checkedAt, { onlyNews }).plan.cells;
    const written = String(plan(false).find(({ column }) => column === 'message')?.value);
    // The mark that keeps a text a text is not read back.
    return { text: written.replace(/^'/, ''), news: plan(true) };
  }

  const counted = (sent: number) => (say: (said: Said) => string) =>
    found('dst_a', { dpmt_1: 'staged' }, { warnings: [say([told('otherCount', { sent, listed: 1 })])] });
  const missing = (say: (said: Said) => string) =>
    found('dst_a', { dpmt_1: 'staged' }, { warnings: [say([told('paymentsMissingStill')])] });
  test.each([
    ['a count', counted(2)],
    ['payments that are missing', missing],
  ])('%s is no news to the other one', async (_what, answer) => {
    for (const [theirs, ours] of [
      ['de-DE', 'en-US'],
      ['en-GB', 'fr-FR'],
      ['fr-CH', 'de-DE'],
    ] as const) {
      const { text } = await messageIn(theirs, answer);
      expect((await messageIn(ours, answer, text)).news).toEqual([]);
      expect((await messageIn(ours, answer)).news).not.toEqual([]);
    }
  });

  test('another count, or another warning, is', async () => {
    const { text } = await messageIn('de-DE', counted(2));
    expect(text).toBe('2 Zahlungen wurden gesendet, aber Nova führt 1 auf.');
    expect((await messageIn('en-US', counted(3), text)).news).not.toEqual([]);
    expect((await messageIn('en-US', missing, text)).news).not.toEqual([]);
  });
});
