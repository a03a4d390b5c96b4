/** The judge of `npm run shuffle` sees what it is there to see: an instrument that cannot fail proves nothing. */
import { expect, test } from '@jest/globals';
import { payoutForm } from '../../src/domain/index.ts';
import { lookAt, makeSheet, put } from '../../src/scripts/shuffle/payout-sheet.ts';
import { judge, strays } from '../../src/scripts/shuffle/verdict.ts';
import { Watchman } from '../../src/scripts/shuffle/watchman.ts';
import { Random } from '../../src/scripts/torture/random.ts';

/** A drawn sheet of plain cells or a table, with result columns right of it. */
function sheetWithIds() {
  const sheet = makeSheet(new Random(7));
  const look = lookAt(sheet.book);
  const [first, second] = look?.rows ?? [];
  if (look === null || first === undefined || second === undefined) throw new Error('Two rows are needed.');
  const column = Math.max(...look.columns.values()) + 1;
  const headers = [payoutForm.results.distributionId, payoutForm.results.paymentId];
  put(sheet.book, look.sheetId, look.headerRow, column, [headers]);
  const payment = { distributionId: 'dst_D0', paymentId: 'dpmt_D0P0', content: first.content };
  const write = (row: number) => put(sheet.book, look.sheetId, row, column, [['dst_D0', 'dpmt_D0P0']]);
  const verdict = () => judge(lookAt(sheet.book), sheet.contents, [payment], []);
  return { ...sheet, look, first, second, column, write, verdict };
}

test('an id beside its row, nowhere, beside another row, and in no row', () => {
  const { book, look, first, second, column, write, verdict } = sheetWithIds();
  expect(verdict()).toMatchObject({
    beside: 0,
    misplaced: [],
    missing: [expect.stringContaining('dpmt_D0P0')],
  });
  write(first.row);
  expect(verdict()).toMatchObject({ beside: 1, misplaced: [], missing: [] });
  book.sort(look.sheetId, { row: first.row, column, rows: 2, columns: 2 }, column, false, 'person');
  expect(verdict().misplaced).toEqual([]);
  write(second.row);
  expect(verdict().misplaced).toHaveLength(2);
  put(book, look.sheetId, look.headerRow + 40, 1, [['dpmt_D0P9']]);
  expect(strays(book)).toEqual([`dpmt_D0P9 in row ${look.headerRow + 41}`]);
});

test('what a request overwrites, unless it is a result cell or is put back', () => {
  const { book, look, first, column } = sheetWithIds();
  const watchman = new Watchman(book);
  const during = (row: number, at: number, value: string) => {
    const done = watchman.watch();
    book.write(look.sheetId, { row, column: at, rows: 1, columns: 1 }, [[value]], 'addin');
    done();
  };
  during(first.row, column, 'dst_D0');
  during(first.row, column, 'dst_D1');
  expect(watchman.overwritten()).toEqual([]);
  const entity = look.columns.get('Entity') ?? -1;
  const before = String(
    book.values(look.sheetId, { row: first.row, column: entity, rows: 1, columns: 1 })[0]?.[0],
  );
  during(first.row, entity, 'dst_D1');
  expect(watchman.overwritten()).toHaveLength(1);
  during(first.row, entity, before);
  expect(watchman.overwritten()).toEqual([]);
});
