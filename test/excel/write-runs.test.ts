import { describe, expect, test } from '@jest/globals';
import type { ResultCell } from '../../src/domain/index.ts';
import { writeRuns, type ResultOffsets } from '../../src/excel/write-runs.ts';

const adjacent: ResultOffsets = {
  distributionId: 5,
  paymentId: 6,
  distributionStatus: 7,
  paymentStatus: 8,
  checkedAt: 9,
  registeredId: -1,
  message: 10,
};
const cell = (
  rowOffset: number,
  column: ResultCell['column'],
  value: string | number | null,
): ResultCell => ({
  rowOffset,
  column,
  value,
  link: null,
});

describe('writeRuns', () => {
  test('gathers neighbouring rows into one block and leaves what the plan does not name', () => {
    const cells = [cell(1, 'paymentId', 'b'), cell(0, 'distributionId', 'a'), cell(1, 'message', null)];
    expect(writeRuns(cells, adjacent, [false, false])).toEqual([
      {
        rowOffset: 0,
        columnOffset: 5,
        values: [
          ['a', null, null, null, null, null],
          [null, 'b', null, null, null, null],
        ],
      },
    ]);
  });

  test('starts a new block after a gap and where hidden rows begin or end', () => {
    const rows = [0, 1, 2, 4];
    const cells = rows.map((row) => cell(row, 'distributionId', `d${row}`));
    const runs = writeRuns(cells, adjacent, [false, true, false, false, false]);
    expect(runs.map(({ rowOffset, values }) => [rowOffset, values.length])).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
      [4, 1],
    ]);
  });

  test('keeps columns apart that do not stand side by side', () => {
    const apart = { ...adjacent, distributionId: 0, paymentId: 11 };
    const cells = [cell(0, 'distributionId', 'd'), cell(0, 'paymentId', 'p'), cell(0, 'checkedAt', 45_000)];
    expect(
      writeRuns(cells, apart, [false]).map(({ columnOffset, values }) => [columnOffset, values]),
    ).toEqual([
      [0, [['d']]],
      [7, [[null, null, 45_000, null, 'p']]],
    ]);
  });
});
