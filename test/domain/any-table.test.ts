import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distributionRequestSchema } from '../../src/contract/index.ts';
import { suggestMapping, type CellValue } from '../../src/domain/index.ts';
import { cellsOf, check, headerWithResults, tableOf } from '../support/builders.ts';

const anyCell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(
    '',
    'Total',
    '#N/A',
    'veh_a',
    'ent_a',
    'cnt_a',
    'dst_a',
    'dpmt_a',
    '2026-03-31',
    'USD',
    46112,
    0,
    60,
  ),
  fc.string({ maxLength: 8 }),
  fc.double(),
  fc.boolean(),
);

/** Mostly valid rows, some cells of which were replaced by anything. */
const anyCells = fc
  .array(fc.option(anyCell, { freq: 8 }), { minLength: 16, maxLength: 16 })
  .map((replaced) => replaced.map((value, index) => value ?? cellsOf()[index] ?? ''));

test('no table makes the check throw, and every row is paid once, staged, left out or carries a problem', () => {
  fc.assert(
    fc.property(fc.array(anyCells, { maxLength: 12 }), fc.boolean(), (values, date1904) => {
      const table = tableOf(values, { header: headerWithResults, date1904 });
      const result = check(table);
      expect(check(table)).toEqual(result);
      expect(result.rowCount + result.leftOut.length).toBe(values.length);
      const grouped = result.groups.flatMap((group) => group.rows.map(({ rowIndex }) => rowIndex));
      expect(new Set(grouped).size).toBe(grouped.length);
      const troubled = result.problems
        .filter(({ severity }) => severity === 'problem')
        .map(({ cell }) => cell?.rowIndex);
      const leftOut = result.leftOut.map(({ rowIndex }) => rowIndex);
      const seen = new Set<number | undefined>([...grouped, ...troubled, ...leftOut]);
      for (const [index] of values.entries()) expect(seen.has(table.headerRowIndex + 1 + index)).toBe(true);
      for (const { request } of result.plan?.distributions ?? []) distributionRequestSchema.parse(request);
    }),
    { numRuns: 400 },
  );
});

test('the order of the columns does not matter', () => {
  fc.assert(
    fc.property(
      fc.array(anyCells, { minLength: 1, maxLength: 6 }),
      fc.shuffledSubarray([...headerWithResults.keys()], { minLength: headerWithResults.length }),
      (values, order) => {
        const shuffle = <T>(cells: T[]) => order.map((column) => cells[column] as T);
        const plain = check(tableOf(values, { header: headerWithResults }));
        const header = shuffle(headerWithResults);
        const shuffled = check(tableOf(values.map(shuffle), { header }));
        const codes = (result: typeof plain) =>
          result.problems.map(({ code, cell }) => `${cell?.rowIndex} ${code}`).sort();
        expect(codes(shuffled)).toEqual(codes(plain));
        expect(shuffled.groups).toEqual(plain.groups);
        expect(suggestMapping(header).amount).toBe(order.indexOf(5));
      },
    ),
    { numRuns: 200 },
  );
});
