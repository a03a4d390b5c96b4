import { expect, test } from '@jest/globals';
import type { WriteBackPlan } from '../../src/domain/index.ts';
import { applyWriteBack, clearMarks, markCells, readSelectedTable } from '../../src/excel/index.ts';
import { area, payouts, Workbook } from './workbook.ts';

async function written(): Promise<{ workbook: Workbook; plan: WriteBackPlan }> {
  const workbook = await Workbook.open();
  workbook.fillTable('B3', payouts);
  workbook.select('B3');
  const table = await readSelectedTable();
  const cells = ['failed', 'disbursed', 'staged', 'verified'].map((value, rowOffset) => ({
    rowOffset,
    column: 'paymentStatus' as const,
    value,
    link: null,
  }));
  const plan = { reference: table.reference, table, cells, unplaced: [] };
  await applyWriteBack(plan);
  return { workbook, plan };
}

const looksOf = (workbook: Workbook, address: string) =>
  workbook.book.conditionalFormats.list(workbook.sheetId).filter(({ areas }) =>
    areas.some(({ row, column, rows, columns }) => {
      const cell = area(address);
      return (
        cell.row >= row && cell.row < row + rows && cell.column >= column && cell.column < column + columns
      );
    }),
  );

test('the columns of statuses get their looks once, on their data alone, each told apart without colour or by blue', async () => {
  const { workbook } = await written();
  expect(looksOf(workbook, 'H4')).toHaveLength(3);
  expect(looksOf(workbook, 'G4')).toHaveLength(3);
  for (const elsewhere of ['H3', 'F4', 'D4', 'J4', 'H8']) expect(looksOf(workbook, elsewhere)).toEqual([]);
  const table = await readSelectedTable();
  const cells = [{ rowOffset: 2, column: 'paymentStatus' as const, value: 'disbursed', link: null }];
  await applyWriteBack({ reference: table.reference, table, cells, unplaced: [] });
  expect(looksOf(workbook, 'H4')).toHaveLength(3);
});

test('marks of problems come and go without them', async () => {
  const { workbook, plan } = await written();
  await markCells(plan.reference, [{ cell: { rowIndex: 4, columnIndex: 3 }, severity: 'problem' }]);
  await clearMarks();
  expect(looksOf(workbook, 'H4')).toHaveLength(3);
});
