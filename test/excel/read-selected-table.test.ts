import { describe, expect, test } from '@jest/globals';
import { readSelectedTable } from '../../src/excel/index.ts';
import { area, payouts, Workbook } from './workbook.ts';

describe('an Excel table', () => {
  test('is read whole from one of its cells, in two requests', async () => {
    const workbook = await Workbook.open();
    const { id } = workbook.fillTable('B3', payouts);
    workbook.select('C5').host.resetRequests();

    const table = await readSelectedTable();

    expect(workbook.host.requests()).toBeLessThanOrEqual(2);
    expect(table).toMatchObject({
      reference: {
        tableId: id,
        tableName: 'PayoutTable',
        sheetId: workbook.sheetId,
        rowIndex: 2,
        columnIndex: 1,
      },
      source: { workbook: 'Q3.xlsx', sheet: 'Payouts' },
      foundBy: 'table',
      address: 'Payouts!B3:D7',
      headerRowIndex: 2,
      firstColumnIndex: 1,
      header: payouts[0],
      values: payouts.slice(1),
      hidden: [false, false, false, false],
      hasTotalsRow: false,
      date1904: false,
      selectedRows: null,
      sheetProtected: false,
      freeColumnsRight: 6,
    });
  });

  test.each([
    ['some of its rows', ['B5:D6'], [1, 2]],
    ['cells of several rows with Ctrl', ['B4', 'D6:D7'], [0, 2, 3]],
    ['rows that reach beyond it', ['A6:H20'], [2, 3]],
    ['all of its rows', ['B4:B7'], null],
    ['whole columns', ['B:C'], null],
    ['its header', ['B3:D3'], null],
  ])('selected by %s', async (_name, addresses, selectedRows) => {
    const workbook = await Workbook.open();
    workbook.fillTable('B3', payouts);
    workbook.select(...addresses);
    const table = await readSelectedTable();
    expect(table.foundBy).toBe('table');
    expect(table.selectedRows).toEqual(selectedRows);
    expect(table.values).toEqual(payouts.slice(1));
  });

  test('tells its totals row, which is never a selected row', async () => {
    const workbook = await Workbook.open();
    const { id } = workbook.fillTable('B3', payouts);
    workbook.book.setTableTotals(id, true);
    workbook.select('B6:D8');
    const table = await readSelectedTable();
    expect(table.hasTotalsRow).toBe(true);
    expect(table.values).toHaveLength(5);
    expect(table.selectedRows).toEqual([2, 3]);
  });

  test('keeps hidden and filtered rows in their places', async () => {
    const workbook = await Workbook.open();
    workbook.fillTable('B3', payouts);
    workbook.book.setRowsHidden(workbook.sheetId, 3, 1, true, 'person');
    workbook.book.filter(workbook.sheetId, area('B3:D7'), 2, ['veh_one'], 'person');
    workbook.select('B3');
    const table = await readSelectedTable();
    expect(table.values).toEqual(payouts.slice(1));
    expect(table.hidden).toEqual([3, 4, 5, 6].map((row) => workbook.book.isRowHidden(workbook.sheetId, row)));
    expect(table.hidden.slice(2)).toEqual([true, true]);
  });

  test('beside another one: a selection of both is refused', async () => {
    const workbook = await Workbook.open();
    workbook.fillTable('A1', payouts, 'First');
    workbook.fillTable('F1', payouts, 'Second');
    workbook.select('A1:H3');
    await expect(readSelectedTable()).rejects.toMatchObject({ code: 'several-tables' });
  });
});

describe('a region', () => {
  test('is read around a single cell, without the title above it, in two requests', async () => {
    const workbook = await Workbook.open();
    workbook
      .fill('B2', [['Payouts, third quarter']])
      .fill('B3', payouts)
      .select('C5');
    workbook.host.resetRequests();
    const table = await readSelectedTable();
    expect(workbook.host.requests()).toBeLessThanOrEqual(2);
    expect(table).toMatchObject({
      reference: { tableId: null, rowIndex: 2, columnIndex: 1, header: payouts[0] },
      foundBy: 'region',
      address: 'Payouts!B3:D7',
      header: payouts[0],
      values: payouts.slice(1),
      selectedRows: null,
    });
  });

  test('is narrowed by rows of it, also in several areas', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts).select('B4:D4', 'C6');
    const table = await readSelectedTable();
    expect(table.values).toEqual(payouts.slice(1));
    expect(table.selectedRows).toEqual([0, 2]);
  });

  test('of whole columns ends where the sheet is used', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts).select('B:D');
    const table = await readSelectedTable();
    expect(table.address).toBe('Payouts!B3:D7');
    expect(table.values).toEqual(payouts.slice(1));
    expect(table.selectedRows).toBeNull();
  });

  test('is the selection itself when blank rows part it', async () => {
    const workbook = await Workbook.open();
    workbook
      .fill('B3', payouts)
      .fill('B9', [['ent_elm', 'veh_two', 9]])
      .select('B3:D9');
    const table = await readSelectedTable();
    expect(table.foundBy).toBe('selection');
    expect(table.values).toEqual([...payouts.slice(1), ['', '', ''], ['ent_elm', 'veh_two', 9]]);
  });

  test('counts the free columns up to foreign content', async () => {
    const workbook = await Workbook.open();
    workbook
      .fill('B3', payouts)
      .fill('G6', [['a note']])
      .select('B3');
    expect((await readSelectedTable()).freeColumnsRight).toBe(2);
    workbook
      .fill('G6', [['']])
      .fill('G20', [['below the table']])
      .select('B3');
    expect((await readSelectedTable()).freeColumnsRight).toBe(6);
  });

  test('with merged cells tells where they are', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts);
    workbook.book.merge(workbook.sheetId, area('B5:B6'), 'person');
    workbook.book.merge(workbook.sheetId, area('J1:K1'), 'person');
    workbook.select('C4');
    expect((await readSelectedTable()).mergedAreas).toEqual([
      { rowIndex: 4, columnIndex: 1, rowCount: 2, columnCount: 1 },
    ]);
  });

  test('gives errors, booleans and formats as the sheet has them', async () => {
    const workbook = await Workbook.open();
    workbook.fill('A1', [
      ['Name', 'Value'],
      ['error', '=1/0'],
      ['yes', true],
      ['sum', '=1+2'],
      ['text', "'0012"],
    ]);
    workbook.book.setNumberFormats(workbook.sheetId, area('B4'), [['#,##0.00']], 'person');
    workbook.select('A1');
    const table = await readSelectedTable();
    expect(table.values.map((row) => row[1])).toEqual(['#DIV/0!', true, 3, '0012']);
    expect(table.numberFormats[2]?.[1]).toBe('#,##0.00');
  });
});

describe('the sheet', () => {
  test('protected: known before anything is sent', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts).select('B3');
    workbook.book.protect(workbook.sheetId);
    expect((await readSelectedTable()).sheetProtected).toBe(true);
  });

  test('protected with unlocked cells right of a region: takes results', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts).select('B3');
    workbook.book.setFormat(workbook.sheetId, area('E3:J7'), { locked: false }, 'person');
    workbook.book.protect(workbook.sheetId);
    expect((await readSelectedTable()).sheetProtected).toBe(false);
  });

  test('of the 1904 date system says so', async () => {
    const workbook = await Workbook.open({ date1904: true });
    workbook.fill('B3', payouts).select('B3');
    expect((await readSelectedTable()).date1904).toBe(true);
  });

  test('empty: there is no table', async () => {
    await Workbook.open();
    await expect(readSelectedTable()).rejects.toMatchObject({ code: 'no-table' });
  });
});

describe('size', () => {
  test('10,000 rows of 12 columns take two requests', async () => {
    const workbook = await Workbook.open();
    const header = Array.from({ length: 12 }, (_, column) => `Column ${column}`);
    const rows = Array.from({ length: 10_000 }, (_, row) =>
      header.map((_text, column) => (column % 3 === 0 ? `ent_${row}` : row * column)),
    );
    workbook.fillTable('A1', [header, ...rows]);
    workbook.select('A1').host.resetRequests();
    const table = await readSelectedTable();
    expect(workbook.host.requests()).toBe(2);
    expect(table.values).toEqual(rows);
  });

  test('a table that exceeds one answer comes in small ones, and how far it is is told after each', async () => {
    const workbook = await Workbook.open();
    const header = Array.from({ length: 12 }, (_, column) => `Column ${column}`);
    const rows = Array.from({ length: 13_000 }, (_, row) =>
      header.map((_text, column) => row * 100 + column),
    );
    workbook.fillTable('A1', [header, ...rows]);
    workbook.select('A1');
    const told: number[] = [];
    const table = await readSelectedTable({
      onRowsRead: (done, total) => {
        expect(total).toBe(13_001);
        told.push(done);
      },
    });
    expect(table.values).toEqual(rows);
    const steps = told.map((done, index) => done - (told[index - 1] ?? 0));
    expect(told.length).toBeGreaterThan(1);
    // Value and format of a cell, some 16 characters here: an answer stays far below what it may hold.
    for (const step of steps) expect(step * 12 * 16).toBeLessThan(1_300_000);
  });

  test('cells with more text than was assumed are read in smaller chunks, none lost or twice', async () => {
    const workbook = await Workbook.open();
    const text = 'x'.repeat(3_000);
    const rows = Array.from({ length: 2_500 }, (_, row) => [row, `${row} ${text}`]);
    workbook.fill('A1', [['Row', 'Text'], ...rows]).select('A1');
    expect((await readSelectedTable()).values).toEqual(rows);
  });
});

describe('when Excel does not play along', () => {
  test('a cell that is being edited is said', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts).select('B3').book.setEditing(true);
    await expect(readSelectedTable()).rejects.toMatchObject({ code: 'cell-edit-mode' });
    workbook.book.setEditing(false);
    await expect(readSelectedTable()).resolves.toMatchObject({ foundBy: 'region' });
  });

  test('a request that is never answered ends in a timeout', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts).select('B3').host.hangNext();
    await expect(readSelectedTable({ timeoutMs: 50 })).rejects.toMatchObject({
      code: 'excel-timeout',
      timeoutMs: 50,
    });
  });

  test("Excel's own code is kept", async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts).select('B3').host.failNext('GeneralException');
    await expect(readSelectedTable()).rejects.toMatchObject({
      code: 'excel-error',
      officeCode: 'GeneralException',
    });
  });
});
