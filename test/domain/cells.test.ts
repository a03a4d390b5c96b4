/** Cells of any kind: what counts as blank, what is merged, and what a list of contacts can be mended to. */
import { describe, expect, test } from '@jest/globals';
import { cellAddress, type MergedArea, type SheetTable } from '../../src/domain/index.ts';
import { check, headerWithResults, payoutTable, tableOf, cellsOf } from '../support/builders.ts';

function codes(table: SheetTable): string[] {
  return check(table).problems.map(
    ({ code, cell }) => `${code} at ${cell === null ? 'table' : cellAddress(cell)}`,
  );
}

test.each([' ', '\u00a0', '\u2009\t', '\u200b', '\ufeff \u00ad', '\r\n'])(
  'a cell that holds only %j is blank',
  (blank) => {
    expect(codes(payoutTable([{ entity: blank }]))).toEqual(['required-cell-blank at E5']);
    expect(codes(payoutTable([{ contacts: blank, currency: blank, dateOverride: blank }]))).toEqual([]);
    expect(check(tableOf([cellsOf(), [blank, '', blank]])).leftOut).toEqual([
      { rowIndex: 5, reason: 'blank' },
    ]);
  },
);

describe('merged cells', () => {
  const area = (
    rowIndex: number,
    columnIndex: number,
    rowCount: number,
    columnCount: number,
  ): MergedArea => ({
    rowIndex,
    columnIndex,
    rowCount,
    columnCount,
  });
  const rows = [{}, { entity: 'ent_Bob1' }];

  test.each([
    ['two rows of one field', area(4, 2, 2, 1), ['cell-merged at C5']],
    ['two fields of one row', area(5, 3, 1, 2), ['cell-merged at D6']],
    ['from the header into the rows', area(3, 6, 2, 1), ['cell-merged at G4']],
    ['from left of the table into it', area(4, 0, 1, 2), ['cell-merged at A5']],
    ['a whole column of the sheet', area(0, 10, 1_048_576, 1), ['cell-merged at K1']],
    ['the title and the header', area(0, 1, 4, 10), []],
    ['below the rows', area(6, 1, 2, 10), []],
    ['right of the table', area(4, 11, 2, 3), []],
  ])('over %s', (_name, merged, expected) => {
    expect(codes(payoutTable(rows, { mergedAreas: [merged] }))).toEqual(expected);
  });

  test('over a column that means nothing or over a totals row do no harm, over a result column they do', () => {
    const header = [...headerWithResults, 'Notes'];
    const merged = (columnIndex: number) =>
      tableOf([cellsOf(), cellsOf(rows[1])], { header, mergedAreas: [area(4, columnIndex, 2, 1)] });
    expect(codes(merged(1 + header.indexOf('Notes')))).toEqual([]);
    expect(codes(merged(1 + header.indexOf('Message')))).toEqual(['cell-merged at Q5']);
    const total = tableOf([cellsOf(), ['Total', '', '', '', '', 1234.56]], {
      mergedAreas: [area(5, 1, 1, 4)],
    });
    expect(codes(total)).toEqual([]);
  });
});

test('contacts are mended all at once, and only those that can be', () => {
  const offered = (contacts: string) =>
    check(payoutTable([{ contacts }])).problems.map(({ correction }) => correction?.to);
  expect(offered('cnt_a\u00a0, CNT_b;cnt_c')).toEqual(['cnt_a, cnt_b;cnt_c', 'cnt_a, cnt_b;cnt_c']);
  expect(offered('cnt_\u200ba\nann@example.com')).toEqual(['cnt_a\nann@example.com', undefined]);
});

test('a cell full of spaces between contacts is read without hanging: time that grew with its square would outlast the test', () => {
  const contacts = `cnt_a${' '.repeat(32_000)}b`;
  const table = payoutTable(Array.from({ length: 50 }, (_, index) => ({ contacts, entity: `ent_${index}` })));
  expect(codes(table)).toHaveLength(50);
});
