import { describe, expect, test } from '@jest/globals';
import { area, fixture } from './builders.ts';

const TABLE = [
  ['Payee', 'Amount', 'Fee'],
  ['Cedar', 300, '=B2*0.1'],
  ['ash', 100, '=B3*0.1'],
  ['Birch', 200, '=B4*$B$2'],
  ['', '', ''],
];

describe('sort', () => {
  test('moves whole rows with formats and links, and formulas follow their row', () => {
    const { book, sheet, write, read, formulas, at, changes } = fixture();
    write('A1:C5', TABLE);
    book.setFormat(sheet, at('A2'), { bold: true, fillColor: '#FFFF00' }, 'addin');
    book.setHyperlink(sheet, at('A3'), { address: 'https://example.com/' }, 'addin');
    book.sort(sheet, at('A2:C5'), 0, true, 'person');
    expect(read('A2:A5').flat()).toEqual(['ash', 'Birch', 'Cedar', '']);
    expect(formulas('C2:C4').flat()).toEqual(['=B2*0.1', '=B3*$B$2', '=B4*0.1']);
    expect(read('C2:C4').flat()).toEqual([10, 20_000, 30]);
    expect(book.format(sheet, at('A4'))).toMatchObject({ bold: true, fillColor: '#FFFF00' });
    expect(book.format(sheet, at('A2')).bold).toBe(false);
    expect(book.hyperlink(sheet, at('A2'))?.address).toBe('https://example.com/');
    expect(changes.at(-1)).toMatchObject({ kind: 'sorted', source: 'person' });
    book.undo();
    expect(read('A2:A5').flat()).toEqual(['Cedar', 'ash', 'Birch', '']);
    expect(book.hyperlink(sheet, at('A3'))).not.toBeNull();
    book.redo();
    expect(formulas('C3')).toEqual([['=B3*$B$2']]);
  });

  test('orders numbers, texts, booleans, errors and blanks as Excel does, in both directions', () => {
    const { book, sheet, write, read, at } = fixture();
    const cells = [[''], ['#N/A'], [true], ['b'], [2], ['A'], [false], [10]];
    write('A1:A8', cells);
    book.sort(sheet, at('A1:A8'), 0, true, 'addin');
    expect(read('A1:A8').flat()).toEqual([2, 10, 'A', 'b', false, true, '#N/A', '']);
    book.sort(sheet, at('A1:A8'), 0, false, 'addin');
    expect(read('A1:A8').flat()).toEqual(['#N/A', true, false, 'b', 'A', 10, 2, '']);
  });

  test('keeps texts that look like numbers, exact numbers and dates, and leaves hidden rows in place', () => {
    const { book, sheet, write, read, at } = fixture();
    write('A1:C4', [
      [3, "'00300", '1/3/2024'],
      [2, "'00200", 0.1 + 0.2],
      [0, 'hidden', ''],
      [1, "'00100", 'x'],
    ]);
    book.setRowsHidden(sheet, 2, 1, true, 'person');
    book.sort(sheet, at('A1:C4'), 0, true, 'person');
    expect(read('A1:C4')).toEqual([
      [1, '00100', 'x'],
      [2, '00200', 0.1 + 0.2],
      [0, 'hidden', ''],
      [3, '00300', 45_294],
    ]);
    expect(book.texts(sheet, at('C4'))).toEqual([['1/3/2024']]);
  });

  test('refuses merged cells, spills and protected sheets', () => {
    const { book, sheet, write, at } = fixture();
    write('A1:A3', [[3], [2], [1]]);
    book.merge(sheet, at('A2:B2'), 'person');
    expect(() => book.sort(sheet, at('A1:B3'), 0, true, 'person')).toThrow(
      expect.objectContaining({ code: 'InvalidOperation' }),
    );
    book.unmerge(sheet, at('A2:B2'), 'person');
    write('B1', [['=UNIQUE(A1:A3)']]);
    expect(() => book.sort(sheet, at('A1:B3'), 0, true, 'person')).toThrow(
      expect.objectContaining({ code: 'InvalidOperation' }),
    );
    book.protect(sheet);
    expect(() => book.sort(sheet, at('A1:A3'), 0, true, 'person')).toThrow(
      expect.objectContaining({ code: 'AccessDenied' }),
    );
  });
});

describe('filter', () => {
  test('hides the rows without the texts, in its area only, and shows them again', () => {
    const { book, sheet, write, at } = fixture();
    write('A1:C5', TABLE);
    write('A9', [['below']]);
    const hidden = (): number[] => [0, 1, 2, 3, 4, 8].filter((row) => book.isRowHidden(sheet, row));
    book.filter(sheet, at('A1:C4'), 0, ['Ash'], 'person');
    expect(hidden()).toEqual([1, 3]);
    expect(book.isFiltered(sheet)).toBe(true);
    book.insertRows(sheet, 0, 1, 'person');
    expect([2, 4].every((row) => book.isRowHidden(sheet, row))).toBe(true);
    book.clearFilter(sheet, 'person');
    expect([1, 2, 3, 4, 5].some((row) => book.isRowHidden(sheet, row))).toBe(false);
    book.undo();
    expect(book.isFiltered(sheet)).toBe(true);
    expect(book.isRowHidden(sheet, 2)).toBe(true);
  });

  test('two columns narrow together, and rows hidden by hand stay hidden', () => {
    const { book, sheet, write, at } = fixture();
    write('A1:B5', [
      ['h', 'k'],
      ['a', 1],
      ['a', 2],
      ['b', 1],
      ['a', 1],
    ]);
    book.setRowsHidden(sheet, 4, 1, true, 'person');
    book.filter(sheet, at('A1:B5'), 0, ['a'], 'person');
    book.filter(sheet, at('A1:B5'), 1, ['1'], 'person');
    expect([1, 2, 3, 4].map((row) => book.isRowHidden(sheet, row))).toEqual([false, true, true, true]);
    book.clearFilter(sheet, 'person');
    expect([1, 2, 3, 4].map((row) => book.isRowHidden(sheet, row))).toEqual([false, false, false, true]);
  });

  test('leaves out the totals row of a table', () => {
    const { book, sheet, write, at } = fixture();
    write('A1:B3', [
      ['h', 'k'],
      ['a', 1],
      ['b', 2],
    ]);
    const table = book.addTable(sheet, at('A1:B3'), true, 'Payouts');
    book.setTableTotals(table.id, true);
    book.filter(sheet, book.tables()[0]?.area ?? at('A1'), 0, ['a'], 'person');
    expect([1, 2, 3].map((row) => book.isRowHidden(sheet, row))).toEqual([false, true, false]);
  });
});

describe('merge', () => {
  test('keeps the first cell, and the others cannot be written', () => {
    const { book, sheet, write, read, at } = fixture();
    write('A1:B2', [
      [1, 2],
      [3, 4],
    ]);
    book.merge(sheet, at('A1:B2'), 'person');
    write('A1:B2', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(read('A1:B2')).toEqual([
      ['a', ''],
      ['', ''],
    ]);
    book.insertRows(sheet, 0, 2, 'person');
    expect(book.merges(sheet)).toEqual([area('A3:B4')]);
    book.undo();
    book.undo();
    book.undo();
    expect(book.merges(sheet)).toEqual([]);
    expect(read('A1:B2')).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});

describe('protection', () => {
  test('refuses one locked cell among many and writes nothing, for people too', () => {
    const { book, sheet, write, read, at } = fixture();
    write('A1:B1', [['a', 'b']]);
    book.setFormat(sheet, at('A1:A9'), { locked: false }, 'addin');
    book.protect(sheet);
    const denied = expect.objectContaining({ code: 'AccessDenied' });
    expect(() => write('A1:B1', [['x', 'y']])).toThrow(denied);
    expect(() => book.type(sheet, 0, 1, 'y')).toThrow(denied);
    expect(() => book.insertRows(sheet, 0, 1, 'person')).toThrow(denied);
    expect(() => book.undo()).toThrow(denied);
    write('A1:B1', [['x', null]]);
    expect(read('A1:B1')).toEqual([['x', 'b']]);
    expect(book.format(sheet, at('A1')).locked).toBe(false);
    book.unprotect(sheet);
    write('A1:B1', [['x', 'y']]);
    expect(read('A1:B1')).toEqual([['x', 'y']]);
  });
});
