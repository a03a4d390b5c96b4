import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { area } from '../book/builders.ts';
import { failureOf, fillPayouts, openExcel, type OpenExcel } from './excel.ts';

let excel: OpenExcel;

beforeEach(async () => {
  excel = await openExcel();
  await fillPayouts();
});

afterEach(() => excel.host.dispose());

/** Marks the cells as an add-in does; answers with the id of the conditional format. */
async function mark(address: string, formula: string, color = '#FFC7CE'): Promise<string> {
  return Excel.run(async (context) => {
    const ranges = context.workbook.worksheets.getItem('Sheet1').getRanges(address);
    const format = ranges.conditionalFormats.add(Excel.ConditionalFormatType.custom);
    format.custom.rule.formula = formula;
    format.custom.format.fill.color = color;
    format.custom.format.font.bold = true;
    format.load('id');
    await context.sync();
    return format.id;
  });
}

/** What the grid shows of a cell, which is not what the cell's own format is. */
function shown(address: string): { fill: string | undefined; bold: boolean } {
  const { row, column } = area(address);
  const { style } = excel.book.gridModel().getCellStyle(0, row + 1, column + 1);
  return { fill: style.fill.color as string | undefined, bold: Boolean(style.font.b) };
}

describe('a conditional format by formula', () => {
  test('is shown where it holds, and leaves the formats of the cells alone', async () => {
    await mark('A2:C4', '=$B2>100');
    expect(shown('A2')).toEqual({ fill: '#FFC7CE', bold: true });
    expect(shown('C3')).toEqual({ fill: '#FFC7CE', bold: true });
    expect(shown('A4')).toEqual({ fill: undefined, bold: false });
    excel.book.write(excel.sheetId, { row: 3, column: 1, rows: 1, columns: 1 }, [[101]], 'person');
    expect(shown('A4').fill).toBe('#FFC7CE');
    const own = await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem('Sheet1').getRange('A2');
      cell.load('format/fill/color,format/font/bold');
      await context.sync();
      return [cell.format.fill.color, cell.format.font.bold];
    });
    expect(own).toEqual(['#FFFFFF', false]);
  });

  test('is found again by its id, with its rule, its look and its ranges', async () => {
    const id = await mark('A2,B3:B4', '=TRUE');
    const found = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const format = sheet.getRange().conditionalFormats.getItemOrNullObject(id);
      format.load(
        'type,priority,stopIfTrue,custom/rule/formula,custom/format/fill/color,custom/format/font/bold',
      );
      const ranges = format.getRanges().load('address');
      const single = format.getRangeOrNullObject();
      const elsewhere = sheet.getRange('C1:C9').conditionalFormats.getItemOrNullObject(id);
      const other = format.cellValueOrNullObject;
      await context.sync();
      return {
        type: format.type,
        priority: format.priority,
        stopIfTrue: format.stopIfTrue,
        formula: format.custom.rule.formula,
        fill: format.custom.format.fill.color,
        bold: format.custom.format.font.bold,
        address: ranges.address,
        nulls: [single.isNullObject, elsewhere.isNullObject, other.isNullObject],
      };
    });
    expect(found).toEqual({
      type: 'Custom',
      priority: 0,
      stopIfTrue: false,
      formula: '=TRUE',
      fill: '#FFC7CE',
      bold: true,
      address: 'Sheet1!A2,Sheet1!B3:B4',
      nulls: [true, true, true],
    });
  });

  test('wins over the earlier ones until its priority is lowered, and stops them when told to', async () => {
    await mark('A2:A4', '=TRUE', '#00FF00');
    const id = await mark('A2:A3', '=TRUE', '#FF0000');
    expect([shown('A2').fill, shown('A4').fill]).toEqual(['#FF0000', '#00FF00']);
    const listed = await Excel.run(async (context) => {
      const formats = context.workbook.worksheets.getItem('Sheet1').getRange('A1:A9').conditionalFormats;
      formats.getItem(id).priority = 1;
      formats.load('items/id,items/priority,items/custom/format/fill/color');
      const count = formats.getCount();
      await context.sync();
      return [count.value, formats.items.map((format) => format.custom.format.fill.color)];
    });
    expect(listed).toEqual([2, ['#00FF00', '#FF0000']]);
    expect(shown('A2').fill).toBe('#00FF00');
    await Excel.run(async (context) => {
      const formats = context.workbook.worksheets.getItem('Sheet1').getRange('A1:A9').conditionalFormats;
      const first = formats.getItemAt(0);
      first.stopIfTrue = true;
      first.custom.format.fill.clear();
      await context.sync();
    });
    expect(shown('A2')).toEqual({ fill: undefined, bold: true });
  });

  test('is deleted alone, cut by clearAll, and gone with its cells', async () => {
    const id = await mark('A2', '=TRUE');
    await mark('A1:C4', '=TRUE', '#00FF00');
    const left = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange().conditionalFormats.getItem(id).delete();
      sheet.getRange('B1:C4').conditionalFormats.clearAll();
      const ranges = sheet.getRange().conditionalFormats.getItemAt(0).getRange().load('address');
      await context.sync();
      return ranges.address;
    });
    expect(left).toBe('Sheet1!A1:A4');
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A:A').delete('Left');
      await context.sync();
    });
    expect(excel.book.conditionalFormats.list(excel.sheetId)).toEqual([]);
  });

  test('moves with its rows, formula included, and comes back by undo', async () => {
    await mark('A2:C4', '=AND($B2>100,$B$3=300)');
    excel.book.insertRows(excel.sheetId, 1, 2, 'person');
    expect(excel.book.conditionalFormats.list(excel.sheetId)[0]).toMatchObject({
      areas: [{ row: 3, column: 0, rows: 3, columns: 3 }],
      formula: '=AND($B4>100,$B$5=300)',
    });
    excel.book.deleteRows(excel.sheetId, 3, 1, 'person');
    expect(excel.book.conditionalFormats.list(excel.sheetId)[0]).toMatchObject({
      areas: [{ row: 3, column: 0, rows: 2, columns: 3 }],
      formula: '=AND($B4>100,$B$4=300)',
    });
    expect([shown('A4').bold, shown('A5').bold]).toEqual([true, false]);
    excel.book.undo();
    excel.book.undo();
    expect(excel.book.conditionalFormats.list(excel.sheetId)[0]).toMatchObject({
      areas: [{ row: 1, column: 0, rows: 3, columns: 3 }],
      formula: '=AND($B2>100,$B$3=300)',
    });
    excel.book.undo();
    expect(excel.book.conditionalFormats.list(excel.sheetId)).toEqual([]);
    excel.book.redo();
    expect(shown('A2').bold).toBe(true);
  });

  test('of a whole column keeps its formula when a row is inserted above everything', async () => {
    await mark('B:B', '=B1=300');
    excel.book.insertRows(excel.sheetId, 0, 1, 'person');
    expect(excel.book.conditionalFormats.list(excel.sheetId)[0]?.formula).toBe('=B1=300');
    expect([shown('B3').bold, shown('B4').bold, shown('B5').bold]).toEqual([false, true, false]);
  });

  test('is refused on a protected sheet, with a formula that is none, and of another kind', async () => {
    const conditional = (context: Excel.RequestContext) =>
      context.workbook.worksheets.getItem('Sheet1').getRange('A2').conditionalFormats;
    const wrong = await failureOf((context) => {
      conditional(context).add('Custom').custom.rule.formula = '=SUM(';
    });
    expect(wrong).toMatchObject({ code: 'InvalidArgument', location: 'ConditionalFormatRule.formula' });
    const other = await failureOf((context) => conditional(context).add('ColorScale'));
    expect(other.code).toBe('NotImplemented');
    const missing = await failureOf((context) => conditional(context).getItem('{none}').delete());
    expect(missing.code).toBe('ItemNotFound');
    excel.book.protect(excel.sheetId);
    const locked = await failureOf((context) => conditional(context).add('Custom'));
    expect(locked.code).toBe('AccessDenied');
  });

  test('says nothing to the add-in, which would check its own marks again', async () => {
    const heard: string[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.onFormatChanged.add((event) => Promise.resolve(void heard.push(event.address)));
      sheet.onChanged.add((event) => Promise.resolve(void heard.push(event.address)));
      await context.sync();
    });
    await mark('A2', '=TRUE');
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('B2').values = [[7]];
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toEqual(['B2']);
  });
});
