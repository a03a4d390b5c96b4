import { describe, expect, test } from '@jest/globals';
import type { BookError } from '../../../src/workbench/book/book.ts';
import { loadXlsx, saveXlsx } from '../../../src/workbench/book/xlsx.ts';
import { loadEngine } from '../../../src/workbench/node/engine.ts';
import { fixture } from './builders.ts';

/** The grid works on the first sheet, and counts from 1. */
function grid() {
  const all = fixture();
  const refusals: BookError[] = [];
  const model = all.book.gridModel({ onRefused: (error) => refusals.push(error) });
  return { ...all, model, refusals };
}

describe('what a person does in the grid', () => {
  test('is told to listeners as a person, and undone with what we keep beside the cells', () => {
    const { book, sheet, model, read, at, changes } = grid();
    model.setUserInput(0, 1, 1, 'Payee');
    model.setUserInput(0, 2, 1, '5%');
    expect(read('A1:A2')).toEqual([['Payee'], [0.05]]);
    book.addTable(sheet, at('A1:A2'), true);
    model.insertRows(0, 2, 1);
    expect(book.tables()[0]?.area).toEqual(at('A1:A3'));
    expect(changes.map(({ kind }) => kind)).toEqual(['cells', 'cells', 'tables', 'rowsInserted']);
    expect(changes.filter(({ source }) => source === 'person')).toHaveLength(3);
    expect(model.canUndo()).toBe(true);
    model.undo();
    expect(book.tables()[0]?.area).toEqual(at('A1:A2'));
    model.redo();
    expect(book.tables()[0]?.area).toEqual(at('A1:A3'));
  });

  test('dragged columns take their links along, and a cleared link leaves a blank cell', async () => {
    const { book, sheet, model, read, at } = grid();
    const link = { address: 'https://example.com/', textToDisplay: 'Nova' };
    book.setHyperlink(sheet, at('A1'), link, 'addin');
    model.setUserInput(0, 1, 2, 'other');
    model.moveColumns(0, 1, 1, 1);
    expect(read('A1:B1')).toEqual([['other', 'Nova']]);
    expect([book.hyperlink(sheet, at('A1')), book.hyperlink(sheet, at('B1'))]).toEqual([null, link]);
    model.setUserInput(0, 1, 2, 'changed');
    const loaded = await loadXlsx(await saveXlsx(book), loadEngine());
    expect(loaded.values(loaded.activeSheetId(), at('A1:B1'))).toEqual([['other', 'changed']]);
    model.undo();
    book.clear(sheet, at('B1'), 'Contents', 'person');
    expect(read('B1')).toEqual([['']]);
  });

  test('is refused on a protected sheet without an error in the grid', () => {
    const { book, sheet, model, read, write, refusals } = grid();
    write('A1', [['kept']]);
    book.protect(sheet);
    model.setUserInput(0, 1, 1, 'lost');
    model.rangeClearContents(0, 1, 1, 1, 1);
    model.deleteRows(0, 1, 1);
    model.setRowsHidden(0, 1, 1, true);
    model.updateRangeStyle({ sheet: 0, row: 1, column: 1, width: 1, height: 1 }, 'font.b', 'true');
    model.pasteCsvText({ sheet: 0, row: 1, column: 1, width: 1, height: 1 }, 'lost');
    expect(read('A1')).toEqual([['kept']]);
    expect(refusals.map(({ code }) => code)).toEqual(new Array(6).fill('AccessDenied'));
  });

  test('copies and pastes with formulas that move, and texts that stay texts', () => {
    const { book, sheet, model, read, formulas, write, at, changes } = grid();
    book.setNumberFormats(sheet, at('C1'), [['@']], 'addin');
    write('A1:C1', [[2, '=A1*3', '00123']]);
    write('D1', [["'00456"]]);
    model.setSelectedCell(1, 1);
    model.setSelectedRange(1, 1, 1, 4);
    const clipboard = model.copyToClipboard();
    model.setSelectedCell(5, 2);
    model.pasteFromClipboard(0, clipboard.range, clipboard.data, false);
    expect(formulas('B5:E5')).toEqual([[2, '=B5*3', '00123', '00456']]);
    expect(changes.findLast(({ kind }) => kind === 'cells')).toMatchObject({
      area: at('B5:E5'),
      source: 'person',
    });
    model.undo();
    expect(read('B5:E5')).toEqual([['', '', '', '']]);
  });

  test('cuts cells away from where they were', () => {
    const { model, read, formulas, write } = grid();
    write('A1:B1', [[2, '=A1*3']]);
    model.setSelectedCell(1, 1);
    model.setSelectedRange(1, 1, 1, 2);
    const clipboard = model.copyToClipboard();
    model.setSelectedCell(3, 1);
    model.pasteFromClipboard(0, clipboard.range, clipboard.data, true);
    expect(read('A1:B1')).toEqual([['', '']]);
    expect(formulas('A3:B3')).toEqual([[2, '=A3*3']]);
  });

  test('pastes text from elsewhere by tabs and line breaks', () => {
    const { model, read } = grid();
    model.pasteCsvText(
      { sheet: 0, row: 2, column: 1, width: 1, height: 1 },
      'a\t1,234.5\n"two\nlines"\t"say ""x"""\n',
    );
    expect(read('A2:B3')).toEqual([
      ['a', 1234.5],
      ['two\nlines', 'say "x"'],
    ]);
  });

  test('moves rows, and what is tracked moves along; through a table it is refused', () => {
    const { book, sheet, model, read, write, at, refusals } = grid();
    write('A1:A3', [['a'], ['b'], ['c']]);
    const tracked = book.track(sheet, at('A1'));
    const displaced = book.track(sheet, at('A3'));
    model.moveRows(0, 1, 1, 2);
    expect(read('A1:A3').flat()).toEqual(['b', 'c', 'a']);
    expect(tracked.area).toEqual(at('A3'));
    expect(displaced.area).toEqual(at('A2'));
    model.undo();
    expect(tracked.area).toEqual(at('A1'));
    book.addTable(sheet, at('A1:A3'), true);
    model.moveRows(0, 1, 1, 2);
    expect(refusals).toMatchObject([{ code: 'InvalidOperation' }]);
  });

  test('fills down with formulas', () => {
    const { model, formulas, write } = grid();
    write('A1:B2', [
      [1, '=A1*2'],
      [2, '=A2*2'],
    ]);
    model.autoFillRows({ sheet: 0, row: 1, column: 1, width: 2, height: 2 }, 4);
    expect(formulas('A3:B4')).toEqual([
      [3, '=A3*2'],
      [4, '=A4*2'],
    ]);
  });

  test('adds, renames and deletes sheets, and hiding rows leaves the selection where it was', () => {
    const { book, model, at, changes } = grid();
    model.newSheet();
    model.renameSheet(1, 'Data');
    expect(book.sheets().map(({ name }) => name)).toEqual(['Sheet1', 'Data']);
    model.setSelectedSheet(0);
    expect(changes.at(-1)).toMatchObject({ kind: 'activated' });
    model.setSelectedCell(3, 2);
    model.setRowsHidden(0, 7, 8, true);
    expect(book.selection().areas).toEqual([at('B3')]);
    model.deleteSheet(1);
    expect(book.sheets()).toHaveLength(1);
  });

  test('looks: table header, bands, links, the mark of a filter; the formats themselves stay', () => {
    const { book, sheet, model, write, at } = grid();
    write('A1:A3', [['Payee'], ['a'], ['b']]);
    book.addTable(sheet, at('A1:A3'), true);
    book.setHyperlink(sheet, at('A3'), { address: 'https://example.com/' }, 'addin');
    expect(model.getCellStyle(0, 1, 1).style).toMatchObject({ font: { b: true, color: '#FFFFFF' } });
    expect(model.getCellStyle(0, 2, 1).style.fill.color).not.toBe(
      model.getCellStyle(0, 3, 1).style.fill.color,
    );
    expect(model.getCellStyle(0, 3, 1).style.font.u).toBe(true);
    expect(book.format(sheet, at('A1'))).toMatchObject({ bold: false, fillColor: null });
    book.filter(sheet, at('A1:A3'), 0, ['a'], 'person');
    expect(model.getFormattedCellValue(0, 1, 1)).toBe('Payee ▼');
    expect(book.texts(sheet, at('A1'))).toEqual([['Payee']]);
  });

  test('shows what was selected from elsewhere, also behind frozen rows', () => {
    const { book, sheet, model, at } = grid();
    model.setWindowHeight(500);
    model.setWindowWidth(800);
    model.setFrozenRowsCount(0, 4);
    book.select(sheet, [at('A60')], 'addin');
    const { top_row: top } = model.getSelectedView();
    expect(top + 4).toBeLessThanOrEqual(60);
    expect(top + 4).toBeGreaterThan(45);
    book.select(sheet, [at('A2')], 'addin');
    expect(model.getSelectedView().top_row).toBe(top);
    book.select(sheet, [at('A5')], 'addin');
    expect(model.getSelectedView().top_row).toBe(1);
  });
});
