import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { area } from '../book/builders.ts';
import { fillPayouts, openExcel, PAYOUTS, type OpenExcel } from './excel.ts';

let excel: OpenExcel;

beforeEach(async () => {
  excel = await openExcel();
  await fillPayouts();
});

afterEach(() => excel.host.dispose());

const payouts = () => excel.book.values(excel.sheetId, area('A1:C4'));

describe('one request of an add-in', () => {
  test('is one step, however many ranges and sheets it writes', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A2').values = [['ent_9']];
      sheet.getRange('C4').values = [[true]];
      sheet.getRange('B2:B4').numberFormat = [['#,##0.00'], ['0'], ['@']];
      sheet.getRange('A2').conditionalFormats.add('Custom').custom.rule.formula = '=TRUE';
      context.workbook.worksheets.add('Results').getRange('A1').values = [['done']];
      await context.sync();
    });
    excel.book.undo();
    expect(payouts()).toEqual(PAYOUTS);
    expect(excel.book.numberFormats(excel.sheetId, area('B2:B4')).flat()).toEqual(
      new Array(3).fill('General'),
    );
    expect(excel.book.conditionalFormats.list(excel.sheetId)).toEqual([]);
    expect(excel.book.sheets()).toHaveLength(1);
    excel.book.redo();
    expect(excel.book.values(excel.sheetId, area('A2:C2'))).toEqual([['ent_9', 1250.5, true]]);
    const results = excel.book.sheets()[1];
    expect(results?.name).toBe('Results');
    expect(excel.book.values(results?.id ?? '', area('A1'))).toEqual([['done']]);
    excel.book.undo();
    excel.book.undo();
    expect(payouts().flat().join('')).toBe('');
  });

  test('that fails halfway keeps what came before, as one step', async () => {
    excel.host.failAfterActions(0, 'GeneralException');
    excel.host.failAfterActions(9, 'GeneralException');
    const write = () =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        for (const address of ['A2', 'A3', 'A4']) sheet.getRange(address).values = [[address]];
        await context.sync();
      });
    await expect(write()).rejects.toMatchObject({ code: 'GeneralException' });
    expect(payouts()).toEqual(PAYOUTS);
    await expect(write()).rejects.toMatchObject({ code: 'GeneralException' });
    const written = payouts().filter(([entity], row) => entity === `A${row + 1}`).length;
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(3);
    excel.book.undo();
    expect(payouts()).toEqual(PAYOUTS);
  });

  test('brings areas that follow their cells back to where they were', () => {
    const { book, sheetId } = excel;
    const other = book.addSheet('Other');
    const early = book.track(sheetId, area('A4'));
    const elsewhere = book.track(other.id, area('A4'));
    book.asOneUndo(() => {
      book.insertRows(sheetId, 1, 2, 'addin');
      const between = book.track(sheetId, area('A6'));
      book.deleteRows(sheetId, 5, 1, 'addin');
      book.write(other.id, area('A1'), [['x']], 'addin');
      expect([early.area, between.area, elsewhere.area]).toEqual([null, null, area('A4')]);
      book.untrack(between);
    });
    book.undo();
    expect([early.area, elsewhere.area]).toEqual([area('A4'), area('A4')]);
    book.redo();
    expect([early.area, elsewhere.area]).toEqual([null, area('A4')]);
  });
});
