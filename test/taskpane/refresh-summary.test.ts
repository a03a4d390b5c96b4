import { expect, test } from '@jest/globals';
import type { DistributionId, PaymentId, RefreshResponse } from '../../src/contract/index.ts';
import { addChanges, headlineOf, summarizeRefresh } from '../../src/taskpane/refresh-summary.ts';
import { cellsOf, headerWithResults, mapping, stagedCells, tableOf } from '../support/builders.ts';

const table = tableOf(
  [
    [...cellsOf({ payeeName: 'Ada' }), ...stagedCells('dst_One', 'dpmt_1')],
    [...cellsOf({ payeeName: 'Bob' }), ...stagedCells('dst_One', 'dpmt_2')],
    [...cellsOf({ payeeName: 'Cid' }), ...stagedCells('dst_Two', 'dpmt_3')],
    [...cellsOf({ payeeName: 'Dee' }), ...stagedCells('dst_Three', 'dpmt_4')],
  ],
  { header: headerWithResults },
);
const payment = (id: string, status: string) => ({ id: id as PaymentId, status });
const found = (id: string, distributionStatus: string, payments: ReturnType<typeof payment>[]) => ({
  found: true as const,
  distributionId: id as DistributionId,
  distributionStatus,
  senderUrl: null,
  payments,
  warnings: [],
});

test('the failed come first, and nothing that Nova did not say is counted as changed', () => {
  const response: RefreshResponse = {
    checkedAt: '2026-03-03T10:00:00Z',
    distributions: [
      found('dst_One', 'executed', [payment('dpmt_1', 'disbursed'), payment('dpmt_2', 'failed')]),
      found('dst_Two', 'draft', [payment('dpmt_3', 'staged'), payment('dpmt_9', 'staged')]),
      { found: false, distributionId: 'dst_Three' as DistributionId, code: 'not-found', message: 'Gone.' },
    ],
  };
  expect(summarizeRefresh(table, { mapping, response, staged: [], defaultCurrency: 'USD' })).toEqual({
    checkedAt: '2026-03-03T10:00:00Z',
    rowCount: 3,
    changes: [
      { status: 'failed', count: 1 },
      { status: 'disbursed', count: 1 },
    ],
    distributionChanges: [{ status: 'executed', count: 1 }],
    drift: [],
    failed: [{ payee: 'Bob', paymentId: 'dpmt_2', rowIndex: 5 }],
    statuses: [
      { status: 'disbursed', count: 1 },
      { status: 'failed', count: 1 },
      { status: 'staged', count: 1 },
    ],
    notRead: [{ distributionId: 'dst_Three', message: 'Gone.' }],
    warnings: [],
    notOnSheet: 1,
  });
});

test('a distribution that was cancelled is told, though no payment has another status', () => {
  const response: RefreshResponse = {
    checkedAt: '2026-03-03T10:00:00Z',
    distributions: [
      found('dst_One', 'cancelled', [payment('dpmt_1', 'staged'), payment('dpmt_2', 'staged')]),
      found('dst_Two', 'published', [payment('dpmt_3', 'staged')]),
    ],
  };
  const summary = summarizeRefresh(table, { mapping, response, staged: [], defaultCurrency: 'USD' });
  expect(summary.changes).toEqual([]);
  expect(summary.distributionChanges).toEqual([
    { status: 'cancelled', count: 1 },
    { status: 'published', count: 1 },
  ]);
  expect(headlineOf(summary)).toEqual(['1 distribution became cancelled']);
  expect(headlineOf({ ...summary, distributionChanges: [{ status: 'published', count: 2 }] })).toEqual([
    '2 distributions became published',
  ]);
  expect(headlineOf(addChanges(summary, { ...summary, changes: [{ status: 'failed', count: 1 }] }))).toEqual([
    '1 failed',
    '2 distributions became cancelled',
  ]);
});
