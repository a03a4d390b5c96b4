import { describe, expect, test } from '@jest/globals';
import { payoutFields, type ColumnMapping } from '../../src/domain/index.ts';
import {
  loadCheckSettings,
  loadMapping,
  loadWorkbookNames,
  loadWorkbookNova,
  readActiveCellNumber,
  readSelectedTable,
  rereadTable,
  rememberWorkbookName,
  saveCheckSettings,
  saveMapping,
  saveWorkbookNova,
  selectCell,
} from '../../src/excel/index.ts';
import { area, payouts, Workbook } from './workbook.ts';

describe('selectCell', () => {
  test('brings the sheet to the front and selects the cell', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts);
    const other = workbook.book.addSheet('Other');
    workbook.book.activate(other.id, 'person');
    await selectCell(workbook.sheetId, { rowIndex: 4, columnIndex: 3 });
    expect(workbook.book.selection()).toEqual({ sheetId: workbook.sheetId, areas: [area('D5')] });
    expect(workbook.book.activeSheetId()).toBe(workbook.sheetId);
  });

  test('says when the sheet is gone', async () => {
    await Workbook.open();
    const gone = selectCell('{00000000-00FF-0000-0000-000000000000}', { rowIndex: 0, columnIndex: 0 });
    await expect(gone).rejects.toMatchObject({ code: 'table-gone' });
  });
});

describe('readActiveCellNumber', () => {
  test('gives the value with its address, a formula calculated', async () => {
    const workbook = await Workbook.open();
    workbook
      .fill('B3', payouts)
      .fill('D9', [['=SUM(D4:D7)']])
      .select('D9');
    expect(await readActiveCellNumber()).toEqual({ value: 437.75, address: 'Payouts!D9' });
    workbook.select('C4');
    expect(await readActiveCellNumber()).toEqual({ value: 'veh_one', address: 'Payouts!C4' });
  });
});

describe('a column mapping', () => {
  test('is kept in the workbook and follows columns that were moved', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts).select('B3');
    const { reference, header } = await readSelectedTable();
    const mapping = {
      ...Object.fromEntries(payoutFields.map((field) => [field, null])),
      entity: 0,
      amount: 2,
    } as ColumnMapping;
    expect(await loadMapping(reference, header)).toBeNull();
    await saveMapping(reference, mapping);
    expect(await loadMapping(reference, header)).toEqual(mapping);

    workbook.book.insertColumns(workbook.sheetId, 2, 1, 'person');
    workbook.fill('C3', [['Note'], ['a'], ['b'], ['c'], ['d']]);
    const moved = await rereadTable(reference);
    expect(await loadMapping(moved.reference, moved.header)).toEqual({ ...mapping, amount: 3 });
  });
});

describe('the settings of the check', () => {
  test('are kept in the workbook', async () => {
    const workbook = await Workbook.open();
    expect(await loadCheckSettings()).toBeNull();
    await saveCheckSettings({ defaultCurrency: 'EUR', escalated: ['date-in-past'] });
    await saveCheckSettings({ defaultCurrency: 'JPY', escalated: ['date-on-weekend'] });
    expect(await loadCheckSettings()).toEqual({ defaultCurrency: 'JPY', escalated: ['date-on-weekend'] });
    expect([...workbook.book.settings.keys()]).toHaveLength(1);
  });

  test.each([
    null,
    'EUR',
    {},
    { defaultCurrency: 'euro', escalated: [] },
    { defaultCurrency: 'EUR', escalated: 'all' },
  ])('that somebody spoilt count as none: %j', async (value) => {
    const workbook = await Workbook.open();
    await saveCheckSettings({ defaultCurrency: 'EUR', escalated: [] });
    for (const key of workbook.book.settings.keys()) workbook.book.settings.set(key, value);
    expect(await loadCheckSettings()).toBeNull();
  });
});

describe('the names of a workbook', () => {
  test('are its own, kept once something is sent', async () => {
    const workbook = await Workbook.open();
    expect(await loadWorkbookNames()).toEqual(['Q3.xlsx']);
    expect([...workbook.book.settings.keys()]).toEqual([]);
    await rememberWorkbookName();
    await rememberWorkbookName();
    expect([...workbook.book.settings.values()]).toEqual([['Q3.xlsx']]);
  });

  test('are those of before too where it was renamed or copied, and nothing that somebody spoilt', async () => {
    const workbook = await Workbook.open({ name: 'Q3 final.xlsx' });
    await rememberWorkbookName();
    const [key = ''] = workbook.book.settings.keys();
    workbook.book.settings.set(key, ['Q3.xlsx', 1, '']);
    expect(await loadWorkbookNames()).toEqual(['Q3 final.xlsx', 'Q3.xlsx']);
    await rememberWorkbookName();
    expect(workbook.book.settings.get(key)).toEqual(['Q3 final.xlsx', 'Q3.xlsx']);
  });
});

describe('on which Nova the ids of a workbook are', () => {
  test('is kept in the workbook and can be forgotten', async () => {
    await Workbook.open();
    expect(await loadWorkbookNova()).toBeNull();
    const nova = { mode: 'live' as const, organizationId: 'org_A' };
    await saveWorkbookNova(nova);
    expect(await loadWorkbookNova()).toEqual(nova);
    await saveWorkbookNova(null);
    expect(await loadWorkbookNova()).toBeNull();
  });
});
