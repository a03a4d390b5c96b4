/** Lines 9, 10, 11, 12 and 20 of the known behaviours of Excel: what becomes of a value on its way in and out. */
import { describe, expect, test } from '@jest/globals';
import { toSerial, type ResultCell } from '../../../src/domain/index.ts';
import { applyWriteBack, readSelectedTable } from '../../../src/excel/index.ts';
import { check, rejected } from '../../support/builders.ts';
import { area, naively, payouts, readAndStage, staged, Workbook, write } from './payouts.ts';

const naiveWrite = (address: string, value: unknown) =>
  naively((sheet) => void (sheet.getRange(address).values = [[value]]));

/** The payouts with another cell in their second row. */
const withCell = (column: number, value: string | number) =>
  payouts.map((row, index) => (index === 2 ? row.map((cell, at) => (at === column ? value : cell)) : row));

test("line 9: null leaves a cell as it is, '' clears it", async () => {
  const results = await staged('region');
  const { workbook } = results;
  await write(results);
  workbook.fill('L4', [['my note'], ['an old message']]);
  const table = await readSelectedTable();
  const cells: ResultCell[] = [
    { rowOffset: 0, column: 'message', value: null, link: null },
    { rowOffset: 1, column: 'message', value: '', link: null },
  ];
  await applyWriteBack({ reference: table.reference, table, cells, unplaced: [] });
  expect(workbook.values('L4:L5').flat()).toEqual(['my note', '']);
  await naiveWrite('L4', '');
  expect(workbook.values('L4')).toEqual([['']]);
});

test.each(['0012', '12345678901234567890'])('line 10: the digits of %s stay as they are', async (digits) => {
  const { workbook, table } = await staged('region');
  await naiveWrite('T1', digits);
  expect(String(workbook.values('T1')[0]?.[0])).not.toBe(digits);
  const cells: ResultCell[] = [{ rowOffset: 0, column: 'paymentId', value: digits, link: null }];
  await applyWriteBack({ reference: table.reference, table, cells, unplaced: [] });
  expect(workbook.values('H4')).toEqual([[digits]]);
});

test('line 10: an id that a number has taken the place of is refused, whatever digits it has left', async () => {
  const workbook = await Workbook.open();
  workbook.fill('B3', withCell(3, 12_345_678_901_234_567)).select('B3');
  const table = await readSelectedTable();
  // Seventeen digits went in; the naive way sends what came out.
  expect(String(table.values[1]?.[3])).not.toBe('12345678901234567');
  const { problems, plan } = check(table);
  expect(plan).toBeNull();
  expect(problems).toContainEqual(
    expect.objectContaining({ severity: 'problem', field: 'entity', cell: { rowIndex: 4, columnIndex: 4 } }),
  );
});

describe('line 11', () => {
  test('dates of the 1904 system are the same days, and are written as that system counts', async () => {
    const workbook = await Workbook.open({ date1904: true });
    const shifted = payouts.map((row) =>
      row.map((cell, at) => (at === 2 && typeof cell === 'number' ? cell - 1_462 : cell)),
    );
    workbook.fill('B3', shifted).select('B3');
    const results = await readAndStage();
    expect(results.checked.plan?.distributions[0]?.request.distributionDate).toBe('2026-03-31');
    // The naive way takes the serial for one of the 1900 system: four years and a day before.
    const serial = Number(results.table.values[0]?.[2]);
    expect(new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)).toBe('2022-03-30');
    await write(results);
    expect(workbook.values('K4')).toEqual([[toSerial('2026-03-02T10:00:00.000Z', true)]]);
  });

  test('serial 60 is a day that never was', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', withCell(2, 60)).select('B3');
    const { problems, plan } = check(await readSelectedTable());
    expect(plan).toBeNull();
    expect(problems.map(({ code }) => code)).toContain('date-never-was');
    // The naive way calculates on and finds a day that was.
    expect(new Date(Date.UTC(1899, 11, 30 + 60)).toISOString().slice(0, 10)).toBe('1900-02-28');
  });

  test('no date is written as text, which is read as US', async () => {
    const results = await staged('region');
    const { workbook } = results;
    await naiveWrite('T1', '02/03/2026');
    expect(workbook.values('T1')).toEqual([[46_056]]);
    await write(results);
    expect(workbook.values('K4')).toEqual([[toSerial('2026-03-02T10:00:00.000Z', false)]]);
    expect(workbook.book.texts(workbook.sheetId, area('K4'))).toEqual([['2026-03-02 10:00 UTC']]);
  });
});

test.each(['=1+1', '+1+1', '-1+1', '@SUM(1,2)', '=HYPERLINK("https://evil.example","pay here")'])(
  'line 12: %s from outside never becomes a formula',
  async (text) => {
    const { workbook, table, outcomes } = await staged('region');
    await naiveWrite('T1', text);
    const naive = workbook.book.formulas(workbook.sheetId, area('T1'))[0]?.[0];
    expect(naive).not.toBe(text === String(workbook.values('T1')[0]?.[0]) ? text : undefined);
    const [first] = outcomes;
    if (first === undefined) throw new Error('Nothing was staged.');
    await write({ table, outcomes: [{ ...first, outcome: rejected(text) }] });
    expect(workbook.values('L4')).toEqual([[`Not staged: ${text}`]]);
    const cells: ResultCell[] = [{ rowOffset: 1, column: 'paymentStatus', value: text, link: null }];
    const fresh = await readSelectedTable();
    await applyWriteBack({ reference: fresh.reference, table: fresh, cells, unplaced: [] });
    expect(workbook.values('J5')).toEqual([[text]]);
    // The user's own columns were not touched.
    expect(workbook.values('B3:F7')).toEqual(payouts);
  },
);

describe('line 20', () => {
  test.each([1234.565, 1.005, 0.001])(
    '%d has a fraction of a cent and is refused, not rounded',
    async (amount) => {
      const workbook = await Workbook.open();
      workbook.fill('B3', withCell(4, amount)).select('B3');
      const { problems, plan } = check(await readSelectedTable());
      expect(plan).toBeNull();
      expect(problems.map(({ code }) => code)).toContain('amount-has-fraction-of-cent');
      expect(Number.isInteger(Math.round(amount * 100))).toBe(true);
    },
  );

  test('noise far below a cent is none', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', withCell(4, 0.1 + 0.2)).select('B3');
    const table = await readSelectedTable();
    expect(table.values[1]?.[4]).not.toBe(0.3);
    expect(check(table).plan?.distributions[0]?.rows[1]?.amountCents).toBe(30);
    expect(Number.isInteger(Number(table.values[1]?.[4]) * 100)).toBe(false);
  });
});
