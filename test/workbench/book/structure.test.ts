import { describe, expect, test } from '@jest/globals';
import { area, fixture } from './builders.ts';

describe('rows and columns inserted and deleted', () => {
  test('tracked areas follow their cells, grow inside, vanish with them, and come back with undo', () => {
    const { book, sheet, at } = fixture();
    const below = book.track(sheet, at('B5:C6'));
    const doomed = book.track(sheet, at('A2:B3'));
    const whole = book.track(sheet, at('A:C'));
    book.insertRows(sheet, 4, 2, 'person');
    expect(below.area).toEqual(at('B7:C8'));
    book.insertRows(sheet, 7, 1, 'person');
    expect(below.area).toEqual(at('B7:C9'));
    book.deleteRows(sheet, 1, 2, 'addin');
    expect(doomed.area).toBeNull();
    expect(below.area).toEqual(at('B5:C7'));
    expect(whole.area).toEqual(at('A:C'));
    const late = book.track(sheet, at('B5'));
    book.undo();
    expect(doomed.area).toEqual(at('A2:B3'));
    expect(below.area).toEqual(at('B7:C9'));
    expect(late.area).toEqual(at('B7'));
    book.redo();
    expect(doomed.area).toBeNull();
    expect(late.area).toEqual(at('B5'));
    book.insertColumns(sheet, 0, 1, 'person');
    expect(below.area).toEqual(at('C5:D7'));
  });

  test.each([
    ['insertRows', 'B4:I6'],
    ['deleteRows', 'B2:I4'],
    ['insertColumns', 'C3:J5'],
    ['deleteColumns', 'A3:H5'],
  ] as const)('%s leaves every value behind it what it is, there and back', (action, after) => {
    const { book, sheet, at, write, read } = fixture();
    const texts = ['00123', '=1+1', 'TRUE', '1/2/2026', '12 %', '-wire', '#N/A'];
    const numbers = [0.1 + 0.2, 2 ** 60, 1e-7, 46_024, -1.005, true, ''];
    book.setNumberFormats(sheet, at('B4:H4'), [texts.map(() => '@')], 'addin');
    write('B3:H5', [texts.map((text) => `'${text}`), texts, numbers]);
    write('I3:I5', [['=LEN(B3)'], ['=D5*1'], ['=SEQUENCE(1)']]);
    const before = read('B3:I5');
    expect(before.slice(0, 2).map((line) => line.slice(0, 7))).toEqual([texts, texts]);
    expect(before[2]?.slice(0, 7)).toEqual(numbers);
    const formats = book.numberFormats(sheet, at('B3:H5'));

    book[action](sheet, 0, 1, 'person');
    expect(read(after)).toEqual(before);
    const [corner] = after.split(':');
    expect(book.numberFormats(sheet, at(after))[1]?.[0]).toBe('@');
    // A text that is changed in the sheet by typing it anew is one still, because its apostrophe moved along.
    expect(book.formulas(sheet, at(corner ?? ''))).toEqual([['00123']]);
    book.undo();
    expect(read('B3:I5')).toEqual(before);
    expect(book.numberFormats(sheet, at('B3:H5'))).toEqual(formats);
    book.redo();
    expect(read(after)).toEqual(before);
    book.undo();
    expect(read('B3:I5')).toEqual(before);
  });

  test('references in formulas and events follow', () => {
    const { book, sheet, write, formulas, changes } = fixture();
    write('A1:B2', [
      [1, '=SUM(A1:A2)'],
      [2, ''],
    ]);
    book.insertRows(sheet, 1, 1, 'person');
    expect(formulas('B1')).toEqual([['=SUM(A1:A3)']]);
    expect(changes.at(-1)).toEqual({
      kind: 'rowsInserted',
      sheetId: sheet,
      area: area('2:2'),
      source: 'person',
    });
    book.undo();
    expect(changes.at(-1)).toMatchObject({ kind: 'rowsDeleted', source: 'person' });
    expect(formulas('B1')).toEqual([['=SUM(A1:A2)']]);
  });
});

describe('tables', () => {
  test('have header names, grow on insert, lose their totals row, and undo as one step', () => {
    const { book, sheet, write, read, at } = fixture();
    write('A1:C3', [
      ['Payee', '', 'Payee'],
      ['Ash', 1, 100],
      ['Birch', 2, 200],
    ]);
    const { id } = book.addTable(sheet, at('A1:C3'), true);
    expect(book.tables()).toMatchObject([{ name: 'Table1', area: at('A1:C3'), showTotals: false }]);
    expect(read('A1:C1')).toEqual([['Payee', 'Column2', 'Payee2']]);
    book.setTableTotals(id, true);
    expect(read('A4:C4')).toEqual([['Total', '', 300]]);
    book.insertRows(sheet, 2, 1, 'person');
    expect(book.tables()[0]?.area).toEqual(at('A1:C5'));
    book.deleteRows(sheet, 4, 1, 'person');
    expect(book.tables()[0]).toMatchObject({ area: at('A1:C4'), showTotals: false });
    book.undo();
    book.undo();
    book.undo();
    expect(book.tables()[0]).toMatchObject({ area: at('A1:C3'), showTotals: false });
    book.undo();
    expect(book.tables()).toEqual([]);
    expect(read('A1:C1')).toEqual([['Payee', '', 'Payee']]);
    book.redo();
    expect(book.tables()).toHaveLength(1);
  });

  test('give a name at once to a column that is inserted through them, and undo takes both back', () => {
    const { book, sheet, read, write, at } = fixture();
    write('A1:B2', [
      ['Entity', 'Amount'],
      ['ent_1', 5],
    ]);
    book.addTable(sheet, at('A1:B2'), true);
    book.insertColumns(sheet, 1, 1, 'person');
    expect(read('A1:C1')).toEqual([['Entity', 'Column2', 'Amount']]);
    book.undo();
    expect(read('A1:C1')).toEqual([['Entity', 'Amount', '']]);
  });

  test('a new column shifts what stands right of the table', () => {
    const { book, sheet, write, read, formulas, at } = fixture();
    write('A1:D3', [
      ['Payee', 'Amount', 'foreign', 'x'],
      ['Ash', 1, '=B2*2', 'y'],
      ['Birch', 2, 0.1 + 0.2, "'007"],
    ]);
    const { id } = book.addTable(sheet, at('A1:B3'), true, 'Payouts');
    const column = book.addTableColumn(id, null, ['Status', 'ok', ''], 'addin');
    expect(column).toEqual(at('C1:C3'));
    expect(read('A1:E3')).toEqual([
      ['Payee', 'Amount', 'Status', 'foreign', 'x'],
      ['Ash', 1, 'ok', 2, 'y'],
      ['Birch', 2, '', 0.1 + 0.2, '007'],
    ]);
    expect(formulas('D2')).toEqual([['=B2*2']]);
    book.undo();
    expect(book.tables()[0]?.area).toEqual(at('A1:B3'));
    expect(read('C1:D1')).toEqual([['foreign', 'x']]);
  });

  test('overlaps, bad names and names twice are refused, and a person who types below makes it grow', () => {
    const { book, sheet, write, at } = fixture();
    write('A1:A2', [['h'], [1]]);
    book.addTable(sheet, at('A1:A2'), true, 'Payouts');
    expect(() => book.addTable(sheet, at('A2:B3'), true)).toThrow(
      expect.objectContaining({ code: 'InvalidOperation' }),
    );
    expect(() => book.addTable(sheet, at('D1:D2'), true, 'payouts')).toThrow(
      expect.objectContaining({ code: 'ItemAlreadyExists' }),
    );
    expect(() => book.addTable(sheet, at('D1:D2'), true, 'my table')).toThrow(
      expect.objectContaining({ code: 'InvalidArgument' }),
    );
    book.type(sheet, 2, 0, '2');
    expect(book.tables()[0]?.area).toEqual(at('A1:A3'));
    book.undo();
    expect(book.tables()[0]?.area).toEqual(at('A1:A2'));
    expect(() => book.deleteRows(sheet, 0, 1, 'person')).toThrow(
      expect.objectContaining({ code: 'InvalidOperation' }),
    );
    book.deleteRows(sheet, 1, 1, 'person');
    expect(book.tables()[0]?.area).toEqual(at('A1:A2'));
    book.deleteRows(sheet, 0, 2, 'person');
    expect(book.tables()).toEqual([]);
  });
});

describe('sheets, names and selections', () => {
  test('sheets keep their ids, and a deleted one comes back with its table', () => {
    const { book, at } = fixture();
    const second = book.addSheet('My Data');
    book.addTable(second.id, at('A1:B3'), true, 'Extra');
    expect(book.sheets().map(({ name }) => name)).toEqual(['Sheet1', 'My Data']);
    expect(() => book.addSheet('my data')).toThrow(expect.objectContaining({ code: 'ItemAlreadyExists' }));
    book.renameSheet(second.id, 'Data');
    book.setSheetVisibility(second.id, 'VeryHidden');
    expect(book.sheets()[1]).toMatchObject({ id: second.id, name: 'Data', visibility: 'VeryHidden' });
    book.deleteSheet(second.id);
    expect(() => book.values(second.id, at('A1'))).toThrow(expect.objectContaining({ code: 'ItemNotFound' }));
    expect(book.tables()).toEqual([]);
    book.undo();
    expect(book.tables()).toMatchObject([{ name: 'Extra', sheetId: second.id }]);
    expect(() => book.deleteSheet(book.sheets()[0]?.id ?? '')).toThrow(
      expect.objectContaining({ code: 'InvalidOperation' }),
    );
  });

  test('defined names follow their cells, in both directions of undo', () => {
    const { book, sheet, write, read } = fixture();
    const other = book.addSheet('Other Sheet');
    write('A1:A4', [['x'], [20], [30], ['=SUM(Amounts)']]);
    book.addName('Amounts', '=Sheet1!$A$2:$A$3');
    book.addName('Elsewhere', "='Other Sheet'!$A$2");
    book.addName('Own', '=Sheet1!$A$1', other.id);
    const names = () => book.names().map(({ name, formula }) => [name, formula]);
    const before = names();
    book.insertRows(sheet, 2, 1, 'person');
    book.insertColumns(sheet, 0, 2, 'person');
    expect(names()).toEqual([
      ['Amounts', '=Sheet1!$C$2:$C$4'],
      ['Elsewhere', "='Other Sheet'!$A$2"],
      ['Own', '=Sheet1!$C$1'],
    ]);
    expect(read('C5')).toEqual([[50]]);
    book.deleteRows(sheet, 0, 4, 'person');
    expect(names()).toEqual([
      ['Elsewhere', "='Other Sheet'!$A$2"],
      ['Amounts', '=#REF!'],
      ['Own', '=#REF!'],
    ]);
    book.deleteName('amounts');
    expect(book.names()).toContainEqual({ name: 'Own', sheetId: other.id, formula: '=#REF!' });
    for (let step = 0; step < 4; step += 1) book.undo();
    expect(names().toSorted()).toEqual(before.toSorted());
    expect(read('A4')).toEqual([[50]]);
  });

  test('defined names compute, and are found in their scope', () => {
    const { book, sheet, write, read } = fixture();
    write('A1:A2', [[20], ['=Rate*2']]);
    book.addName('Rate', '=Sheet1!$A$1');
    expect(read('A2')).toEqual([[40]]);
    expect(book.names()).toEqual([{ name: 'Rate', formula: '=Sheet1!$A$1' }]);
    expect(() => book.addName('rate', '=1')).toThrow(expect.objectContaining({ code: 'ItemAlreadyExists' }));
    book.deleteName('Rate');
    expect(() => book.deleteName('Rate', sheet)).toThrow(expect.objectContaining({ code: 'ItemNotFound' }));
  });

  test('several areas are held until something else is selected', () => {
    const { book, sheet, at, changes } = fixture();
    book.select(sheet, [at('B2:B4'), at('D2:D4')], 'person');
    expect(book.selection()).toEqual({ sheetId: sheet, areas: [at('B2:B4'), at('D2:D4')] });
    expect(changes).toEqual([{ kind: 'selection', source: 'person' }]);
    book.gridModel().setSelectedCell(7, 1);
    expect(book.selection().areas).toEqual([at('A7')]);
    const model = book.gridModel();
    book.parts.selecting.setAdding(true);
    model.setSelectedCell(9, 2);
    model.onAreaSelecting(10, 3);
    expect(book.selection().areas).toEqual([at('A7'), at('B9:C10')]);
  });

  test('quiet work is told of when it is done', () => {
    const { book, write, changes } = fixture();
    book.quietly(() => {
      write('A1', [[1]]);
      write('A2', [[2]]);
      expect(changes).toEqual([]);
    });
    expect(changes).toHaveLength(2);
  });
});
