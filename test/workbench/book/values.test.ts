import { describe, expect, test } from '@jest/globals';
import { area, fixture } from './builders.ts';

describe('values', () => {
  test('numbers come back as the doubles they are, typed, assigned or computed', () => {
    const { read, write, book, sheet } = fixture();
    write('A1:A8', [
      [0.1 + 0.2],
      ['=0.1+0.2'],
      [1234.565],
      ['=1234.565'],
      ['=1/3'],
      [1e-7],
      [1e21],
      [7.999999999999999],
    ]);
    book.type(sheet, 8, 0, '1234.565');
    expect(read('A1:A9').flat()).toEqual([
      0.1 + 0.2,
      0.1 + 0.2,
      1234.565,
      1234.565,
      1 / 3,
      1e-7,
      1e21,
      7.999999999999999,
      1234.565,
    ]);
    expect(book.numberFormats(sheet, area('A1:A8')).flat()).toEqual(new Array(8).fill('General'));
  });

  test('the used area follows what is written and emptied, before there is a formula and after', () => {
    const { write, book, sheet } = fixture();
    const used = () => book.usedArea(sheet, true);
    for (const formula of ['', '=1+1']) {
      write('B2:C3', [
        ['a', 1],
        ['b', formula],
      ]);
      expect(used()).toEqual(area('B2:C3'));
      write('E5', [['far']]);
      expect(used()).toEqual(area('B2:E5'));
      write('E5', [['']]);
      expect(used()).toEqual(area('B2:C3'));
      write('B2:B3', [[''], ['']]);
      expect(used()).toEqual(area(formula === '' ? 'C2' : 'C2:C3'));
      book.undo();
      expect(used()).toEqual(area('B2:C3'));
    }
    write('D1', [['=SEQUENCE(1,3)']]);
    expect(used()).toEqual(area('B1:F3'));
  });

  test('texts, booleans, errors, dates and blanks keep their kinds', () => {
    const { read, write, formulas, book, sheet } = fixture();
    write('A1:H1', [['hello', true, '=TRUE', '=1/0', '=NA()', '=""', '=DATE(2024,1,5)', '']]);
    expect(read('A1:I1')).toEqual([['hello', true, true, '#DIV/0!', '#N/A', '', 45296, '', '']]);
    expect(formulas('A1:F1')).toEqual([['hello', true, '=TRUE', '=1/0', '=NA()', '=""']]);
    write('A2:C2', [['3/4/2024', '5%', '$1,234.50']]);
    expect(read('A2:C2')).toEqual([[45355, 0.05, 1234.5]]);
    expect(book.numberFormats(sheet, area('A2'))[0]?.[0]).toBe('m/d/yyyy');
  });

  test('what is text stays text', () => {
    const { read, write, formulas, book, sheet, at } = fixture();
    book.setNumberFormats(sheet, at('A1:A4'), [['@'], ['@'], ['@'], ['@']], 'addin');
    write('A1:A4', [['00123'], ['3/4/2024'], ['=A1'], [5]]);
    write('B1:B4', [["'00123"], ["'=A1"], ['dst_01H8'], ["'=1+1"]]);
    expect(read('A1:B4')).toEqual([
      ['00123', '00123'],
      ['3/4/2024', '=A1'],
      ['=A1', 'dst_01H8'],
      ['5', '=1+1'],
    ]);
    expect(formulas('A3:B3')).toEqual([['=A1', 'dst_01H8']]);
    book.type(sheet, 0, 0, '00456');
    expect(read('A1')).toEqual([['00456']]);
  });

  test('null leaves a cell and an empty string clears it', () => {
    const { read, write } = fixture();
    write('A1:B1', [['a', 'b']]);
    write('A1:B1', [[null, '']]);
    expect(read('A1:B1')).toEqual([['a', '']]);
  });

  test('a wrong shape and an area outside the grid are refused', () => {
    const { book, sheet, write } = fixture();
    expect(() => write('A1:B1', [['a']])).toThrow(expect.objectContaining({ code: 'InvalidArgument' }));
    const outside = { row: 1_048_575, column: 0, rows: 2, columns: 1 };
    expect(() => book.values(sheet, outside)).toThrow(expect.objectContaining({ code: 'InvalidArgument' }));
    expect(() => write('A1', [[Number.NaN]])).toThrow(expect.objectContaining({ code: 'InvalidArgument' }));
  });

  test('a spill is one area, and its numbers are exact', () => {
    const { book, sheet, write, read } = fixture();
    write('A1:A3', [[0.1 + 0.2], ['=0.1+0.2'], ['x']]);
    write('C1', [['=UNIQUE(A2:A3)']]);
    expect(read('C1:C2')).toEqual([[0.1 + 0.2], ['x']]);
    expect(book.spillArea(sheet, 1, 2)).toEqual(area('C1:C2'));
    expect(book.spillArea(sheet, 0, 0)).toBeNull();
    write('C2', [['in the way']]);
    expect(read('C1')).toEqual([['#SPILL!']]);
  });

  test('used and surrounding areas', () => {
    const { book, sheet, write, at } = fixture();
    expect(book.usedArea(sheet, true)).toBeNull();
    write('B2:C3', [
      ['a', 'b'],
      ['c', ''],
    ]);
    write('D4', [['diagonal']]);
    write('H9', [['far']]);
    expect(book.usedArea(sheet, true)).toEqual(at('B2:H9'));
    expect(book.surroundingArea(sheet, at('B2'))).toEqual(at('B2:D4'));
    write('H9', [['']]);
    expect(book.usedArea(sheet, true)).toEqual(at('B2:D4'));
  });

  test('the region around a cell reaches over corners, in whatever order it grows', () => {
    const { book, sheet, write, at } = fixture();
    write('C3', [['x']]);
    write('D4', [['x']]);
    write('E2:E3', [['x'], ['x']]);
    write('F1', [['x']]);
    write('H9', [['far']]);
    expect(book.surroundingArea(sheet, at('C3'))).toEqual(at('C1:F4'));
    expect(book.surroundingArea(sheet, at('F1'))).toEqual(at('C1:F4'));
    expect(book.surroundingArea(sheet, at('B5'))).toEqual(at('B5'));
    expect(book.surroundingArea(sheet, at('B4'))).toEqual(at('B1:F4'));
    expect(book.surroundingArea(sheet, at('H9'))).toEqual(at('H9'));
  });

  test('ten thousand rows with a formula in each are read and written', () => {
    const { book, sheet, write } = fixture();
    const rows = Array.from({ length: 10_000 }, (_, row) =>
      Array.from({ length: 12 }, (_, column) => (column === 11 ? `=A${row + 1}*1.1` : row + column / 8)),
    );
    write('A1:L10000', rows);
    const values = book.values(sheet, area('A1:L10000'));
    expect(values[9_999]?.[11]).toBe(9_999 * 1.1);
    expect(book.surroundingArea(sheet, area('F5000'))).toEqual(area('A1:L10000'));
    expect(values[7]?.[1]).toBe(7.125);
    book.undo();
    expect(book.usedArea(sheet, true)).toBeNull();
  });
});
