/** Lines 4, 5, 6 and 8 of the known behaviours of Excel: calls that are refused, never answered, doubled, too large. */
import { afterEach, expect, test } from '@jest/globals';
import { applyWriteBack, readSelectedTable, rereadTable } from '../../../src/excel/index.ts';
import { payoutForm, type ResultCell } from '../../../src/domain/index.ts';
import { openSecondWindow, type SecondWindow } from '../../../src/workbench/node/second-window.ts';
import { codeOf, idsBeside, naively, planFor, rightIds, staged, Workbook, write } from './payouts.ts';

let second: SecondWindow | null = null;

afterEach(() => {
  second?.close();
  second = null;
});

const all = rightIds('Alder', 'Birch', 'Cedar', 'Dogwood');

test('line 4: while a cell is edited nothing is sent and nothing lost; the naive way waits as long as somebody types', async () => {
  const results = await staged('table');
  const { workbook, table } = results;
  workbook.book.setEditing(true);
  let isDone = false;
  const naive = Excel.run({ delayForCellEdit: true }, async (context) => {
    context.workbook.worksheets.getItem('Payouts').getRange('T1').values = [['late']];
    await context.sync();
  }).then(() => (isDone = true));
  // Its request is on the way before ours, and one host answers one request after another.
  const own = codeOf(rereadTable(table.reference, { timeoutMs: 100 }));
  expect(await own).toBe('excel-timeout');
  expect(isDone).toBe(false);
  workbook.book.setEditing(false);
  await naive;

  workbook.book.setEditing(true);
  // The look before the first request to the proxy fails, so that nothing was sent.
  expect(await codeOf(rereadTable(table.reference))).toBe('cell-edit-mode');
  expect(await codeOf(write(results))).toBe('cell-edit-mode');
  workbook.book.setEditing(false);
  expect((await write(results)).report.verified).toBe(4);
  expect(idsBeside(workbook, 'E4:H7')).toEqual(all);
});

test('line 5: a request that never settles is given up, and writing again makes nothing twice', async () => {
  const results = await staged('region');
  const { workbook } = results;
  workbook.host.hangNext();
  let isDone = false;
  void naively((sheet) => sheet.getRange('B3').load('values')).finally(() => (isDone = true));
  for (let passing = 0; passing < 5; passing += 1)
    workbook.host.failAfterActions(100_000, 'GeneralException');
  workbook.host.hangNext(true);
  expect(await codeOf(write(results, 150))).toBe('excel-timeout');
  expect(isDone).toBe(false);
  expect((await write(results)).report).toMatchObject({ verified: 4, expected: 4, mismatches: [] });
  expect(idsBeside(workbook, 'E4:H7')).toEqual(all);
  expect(workbook.values('G3:M3').flat()).toEqual([...Object.values(payoutForm.results), '']);
});

test('line 6: two panes on one workbook plan the same request, and make the result columns once', async () => {
  const results = await staged('table');
  const { workbook, checked } = results;
  const other = (second = openSecondWindow(workbook.book));
  const theirs = await other.run(async () => {
    const table = await readSelectedTable();
    return { table, outcomes: results.outcomes, request: planFor({ table, outcomes: results.outcomes }) };
  });
  expect(theirs.table).toEqual(results.table);
  expect(checked.plan?.distributions).toHaveLength(1);

  // The other pane makes the columns after this one has looked.
  expect((await other.run(() => write(theirs))).report.verified).toBe(4);
  await expect(applyWriteBack(planFor(results))).rejects.toMatchObject({ code: 'sheet-changed' });
  expect((await write(results)).report).toMatchObject({ verified: 4, mismatches: [] });
  const [header = []] = workbook.values('B3:Z3');
  for (const text of Object.values(payoutForm.results))
    expect(header.filter((cell) => cell === text)).toEqual([text]);
  expect(idsBeside(workbook, 'E4:H7')).toEqual(all);

  // Each of two naive panes adds its own column.
  const add = () =>
    Excel.run(async (context) => {
      const { columns } = context.workbook.tables.getItem('PayoutTable');
      columns.load('items/name');
      await context.sync();
      if (columns.items.every(({ name }) => name !== 'Id')) columns.add(undefined, undefined, 'Id');
      await context.sync();
    });
  await Promise.all([add(), other.run(add)]);
  expect(workbook.values('M3:N3').flat()).toEqual(['Id', 'Id2']);
});

test('line 8: more than 5 MB is read and written in parts', async () => {
  const workbook = await Workbook.open();
  const text = 'x'.repeat(3_000);
  const rows = Array.from({ length: 2_000 }, (_, row) => [`ent_${row}`, text]);
  workbook.fill('A1', [['Entity', 'Remark'], ...rows]).select('A1');
  const naiveRead = naively((sheet) => sheet.getRange('A1:B2001').load('values'));
  expect(await codeOf(naiveRead)).toBe('ResponsePayloadSizeLimitExceeded');
  const table = await readSelectedTable();
  expect(table.values).toEqual(rows);

  const naiveWrite = naively((sheet) => void (sheet.getRange('T2:T2001').values = rows.map(() => [text])));
  expect(await codeOf(naiveWrite)).toBe('RequestPayloadSizeLimitExceeded');
  const cells = rows.flatMap(([entity], rowOffset): ResultCell[] => [
    { rowOffset, column: 'paymentId', value: `dpmt_${entity}`, link: null },
    { rowOffset, column: 'message', value: text, link: null },
  ]);
  const report = await applyWriteBack({ reference: table.reference, table, cells, unplaced: [] });
  expect(report).toEqual({ verified: 2_000, expected: 2_000, mismatches: [] });
  expect(workbook.values('D2001')).toEqual([['dpmt_ent_1999']]);
});
