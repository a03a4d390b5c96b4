import { describe, expect, test } from '@jest/globals';
import type { Extent } from '../../src/excel/extent.ts';
import { selectedExtent, touchedRows } from '../../src/excel/selection-extent.ts';

const extent = (rowIndex: number, columnIndex: number, rowCount: number, columnCount: number): Extent => ({
  rowIndex,
  columnIndex,
  rowCount,
  columnCount,
});
const region = extent(2, 1, 10, 5);
const used = extent(0, 0, 30, 8);

describe('selectedExtent', () => {
  const cases: [string, Extent[], { foundBy: string; extent: Extent }][] = [
    ['a single cell', [extent(4, 2, 1, 1)], { foundBy: 'region', extent: region }],
    ['rows within the region', [extent(4, 1, 3, 5)], { foundBy: 'region', extent: region }],
    [
      'several areas within it',
      [extent(4, 1, 1, 1), extent(8, 1, 2, 1)],
      { foundBy: 'region', extent: region },
    ],
    [
      'a selection across blank rows',
      [extent(2, 1, 20, 5)],
      { foundBy: 'selection', extent: extent(2, 1, 20, 5) },
    ],
    [
      'whole columns, cut to the used rows',
      [extent(0, 1, 1_048_576, 5)],
      { foundBy: 'selection', extent: extent(0, 1, 30, 5) },
    ],
    ['the whole sheet', [extent(0, 0, 1_048_576, 16_384)], { foundBy: 'selection', extent: used }],
    [
      'several whole columns',
      [extent(0, 1, 1_048_576, 1), extent(0, 4, 1_048_576, 1)],
      { foundBy: 'selection', extent: extent(0, 1, 30, 4) },
    ],
    [
      'one row of cells, though it leaves the region',
      [extent(4, 1, 1, 9)],
      { foundBy: 'region', extent: region },
    ],
  ];

  test.each(cases)('%s', (_name, areas, expected) => {
    expect(selectedExtent({ areas, region, used })).toEqual(expected);
  });

  test('an empty sheet and a lone cell are no table', () => {
    const areas = [extent(0, 0, 1, 1)];
    for (const facts of [
      { areas, region: extent(0, 0, 1, 1), used: null },
      { areas, region: extent(0, 0, 1, 1), used },
    ]) {
      expect(() => selectedExtent(facts)).toThrow(expect.objectContaining({ code: 'no-table' }));
    }
  });
});

describe('touchedRows', () => {
  const cases: [string, Extent[], number[] | null][] = [
    ['one cell does not narrow', [extent(5, 2, 1, 1)], null],
    ['two cells of one row do', [extent(5, 2, 1, 2)], [2]],
    [
      'rows of several areas, in sheet order, each once',
      [extent(6, 2, 2, 1), extent(3, 1, 1, 1), extent(7, 4, 1, 1)],
      [0, 3, 4],
    ],
    ['all rows do not narrow', [extent(2, 1, 10, 5)], null],
    ['the header alone does not narrow', [extent(2, 1, 1, 5)], null],
    ['whole columns do not narrow', [extent(0, 1, 1_048_576, 1)], null],
    ['rows beyond the data do not count', [extent(10, 1, 15, 1)], [7, 8]],
  ];

  test.each(cases)('%s', (_name, areas, expected) => {
    expect(touchedRows(areas, 3, 9)).toEqual(expected);
  });
});
