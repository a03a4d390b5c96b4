import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Workbook } from '@cj-tech-master/excelts';
import { strFromU8, unzipSync } from 'fflate';
import { projectPath } from '../../../src/scripts/project-path.ts';
import type { Area, Book, ConditionalFormatInfo, ConditionalLook } from '../../../src/workbench/book/book.ts';
import { createBook, type WorkbenchBook } from '../../../src/workbench/book/ironcalc-book.ts';
import { loadXlsx, saveXlsx } from '../../../src/workbench/book/xlsx.ts';
import { loadEngine } from '../../../src/workbench/node/engine.ts';
import { area, fixture } from './builders.ts';

async function again(book: Book): Promise<WorkbenchBook> {
  return loadXlsx(await saveXlsx(book), loadEngine(), 'Again.xlsx');
}

describe('a workbook saved and loaded', () => {
  test('keeps values, formulas, texts, formats and dates', async () => {
    const { book, sheet, write, at } = fixture();
    book.setNumberFormats(sheet, at('A6'), [['@']], 'addin');
    write('A1:A9', [
      [0.1 + 0.2],
      ['=A1*2'],
      ["'00123"],
      [true],
      ['=NA()'],
      ['=1'],
      ['=""'],
      [1e-7],
      ['line\nbreak'],
    ]);
    write('B1:B3', [[45_296.25], [60], ["'=1+1"]]);
    book.setNumberFormats(sheet, at('B1:B2'), [['yyyy-mm-dd'], ['m/d/yyyy']], 'addin');
    book.setFormat(
      sheet,
      at('C1'),
      {
        bold: true,
        fillColor: '#FFEE00',
        fontColor: '#FF0000',
        horizontalAlignment: 'Right',
        wrapText: true,
      },
      'addin',
    );
    const loaded = await again(book);
    const cells = at('A1:B9');
    const id = loaded.sheets()[0]?.id ?? '';
    expect(loaded.values(id, cells)).toEqual(book.values(sheet, cells));
    expect(loaded.formulas(id, cells)).toEqual(book.formulas(sheet, cells));
    expect(loaded.texts(id, cells)).toEqual(book.texts(sheet, cells));
    expect(loaded.numberFormats(id, cells)).toEqual(book.numberFormats(sheet, cells));
    expect(loaded.format(id, at('C1'))).toEqual(book.format(sheet, at('C1')));
    expect(loaded.canUndo()).toBe(false);
  });

  test('keeps tables, merges, hidden rows and columns, widths, links, names, protection and frozen rows', async () => {
    const { book, sheet, write, at } = fixture();
    write('A1:C3', [
      ['Payee', 'Amount', 'Note'],
      ['Ash', 100, ''],
      ['Birch', '=B2*2', ''],
    ]);
    const table = book.addTable(sheet, at('A1:B3'), true, 'Payouts');
    book.setTableTotals(table.id, true);
    book.setTableStyle(table.id, 'TableStyleLight9');
    book.merge(sheet, at('D6:E7'), 'addin');
    book.setRowsHidden(sheet, 2, 1, true, 'addin');
    book.setColumnsHidden(sheet, 5, 1, true, 'addin');
    write('F9', [['far']]);
    book.setColumnWidth(sheet, 0, 1, 160);
    book.setHyperlink(sheet, at('D1'), { address: 'https://example.com/', textToDisplay: 'Nova' }, 'addin');
    book.addName('Rate', '=Sheet1!$A$1');
    book.parts.core.step(() => book.parts.core.change((model) => model.setFrozenRowsCount(0, 1)));
    book.setFormat(sheet, at('C2:C3'), { locked: false }, 'addin');
    const other = book.addSheet('Hidden data');
    book.setSheetVisibility(other.id, 'VeryHidden');
    book.protect(sheet);
    const loaded = await again(book);
    const id = loaded.sheets()[0]?.id ?? '';
    expect(loaded.sheets()).toMatchObject([
      { name: 'Sheet1', visibility: 'Visible', protected: true },
      { name: 'Hidden data', visibility: 'VeryHidden', protected: false },
    ]);
    expect(loaded.tables()).toMatchObject([
      { name: 'Payouts', area: at('A1:B4'), showTotals: true, style: 'TableStyleLight9' },
    ]);
    // The total of Excel's own kind leaves out the hidden row.
    expect(loaded.values(id, at('A4:B4'))).toEqual([['Total', 100]]);
    expect(loaded.merges(id)).toEqual([at('D6:E7')]);
    expect([1, 2, 3].map((row) => loaded.isRowHidden(id, row))).toEqual([false, true, false]);
    expect(loaded.isColumnHidden(id, 5)).toBe(true);
    expect(loaded.columnWidth(id, 0)).toBe(160);
    expect(loaded.hyperlink(id, at('D1'))).toEqual({
      address: 'https://example.com/',
      textToDisplay: 'Nova',
    });
    expect(loaded.names()).toEqual([{ name: 'Rate', formula: '=Sheet1!$A$1' }]);
    expect(loaded.parts.core.model.getFrozenRowsCount(0)).toBe(1);
    expect(() => loaded.write(id, at('B2'), [[1]], 'addin')).toThrow(
      expect.objectContaining({ code: 'AccessDenied' }),
    );
    loaded.write(id, at('C2:C3'), [['x'], ['y']], 'addin');
    expect(loaded.values(id, at('C2'))).toEqual([['x']]);
  });

  test('keeps conditional formats by formula, in their order', async () => {
    const { book, sheet, at, write } = fixture();
    write('A1:A3', [[5], [50], [500]]);
    const add = (areas: Area[], formula: string, look: Partial<ConditionalLook>) => {
      const { id } = book.conditionalFormats.add(sheet, areas, 'addin');
      book.conditionalFormats.change(sheet, id, { formula, look }, 'addin');
    };
    add([at('A:A')], '=A1>10', { fillColor: '#00FF00', italic: true });
    add([at('A1:A2'), at('C3')], '=AND(A1<>"<&>",TRUE)', {
      fontColor: '#FF0000',
      bold: true,
      underline: true,
    });
    const loaded = await again(book);
    const id = loaded.sheets()[0]?.id ?? '';
    const withoutId = (all: readonly ConditionalFormatInfo[]) => all.map(({ id: _, ...rest }) => rest);
    expect(withoutId(loaded.conditionalFormats.list(id))).toEqual(
      withoutId(book.conditionalFormats.list(sheet)),
    );
    const { style } = loaded.gridModel().getCellStyle(0, 3, 1);
    expect([style.fill.color, style.font.i]).toEqual(['#00FF00', true]);
    expect(loaded.format(id, at('A3'))).toMatchObject({ fillColor: null, italic: false });
    expect(loaded.canUndo()).toBe(false);
  });

  test('keeps document settings, whatever they hold', async () => {
    const { book } = fixture();
    book.settings.set('mapping "a" <b> & c', { payee: 'Investor\n"LP"', list: [1, null, true] });
    book.settings.set('mode', 'sandbox');
    const loaded = await again(book);
    expect([...loaded.settings]).toEqual([...book.settings]);
  });

  test('keeps the add-in that the template names, led to from the root of the package', async () => {
    const template = new Uint8Array(readFileSync(projectPath('assets/distribution-desk-template.xlsx')));
    const book = await loadXlsx(template, loadEngine(), 'Template.xlsx');
    expect(book.settings.get('Office.AutoShowTaskpaneWithDocument')).toBe(true);
    book.settings.delete('Office.AutoShowTaskpaneWithDocument');
    book.settings.set('mode', 'sandbox');
    const parts = unzipSync(await saveXlsx(book));
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    const reference = /<we:reference[\s\S]*<\/we:alternateReferences>/;
    const before = strFromU8(unzipSync(template)['xl/webextensions/webextension1.xml'] ?? new Uint8Array());
    const after = part('xl/webextensions/webextension1.xml');
    expect(reference.exec(after)?.[0]).toBe(reference.exec(before)?.[0]);
    expect(after).toContain('<we:property name="mode" value="&quot;sandbox&quot;"/>');
    expect(after).not.toContain('AutoShow');
    expect(part('_rels/.rels')).toContain('Target="xl/webextensions/taskpanes.xml"');
    expect(part('xl/webextensions/_rels/taskpanes.xml.rels')).toContain('Target="webextension1.xml"');
    expect(part('[Content_Types].xml')).toContain('PartName="/xl/webextensions/taskpanes.xml"');
  });

  test('keeps serials and shows dates in the 1904 system', async () => {
    const book = createBook({ engine: loadEngine(), date1904: true });
    const { sheet, write, at } = fixture(book);
    write('A1:A2', [[43_834], [43_834.5]]);
    book.setNumberFormats(sheet, at('A1:A2'), [['yyyy-mm-dd'], ['yyyy-mm-dd']], 'addin');
    expect(book.texts(sheet, at('A1'))).toEqual([['2024-01-05']]);
    const loaded = await again(book);
    const id = loaded.sheets()[0]?.id ?? '';
    expect(loaded.date1904).toBe(true);
    expect(loaded.values(id, at('A1:A2'))).toEqual([[43_834], [43_834.5]]);
    expect(loaded.texts(id, at('A1:A2'))).toEqual([['2024-01-05'], ['2024-01-05']]);
    expect(loaded.gridModel().getFormattedCellValue(0, 1, 1)).toBe('2024-01-05');
  });

  test('keeps a spill as a spill, and the functions that a file prefixes', async () => {
    const { book, sheet, write, at } = fixture();
    write('A1:A3', [['b'], ['a'], ['b']]);
    write('C1', [['=UNIQUE(A1:A3)']]);
    write('E1', [['=XLOOKUP("a",A1:A3,A1:A3)']]);
    const loaded = await again(book);
    const id = loaded.sheets()[0]?.id ?? '';
    expect(loaded.spillArea(id, 1, 2)).toEqual(at('C1:C2'));
    expect(loaded.formulas(id, at('C1:E1'))).toEqual(book.formulas(sheet, at('C1:E1')));
    expect(loaded.values(id, at('E1'))).toEqual([['a']]);
  });
});

describe('a workbook of another program', () => {
  test('dates, rich texts, shared formulas and structured references come through', async () => {
    const file = new Workbook();
    const sheet = file.addWorksheet('Pay outs');
    sheet.addTable({
      name: 'Payouts',
      ref: 'A1',
      headerRow: true,
      totalsRow: true,
      columns: [
        { name: 'Payee', totalsRowLabel: 'Total' },
        { name: 'Amount', totalsRowFunction: 'sum' },
        { name: 'Double' },
      ],
      rows: [
        ['Ash', 1.5, { formula: 'Payouts[[#This Row],[Amount]]*2', result: 3 }],
        ['Birch', 2.5, { formula: '[@Amount]*2', result: 5 }],
      ],
    });
    sheet.getCell('E1').value = new Date(Date.UTC(2024, 0, 5, 6));
    sheet.getCell('E1').numFmt = '[$-409]mmm d, yyyy;@';
    sheet.getCell('E2').value = { richText: [{ text: 'two ' }, { text: 'parts' }] };
    sheet.getCell('E3').value = { formula: 'SUM(Payouts[Amount])', result: 4 };
    sheet.getCell('E4').value = '00123';
    sheet.fillFormula('F1:F3', 'B2*10', [15, 25, 40]);
    const book = await loadXlsx(new Uint8Array(await file.xlsx.writeBuffer()), loadEngine());
    const id = book.sheets()[0]?.id ?? '';
    expect(book.values(id, area('B2:C4'))).toEqual([
      [1.5, 3],
      [2.5, 5],
      [4, ''],
    ]);
    expect(book.values(id, area('E1:F4'))).toEqual([
      [45_296.25, 15],
      ['two parts', 25],
      [4, 40],
      ['00123', ''],
    ]);
    expect(book.texts(id, area('E1'))).toEqual([['Jan 5, 2024']]);
    expect(book.formulas(id, area('F2'))).toEqual([['=B3*10']]);
  });
});
