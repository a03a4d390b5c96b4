import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { failureOf, openExcel, type OpenExcel } from './excel.ts';

let excel: OpenExcel;

beforeEach(async () => {
  excel = await openExcel();
});

afterEach(() => excel.host.dispose());

function nameOf(): Promise<string> {
  return Excel.run(async (context) => {
    context.workbook.load('name');
    await context.sync();
    return context.workbook.name;
  });
}

function write(value: string): Promise<void> {
  return Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[value]];
    await context.sync();
  });
}

function firstCell(): unknown {
  return excel.book.values(excel.sheetId, { row: 0, column: 0, rows: 1, columns: 1 })[0]?.[0];
}

/** What became of a promise after a short while. */
function within<T>(promise: Promise<T>, waitMs: number): Promise<T | 'pending'> {
  return Promise.race([
    promise,
    new Promise<'pending'>((resolve) => setTimeout(() => resolve('pending'), waitMs)),
  ]);
}

describe('payloads', () => {
  const LONG = 'x'.repeat(1_100_000);

  test('a request above 5 MB is refused and does nothing', async () => {
    const failure = await failureOf((context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1:A5').values = Array.from(
        { length: 5 },
        () => [LONG],
      );
    });
    expect(failure.code).toBe('RequestPayloadSizeLimitExceeded');
    expect(firstCell()).toBe('');
  });

  test('an answer above 5 MB is refused', async () => {
    const { book, sheetId } = excel;
    for (let row = 0; row < 5; row += 1) {
      book.write(sheetId, { row, column: 0, rows: 1, columns: 1 }, [[LONG]], 'person');
    }
    const failure = await failureOf((context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1:A5').load('values');
    });
    expect(failure.code).toBe('ResponsePayloadSizeLimitExceeded');
  });
});

describe('while a person types in a cell', () => {
  test('calls fail', async () => {
    excel.book.setEditing(true);
    const failure = await failureOf((context) => context.workbook.load('name'));
    expect(failure.code).toBe('InvalidOperationInCellEditMode');
    excel.book.setEditing(false);
    await expect(nameOf()).resolves.toBe('Payouts.xlsx');
  });

  test('calls with delayForCellEdit wait', async () => {
    excel.book.setEditing(true);
    const name = Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.load('name');
      await context.sync();
      return context.workbook.name;
    });
    await expect(within(name, 60)).resolves.toBe('pending');
    excel.book.setEditing(false);
    await expect(name).resolves.toBe('Payouts.xlsx');
  });
});

describe('ordered faults', () => {
  test.each(['AccessDenied', 'InvalidOrTimedOutSession', 'ActivityLimitReached'])(
    'the next request fails with %s',
    async (code) => {
      excel.host.failNext(code);
      await expect(write('lost')).rejects.toMatchObject({ code });
      expect(firstCell()).toBe('');
      await write('kept');
      expect(firstCell()).toBe('kept');
    },
  );

  test('a request fails after some of its actions, which stay done', async () => {
    excel.host.failAfterActions(8, 'GeneralException');
    await expect(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.getRange('A1').values = [['first']];
        sheet.getRange('A2').values = [['second']];
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'GeneralException' });
    const cells = excel.book.values(excel.sheetId, { row: 0, column: 0, rows: 2, columns: 1 });
    expect(cells.flat()).toEqual(['first', '']);
  });

  test.each([
    [false, ''],
    [true, 'unheard'],
  ])('a request is never answered, executed: %s', async (executed, left) => {
    excel.host.hangNext(executed);
    await expect(within(write('unheard'), 60)).resolves.toBe('pending');
    expect(firstCell()).toBe(left);
    await expect(nameOf()).resolves.toBe('Payouts.xlsx');
  });
});

test('requests are counted, without those that only release references', async () => {
  await write('one');
  await nameOf();
  expect(excel.host.requests()).toBe(2);
  excel.host.resetRequests();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1').load('values');
    await context.sync();
    range.load('address');
    await context.sync();
  });
  expect(excel.host.requests()).toBe(2);
});

test('every request takes its latency', async () => {
  excel.host.setLatency(60);
  const startedAt = performance.now();
  await nameOf();
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(55);
});
