import { describe, expect, test } from '@jest/globals';
import { listCandidates, readCandidate, readSelectedTable, rereadTable } from '../../src/excel/index.ts';
import { area, payouts, Workbook } from './workbook.ts';

const [header = [], ...rows] = payouts;

async function read(workbook: Workbook, ...selection: string[]) {
  workbook.select(...selection).host.resetRequests();
  const table = await readSelectedTable();
  expect(workbook.host.requests()).toBeLessThanOrEqual(2);
  return table;
}

/** Reads the table again after rows and columns were inserted before it: the same, three rows and a column further. */
async function expectFoundAgain(workbook: Workbook, before: Awaited<ReturnType<typeof read>>) {
  workbook.book.insertRows(workbook.sheetId, 0, 3, 'person');
  workbook.book.insertColumns(workbook.sheetId, 0, 1, 'person');
  const after = await rereadTable(before.reference);
  expect(after.values).toEqual(before.values);
  expect(after.header).toEqual(before.header);
  expect(after.headerRowIndex).toBe(before.headerRowIndex + 3);
  expect(after.firstColumnIndex).toBe(before.firstColumnIndex + 1);
  expect(after.headerRowCount).toBe(before.headerRowCount);
  expect(after.ambiguity === null).toBe(before.ambiguity === null);
}

describe('readSelectedTable and rereadTable', () => {
  test('a region under title lines', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B2', [['Alder Fund IV'], ['Payouts'], ['As of']]).fill('C4', [[45_992]]);
    workbook.fill('B5', payouts);
    const table = await read(workbook, 'C7');
    expect(table).toMatchObject({ address: 'Payouts!B5:D9', header, values: rows, ambiguity: null });
    await expectFoundAgain(workbook, table);
  });

  test('a header of two rows, merged over the columns', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', [
      ['Payee', '', 'Payout', ''],
      ['Name', 'Entity', 'Amount', 'Currency'],
      ['Alder', 'ent_alder', 100.5, 'USD'],
      ['Birch', 'ent_birch', 250, 'USD'],
    ]);
    workbook.book.merge(workbook.sheetId, area('B3:C3'), 'person');
    workbook.book.merge(workbook.sheetId, area('D3:E3'), 'person');
    const table = await read(workbook, 'C6');
    expect(table).toMatchObject({
      address: 'Payouts!B3:E6',
      headerRowIndex: 3,
      headerRowCount: 2,
      header: ['Payee Name', 'Payee Entity', 'Payout Amount', 'Payout Currency'],
      values: [
        ['Alder', 'ent_alder', 100.5, 'USD'],
        ['Birch', 'ent_birch', 250, 'USD'],
      ],
      ambiguity: null,
    });
    expect(table.numberFormats).toHaveLength(2);
    expect(table.hidden).toEqual([false, false]);
    await expectFoundAgain(workbook, table);
  });

  test('a table that goes on after a blank row', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts).fill('B9', [['ent_elm', 'veh_two', 9]]);
    const table = await read(workbook, 'B4');
    expect(table).toMatchObject({
      foundBy: 'region',
      address: 'Payouts!B3:D9',
      values: [...rows, ['', '', ''], ['ent_elm', 'veh_two', 9]],
      ambiguity: 'Row 8 is blank, and the rows below it were taken too.',
    });
    await expectFoundAgain(workbook, table);
  });

  test('a selection that bounds the table', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts).fill('B12', [['ent_elm', 'veh_two', 9]]);
    workbook.fill('B14', [['Prepared by', 'Jo', 'x']]);
    const table = await read(workbook, 'B3:D12');
    expect(table).toMatchObject({ foundBy: 'selection', address: 'Payouts!B3:D12' });
    await expectFoundAgain(workbook, table);
  });

  test('a table with a blank column inside', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts).fill('F3', [['Currency'], ['USD'], ['USD'], ['USD'], ['USD']]);
    const table = await read(workbook, 'F4');
    expect(table).toMatchObject({ address: 'Payouts!B3:F7', header: [...header, '', 'Currency'] });
    expect(table.ambiguity).toBe('Column E is blank, and the columns on both sides of it were taken.');
    await expectFoundAgain(workbook, table);
  });

  test('a named range, with rows under it that it leaves out', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts);
    workbook.book.addName('Third_Quarter', '=Payouts!$B$3:$D$6');
    const table = await read(workbook, 'C4');
    expect(table).toMatchObject({
      foundBy: 'name',
      address: 'Payouts!B3:D6',
      reference: { definedName: 'Third_Quarter' },
      ambiguity: 'The name “Third_Quarter” ends in row 6, but more rows are filled below it.',
    });
    workbook.book.insertRows(workbook.sheetId, 0, 3, 'person');
    expect(await rereadTable(table.reference)).toMatchObject({ foundBy: 'name', address: 'Payouts!B6:D9' });
  });

  test('names of a single column, of a print area and of another sheet do not count', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts);
    workbook.book.addName('Amounts', '=Payouts!$D$4:$D$7');
    workbook.book.addName('Print_Area', '=Payouts!$A$1:$D$5', workbook.sheetId);
    const other = workbook.book.addSheet('Other');
    workbook.book.activate(workbook.sheetId, 'person');
    workbook.book.addName('Elsewhere', `=${other.name}!$B$3:$D$6`);
    expect(await read(workbook, 'D4')).toMatchObject({ foundBy: 'region', address: 'Payouts!B3:D7' });
  });

  test('a selection outside of the only table takes it and says so', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts);
    expect(await read(workbook, 'K20')).toMatchObject({
      address: 'Payouts!B3:D7',
      ambiguity: 'The selection is outside of the table; B3:D7 was taken.',
    });
    workbook.fillTable('K3', payouts, 'Other');
    expect(await read(workbook, 'A30')).toMatchObject({
      foundBy: 'table',
      ambiguity: expect.stringContaining('“Other”'),
    });
  });

  test('cells of two regions, selected with Ctrl, take one and name what lies outside of it', async () => {
    const workbook = await Workbook.open();
    workbook.fill('A1', payouts).fill('A12', payouts).select('A2', 'A13');
    const { ambiguity, address } = await readSelectedTable();
    const [taken, outside] = address.includes('A12') ? ['A12:', 'A2'] : ['A1:', 'A13'];
    expect(address).toContain(taken);
    expect(ambiguity).toMatch(
      new RegExp(`^Only a part of the selection lies in the table ${taken}.*; ${outside} does not\\.$`),
    );
  });

  test('cells of an Excel table and of a region below it, selected with Ctrl, name the region', async () => {
    const workbook = await Workbook.open();
    workbook.fillTable('A1', payouts);
    workbook.fill('A20', payouts).select('A2', 'A21');
    const table = await readSelectedTable();
    expect(table).toMatchObject({ foundBy: 'table' });
    expect(table.ambiguity).toContain('A21 does not');
  });

  test('whole rows and cells of one table say nothing', async () => {
    const workbook = await Workbook.open();
    workbook.fill('A1', payouts).select('2:2', 'B3');
    expect((await readSelectedTable()).ambiguity).toBeNull();
  });

  test('whole columns over several tables take the largest and name the others', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts).fill('B20', payouts.slice(0, 3));
    expect(await read(workbook, 'B:D')).toMatchObject({
      foundBy: 'region',
      address: 'Payouts!B3:D7',
      ambiguity: 'The selection holds several tables; B3:D7 was taken, not B20:D22.',
    });
    expect(await read(workbook, 'C21')).toMatchObject({ address: 'Payouts!B20:D22', ambiguity: null });
  });

  test('a stray cell far away neither widens the table nor costs more requests', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts).fill('Z90000', [['stray']]);
    expect(await read(workbook, 'B3')).toMatchObject({
      address: 'Payouts!B3:D7',
      ambiguity: null,
      freeColumnsRight: 6,
    });
  });

  test('a filtered region keeps its hidden rows in place', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B2', [['Payouts']]).fill('B3', payouts);
    workbook.book.filter(workbook.sheetId, area('B3:D7'), 2, ['veh_two'], 'person');
    const table = await read(workbook, 'B3');
    expect(table.values).toEqual(rows);
    expect(table.hidden).toEqual([true, true, false, false]);
  });

  test('blank rows that were inserted since cut nothing off, and are said', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts);
    const before = await read(workbook, 'B3');
    workbook.book.insertRows(workbook.sheetId, 5, 1, 'person');
    const after = await rereadTable(before.reference);
    expect(after.values).toEqual([...rows.slice(0, 2), ['', '', ''], ...rows.slice(2)]);
    expect(after.ambiguity).toMatch(/Row 6 is blank/);
  });
});

describe('candidates', () => {
  test('are the tables, names and regions of all sheets, those in front first', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts).fill('B9', [['ent_elm', 'veh_two', 9]]);
    workbook.book.addName('Quarter', '=Payouts!$B$3:$D$6');
    const back = workbook.book.addSheet('Archive');
    workbook.book.write(
      back.id,
      area('A1:B2'),
      [
        ['Investor', 'Amount'],
        ['ent_a', 1],
      ],
      'person',
    );
    workbook.book.setSheetVisibility(back.id, 'Hidden');
    workbook.book.activate(workbook.sheetId, 'person');
    const { id } = workbook.fillTable('H3', payouts);
    const listed = await listCandidates();
    expect(
      listed.map(({ kind, label, address, hiddenSheet }) => [kind, label, address, hiddenSheet]),
    ).toEqual([
      ['table', 'PayoutTable', 'Payouts!H3:J7', false],
      ['name', 'Quarter', 'Payouts!B3:D6', false],
      ['region', 'Payouts!B3:D9', 'Payouts!B3:D9', false],
      ['region', 'Payouts!B3:D7', 'Payouts!B3:D7', false],
      ['region', 'Archive!A1:B2', 'Archive!A1:B2', true],
    ]);
    expect(listed[0]?.reference.tableId).toBe(id);
    for (const candidate of listed) {
      expect(await readCandidate(candidate)).toMatchObject({
        address: candidate.address,
        foundBy: candidate.kind,
        reference: { sheetName: candidate.sheetName },
      });
    }
  });

  test('read what they were listed as after rows were inserted', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B2', [['Payouts'], ['Amounts in USD']]).fill('B5', payouts);
    const [candidate] = await listCandidates();
    expect(candidate?.address).toBe('Payouts!B5:D9');
    workbook.book.insertRows(workbook.sheetId, 0, 2, 'person');
    if (candidate !== undefined) expect((await readCandidate(candidate)).values).toEqual(rows);
  });

  test('that are gone say so', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts);
    const [candidate] = await listCandidates();
    workbook.book.clear(workbook.sheetId, area('B3:D7'), 'All', 'person');
    if (candidate === undefined) throw new Error('No candidate.');
    await expect(readCandidate(candidate)).rejects.toMatchObject({ code: 'table-gone' });
  });

  test('an empty workbook has none', async () => {
    await Workbook.open();
    expect(await listCandidates()).toEqual([]);
  });
});
