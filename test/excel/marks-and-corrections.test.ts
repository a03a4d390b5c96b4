import { describe, expect, test } from '@jest/globals';
import { applyCorrections, clearMarks, markCells, readSelectedTable } from '../../src/excel/index.ts';
import { area, payouts, Workbook } from './workbook.ts';

async function checked() {
  const workbook = await Workbook.open();
  workbook.fill('B3', payouts).select('B3');
  return { workbook, reference: (await readSelectedTable()).reference };
}

const cell = (rowIndex: number, columnIndex: number) => ({ rowIndex, columnIndex });

describe('marks', () => {
  test('are conditional formats of ours, told apart without colours', async () => {
    const { workbook, reference } = await checked();
    await markCells(reference, [
      { cell: cell(3, 1), severity: 'problem' },
      { cell: cell(4, 1), severity: 'problem' },
      { cell: cell(6, 3), severity: 'problem' },
      { cell: cell(6, 3), severity: 'warning' },
      { cell: cell(5, 2), severity: 'warning' },
    ]);
    const formats = workbook.book.conditionalFormats.list(workbook.sheetId);
    expect(formats.map(({ areas, look }) => ({ areas, bold: look.bold, italic: look.italic }))).toEqual(
      expect.arrayContaining([
        { areas: [area('B4:B5'), area('D7')], bold: true, italic: false },
        { areas: [area('C6')], bold: false, italic: true },
      ]),
    );
    expect(formats).toHaveLength(2);
  });

  test('give way to new ones, and go altogether, while formats of the user stay', async () => {
    const { workbook, reference } = await checked();
    const theirs = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Payouts').getRange('B4:D7');
      const format = range.conditionalFormats.add('Custom');
      format.custom.rule.formula = '=TRUE';
      format.custom.format.fill.color = '#00FF00';
      range.format.fill.color = '#FFFF00';
      format.load('id');
      await context.sync();
      return format.id;
    });
    await markCells(reference, [{ cell: cell(3, 1), severity: 'problem' }]);
    await markCells(reference, [{ cell: cell(4, 1), severity: 'problem' }]);
    const list = () => workbook.book.conditionalFormats.list(workbook.sheetId);
    expect(list().map(({ areas }) => areas)).toEqual(expect.arrayContaining([[area('B5')]]));
    expect(list()).toHaveLength(2);
    await clearMarks();
    expect(list().map(({ id }) => id)).toEqual([theirs]);
    expect(list()[0]?.look.fillColor).toBe('#00FF00');
  });

  test('follow their cells, and are found on every sheet', async () => {
    const { workbook, reference } = await checked();
    await markCells(reference, [{ cell: cell(3, 1), severity: 'problem' }]);
    workbook.book.insertRows(workbook.sheetId, 0, 2, 'person');
    expect(workbook.book.conditionalFormats.list(workbook.sheetId)[0]?.areas).toEqual([area('B6')]);
    workbook.book.activate(workbook.book.addSheet('Other').id, 'person');
    await clearMarks();
    expect(workbook.book.conditionalFormats.list(workbook.sheetId)).toEqual([]);
  });

  test('of thousands of scattered cells are set in addresses that Excel takes', async () => {
    const { workbook, reference } = await checked();
    const marks = Array.from({ length: 3_000 }, (_, row) => ({
      cell: cell(row * 2, 1 + (row % 3)),
      severity: 'warning' as const,
    }));
    await markCells(reference, marks);
    const formats = workbook.book.conditionalFormats.list(workbook.sheetId);
    expect(formats.flatMap(({ areas }) => areas)).toHaveLength(3_000);
    expect(formats.length).toBeLessThan(10);
  });

  test('are refused on a protected sheet, with words', async () => {
    const { workbook, reference } = await checked();
    await markCells(reference, [{ cell: cell(3, 1), severity: 'problem' }]);
    workbook.book.protect(workbook.sheetId);
    const again = markCells(reference, [{ cell: cell(4, 1), severity: 'problem' }]);
    await expect(again).rejects.toMatchObject({ code: 'sheet-protected' });
    await expect(clearMarks()).rejects.toMatchObject({ code: 'sheet-protected' });
    expect(workbook.book.conditionalFormats.list(workbook.sheetId)).toHaveLength(1);
  });

  test('on a sheet that was deleted say that the table is gone', async () => {
    const { workbook, reference } = await checked();
    workbook.book.addSheet('Other');
    workbook.book.deleteSheet(workbook.sheetId);
    const marks = markCells(reference, [{ cell: cell(3, 1), severity: 'problem' }]);
    await expect(marks).rejects.toMatchObject({ code: 'table-gone' });
  });
});

describe('corrections', () => {
  test('are written in two requests and taken back by one undo', async () => {
    const { workbook, reference } = await checked();
    workbook.fill('B4', [[' ent_alder '], ['ent_birch\u200b']]).fill('D6', [["'75.25"]]);
    workbook.book.setNumberFormats(workbook.sheetId, area('D6'), [['@']], 'person');
    workbook.host.resetRequests();
    const report = await applyCorrections(reference, [
      { cell: cell(5, 3), from: '75.25', to: 75.25 },
      { cell: cell(4, 1), from: 'ent_birch\u200b', to: 'ent_birch' },
      { cell: cell(3, 1), from: ' ent_alder ', to: 'ent_alder' },
    ]);
    expect(workbook.host.requests()).toBe(2);
    expect(report).toEqual({ applied: 3, skipped: [], undoSteps: 1 });
    expect(workbook.values('B4:B5')).toEqual([['ent_alder'], ['ent_birch']]);
    expect(workbook.values('D6')).toEqual([[75.25]]);
    workbook.book.undo();
    expect(workbook.values('B4:B5')).toEqual([[' ent_alder '], ['ent_birch\u200b']]);
    expect(workbook.values('D6')).toEqual([['75.25']]);
  });

  test('leave cells that changed meanwhile, and formulas', async () => {
    const { workbook, reference } = await checked();
    workbook.fill('B4', [['ent_elm'], ['=" "&"ent_birch"']]);
    const report = await applyCorrections(reference, [
      { cell: cell(3, 1), from: ' ent_alder', to: 'ent_alder' },
      { cell: cell(4, 1), from: ' ent_birch', to: 'ent_birch' },
      { cell: cell(5, 1), from: 'ent_cedar', to: 'ent_Cedar' },
    ]);
    expect(report).toEqual({ applied: 1, skipped: [cell(3, 1), cell(4, 1)], undoSteps: 1 });
    expect(workbook.values('B4:B6')).toEqual([['ent_elm'], [' ent_birch'], ['ent_Cedar']]);
  });

  describe('of thousands of scattered cells', () => {
    const count = 3_000;
    const rowOf = (position: number) => 9 + position * 2;
    const corrections = Array.from({ length: count }, (_, position) => ({
      cell: cell(rowOf(position), 1),
      from: ` ent_${position}`,
      to: `ent_${position}`,
    }));
    const filled = async () => {
      const { workbook, reference } = await checked();
      const cells = corrections.flatMap(({ from }, position) => [[from], [`=1+${position}`]]);
      workbook.fill('B10', cells);
      return { workbook, reference, before: workbook.values(`B10:B${9 + 2 * count}`) };
    };
    const values = (workbook: Workbook) => workbook.values(`B10:B${9 + 2 * count}`);
    const corrected = corrections.flatMap(({ to }, position) => [[to], [1 + position]]);

    test('are one undo step, and leave the cells between as they are', async () => {
      const { workbook, reference, before } = await filled();
      expect(await applyCorrections(reference, corrections)).toEqual({
        applied: count,
        skipped: [],
        undoSteps: 1,
      });
      expect(values(workbook)).toEqual(corrected);
      expect(workbook.book.formulas(workbook.sheetId, area('B11'))).toEqual([['=1+0']]);
      workbook.book.undo();
      expect(values(workbook)).toEqual(before);
    });

    test('are written run by run among hidden rows, in as many undo steps as are told', async () => {
      const { workbook, reference, before } = await filled();
      workbook.book.setRowsHidden(workbook.sheetId, 11, 2, true, 'person');
      const { applied, undoSteps } = await applyCorrections(reference, corrections);
      expect(applied).toBe(count);
      expect(undoSteps).toBeGreaterThan(1);
      expect(values(workbook)).toEqual(corrected);
      for (let step = 0; step < undoSteps; step += 1) workbook.book.undo();
      expect(values(workbook)).toEqual(before);
    });
  });

  test('keep texts texts', async () => {
    const { workbook, reference } = await checked();
    const texts = ['0012', '=1+1', '1/2/2024', 'TRUE', '@name', 'plain'];
    workbook.fill(
      'C10',
      texts.map((text) => [`'${text} `]),
    );
    const corrections = texts.map((text, row) => ({ cell: cell(9 + row, 2), from: `${text} `, to: text }));
    expect(await applyCorrections(reference, corrections)).toMatchObject({ applied: 6 });
    expect(workbook.values('C10:C15')).toEqual(texts.map((text) => [text]));
  });

  test('reach hidden rows where they stand', async () => {
    const { workbook, reference } = await checked();
    workbook.book.setRowsHidden(workbook.sheetId, 4, 1, true, 'person');
    const corrections = [3, 4, 5].map((row) => ({
      cell: cell(row, 1),
      from: String(payouts[row - 2]?.[0]),
      to: `ent_new${row}`,
    }));
    expect(await applyCorrections(reference, corrections)).toMatchObject({ applied: 3 });
    expect(workbook.values('B4:B7')).toEqual([['ent_new3'], ['ent_new4'], ['ent_new5'], ['ent_dogwood']]);
  });

  test('are refused on a protected sheet before anything is written', async () => {
    const { workbook, reference } = await checked();
    workbook.book.protect(workbook.sheetId);
    const corrections = [{ cell: cell(3, 1), from: 'ent_alder', to: 'ent_x' }];
    await expect(applyCorrections(reference, corrections)).rejects.toMatchObject({ code: 'sheet-protected' });
    expect(workbook.values('B4')).toEqual([['ent_alder']]);
  });
});
