import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distributionRequestSchema } from '../../src/contract/index.ts';
import { contentKey } from '../../src/domain/content-key.ts';
import {
  groupPayments,
  planSubmission,
  readTable,
  suggestMapping,
  validateRows,
  type PayoutRow,
} from '../../src/domain/index.ts';
import {
  cellsOf,
  headerWithResults,
  mapping,
  options,
  payoutTable,
  stagedCells,
  tableOf,
} from '../support/builders.ts';

const source = { workbook: 'a.xlsx', sheet: 'Payouts' };

const anyRow = fc.record({
  distributionName: fc.constantFrom('Q1 2026', 'Sale of XYZ'),
  vehicle: fc.constantFrom('veh_Alpha1', 'veh_Beta1'),
  distributionDate: fc.constantFrom(46112, '2026-04-01'),
  entity: fc.constantFrom('ent_a', 'ent_b', 'ent_c'),
  amount: fc.integer({ min: 1, max: 100_000_000 }).map((amount) => amount / 100),
  contacts: fc.constantFrom('', 'cnt_a', 'cnt_a;cnt_b'),
  dateOverride: fc.constantFrom('', '2026-04-02'),
  externalReference: fc.constantFrom('', 'R1', 7),
});

function rowsOf(fields: Parameters<typeof payoutTable>[0], hidden: boolean[] = []): PayoutRow[] {
  const table = payoutTable(fields);
  table.hidden = table.hidden.map((_, index) => hidden[index] ?? false);
  return validateRows(readTable(table, mapping), options).rows;
}

test('every row stands in exactly one group and every cent in exactly one total', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyRow, fc.boolean()), { minLength: 1, maxLength: 40 }), (drawn) => {
      const rows = rowsOf(
        drawn.map(([fields]) => fields),
        drawn.map(([, hidden]) => hidden),
      );
      expect(rows).toHaveLength(drawn.length);
      const { groups } = groupPayments(rows, null);
      const grouped = groups.flatMap((group) => group.rows);
      expect(grouped.map(({ index }) => index).sort((a, b) => a - b)).toEqual(rows.map(({ index }) => index));
      const cents = drawn.reduce((sum, [fields]) => sum + BigInt(Math.round(fields.amount * 100)), 0n);
      const totals = groups.flatMap((group) => group.totals);
      expect(totals.reduce((sum, total) => sum + BigInt(total.amountCents), 0n)).toBe(cents);
      const hidden = groups
        .flatMap((group) => group.hiddenTotals)
        .reduce((sum, total) => sum + total.count, 0);
      expect(hidden).toBe(drawn.filter(([, isHidden]) => isHidden).length);
      for (const group of groups) {
        const indexes = group.rows.map(({ index }) => index);
        expect(indexes).toEqual(indexes.toSorted((a, b) => a - b));
      }
      const firsts = groups.map((group) => group.rows[0]?.index ?? -1);
      expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
    }),
  );
});

test('a plan sends each row once, as the contract wants it, and its total is that of the sheet', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 30 }), (fields) => {
      const rows = rowsOf(fields);
      const plan = planSubmission(groupPayments(rows, null).groups, source);
      for (const { request, rows: planned } of plan.distributions) {
        expect(distributionRequestSchema.parse(request)).toEqual(request);
        expect(request.payments.map(({ amountCents, entity }) => [amountCents, entity])).toEqual(
          planned.map(({ amountCents, entity }) => [amountCents, entity]),
        );
      }
      const sent = plan.distributions.flatMap(({ request }) => request.payments);
      expect(sent).toHaveLength(rows.length);
      expect(plan.totals[0]?.count).toBe(rows.length);
      expect(plan.totals[0]?.amountCents).toBe(rows.reduce((sum, row) => sum + row.amountCents, 0));
    }),
  );
});

describe('the content key', () => {
  test('is equal for equal rows, and only for them', () => {
    fc.assert(
      fc.property(anyRow, anyRow, (first, second) => {
        const [a, b] = rowsOf([first, second]);
        const equal = JSON.stringify(canonical(first)) === JSON.stringify(canonical(second));
        expect(keyOf(a) === keyOf(b)).toBe(equal);
      }),
      { numRuns: 500 },
    );
  });

  test('does not depend on how a cell is written', () => {
    const [a, b] = rowsOf([
      { contacts: 'cnt_a;cnt_b', externalReference: 7, distributionDate: 46112, currency: '' },
      {
        contacts: ' cnt_a,\ncnt_b ',
        externalReference: '7',
        distributionDate: '2026-03-31',
        currency: 'usd',
      },
    ]);
    expect(keyOf(a)).toBe(keyOf(b));
  });

  function keyOf(row: PayoutRow | undefined): string {
    if (row === undefined) throw new Error('The row was not read');
    return contentKey(row);
  }

  function canonical(fields: { distributionDate: string | number; externalReference: string | number }) {
    const distributionDate = fields.distributionDate === 46112 ? '2026-03-31' : fields.distributionDate;
    return { ...fields, distributionDate, externalReference: String(fields.externalReference) };
  }
});

test('planning over a distribution that is staged in part is a bug', () => {
  const table = tableOf([[...cellsOf(), ...stagedCells('dst_a', 'dpmt_a')], cellsOf({ entity: 'ent_b' })], {
    header: headerWithResults,
  });
  const { rows } = validateRows(readTable(table, suggestMapping(table.header)), options);
  expect(() => planSubmission(groupPayments(rows, null).groups, source)).toThrow(/staged in part/);
});
