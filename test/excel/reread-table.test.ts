import { describe, expect, test } from '@jest/globals';
import { readSelectedTable, rereadTable } from '../../src/excel/index.ts';
import type { SheetTable } from '../../src/domain/index.ts';
import { area, payouts, Workbook } from './workbook.ts';

async function region(): Promise<{ workbook: Workbook; before: SheetTable }> {
  const workbook = await Workbook.open();
  workbook.fill('B3', payouts).select('B3');
  return { workbook, before: await readSelectedTable() };
}

describe('an Excel table is found again', () => {
  test('by its id, whatever became of its name, place and sheet name', async () => {
    const workbook = await Workbook.open();
    const { id } = workbook.fillTable('B3', payouts);
    workbook.select('B4:B5');
    const before = await readSelectedTable();
    workbook.book.renameTable(id, 'Renamed');
    workbook.book.renameSheet(workbook.sheetId, 'Final payouts');
    workbook.book.insertRows(workbook.sheetId, 0, 4, 'person');
    workbook.select('A1');

    const after = await rereadTable(before.reference);

    expect(after).toMatchObject({
      address: "'Final payouts'!B7:D11",
      reference: { tableId: id, tableName: 'Renamed', sheetName: 'Final payouts' },
      values: payouts.slice(1),
      selectedRows: null,
    });
  });

  test('after it was converted to a range, and a range after it became a table', async () => {
    const workbook = await Workbook.open();
    const { id } = workbook.fillTable('B3', payouts);
    workbook.select('B3');
    const asTable = await readSelectedTable();
    workbook.book.convertTableToRange(id);
    const asRange = await rereadTable(asTable.reference);
    expect(asRange).toMatchObject({ foundBy: 'region', values: payouts.slice(1) });
    workbook.book.addTable(workbook.sheetId, area('B3:D7'), true, 'Again');
    expect(await rereadTable(asRange.reference)).toMatchObject({
      foundBy: 'table',
      reference: { tableName: 'Again' },
      values: payouts.slice(1),
    });
  });
});

describe('a region is found again', () => {
  test('where it was, in two requests, with rows added to it', async () => {
    const { workbook, before } = await region();
    workbook.fill('B8', [['ent_elm', 'veh_two', 9]]);
    workbook.host.resetRequests();
    const after = await rereadTable(before.reference);
    expect(workbook.host.requests()).toBe(2);
    expect(after.values).toEqual([...payouts.slice(1), ['ent_elm', 'veh_two', 9]]);
  });

  test('moved by rows and columns inserted before it, on a renamed sheet', async () => {
    const { workbook, before } = await region();
    workbook.book.insertRows(workbook.sheetId, 0, 3, 'person');
    workbook.book.insertColumns(workbook.sheetId, 0, 2, 'person');
    workbook.book.renameSheet(workbook.sheetId, 'Later');
    const after = await rereadTable(before.reference);
    expect(after).toMatchObject({ address: 'Later!D6:F10', header: payouts[0], values: payouts.slice(1) });
  });

  test('with its columns in another order and one more among them', async () => {
    const { workbook, before } = await region();
    const reordered = payouts.map(([investor, vehicle, amount]) => [
      amount ?? '',
      'new',
      investor ?? '',
      vehicle ?? '',
    ]);
    workbook.book.clear(workbook.sheetId, area('B3:D7'), 'All', 'person');
    workbook.fill('C5', reordered);
    const after = await rereadTable(before.reference);
    expect(after).toMatchObject({
      address: 'Payouts!C5:F9',
      header: reordered[0],
      values: reordered.slice(1),
    });
  });

  test('with one header text changed in place', async () => {
    const { workbook, before } = await region();
    workbook.fill('C3', [['Fund']]);
    expect((await rereadTable(before.reference)).header).toEqual(['Investor', 'Fund', 'Amount']);
  });

  test('moved, with one column deleted and another inserted', async () => {
    const { workbook, before } = await region();
    workbook.book.insertColumns(workbook.sheetId, 0, 2, 'person');
    workbook.book.deleteColumns(workbook.sheetId, 4, 1, 'person');
    workbook.fill('F3', [['Remark'], ['a']]);
    const after = await rereadTable(before.reference);
    expect(after).toMatchObject({ address: 'Payouts!D3:F7', header: ['Investor', 'Amount', 'Remark'] });
  });

  test('without the title that now touches its header', async () => {
    const { workbook, before } = await region();
    workbook.fill('B2', [['Payouts, third quarter', 'draft']]);
    expect((await rereadTable(before.reference)).address).toBe('Payouts!B3:D7');
  });

  test('rather than another table with the same header further away', async () => {
    const { workbook, before } = await region();
    workbook.book.insertRows(workbook.sheetId, 0, 1, 'person');
    workbook.fill('B40', payouts.slice(0, 2));
    expect((await rereadTable(before.reference)).address).toBe('Payouts!B4:D8');
  });
});

describe('a table that is gone is said so', () => {
  test('when its cells were cleared', async () => {
    const { workbook, before } = await region();
    workbook.book.clear(workbook.sheetId, area('B3:D7'), 'All', 'person');
    workbook.fill('B3', [['Something', 'else']]);
    await expect(rereadTable(before.reference)).rejects.toMatchObject({ code: 'table-gone' });
  });

  test('when its sheet was emptied or deleted', async () => {
    const { workbook, before } = await region();
    workbook.book.clear(workbook.sheetId, area('B3:D7'), 'All', 'person');
    await expect(rereadTable(before.reference)).rejects.toMatchObject({ code: 'table-gone' });
    workbook.book.addSheet('Other');
    workbook.book.deleteSheet(workbook.sheetId);
    await expect(rereadTable(before.reference)).rejects.toMatchObject({ code: 'table-gone' });
  });
});
