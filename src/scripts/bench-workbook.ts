import { Workbook } from '@cj-tech-master/excelts';
import { sandboxSeed } from '../sandbox/seed.ts';
import { largeTable } from './bench-tables.ts';
import { payoutHeaders } from './sample-data.ts';

interface BenchTable {
  /** Among how many distributions the rows are shared out. */
  distributions?: number;
  /** In how many rows the amount is a word, evenly among the others. */
  faulty?: number;
}

/** Rows of a payout table: distributions of two vehicles, as many rows as asked for; without problems unless wanted. */
export function benchRows(
  count: number,
  { distributions = 10, faulty = 0 }: BenchTable = {},
): (string | number)[][] {
  const { vehicles, contacts } = sandboxSeed;
  const isFaulty = (index: number) => faulty > 0 && index % Math.floor(count / faulty) === 0;
  return Array.from({ length: count }, (_, index) => {
    const distribution = Math.floor((index * distributions) / count);
    return [
      `Distribution ${distribution + 1}`,
      vehicles[distribution % 2]?.id ?? '',
      46_660,
      `Investor ${String(index + 1).padStart(5, '0')} LP`,
      // As many entities as rows, as in a large fund; the sandbox need not know them for the check.
      `ent_Bench${String(index + 1).padStart(20, '0')}`,
      isFaulty(index) ? 'to follow' : 1_000 + (index % 977) * 3.17,
      'USD',
      contacts[index % contacts.length]?.id ?? '',
      `BENCH-${distribution + 1}`,
    ].map((value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value));
  });
}

/** The same as an `.xlsx` with one Excel table, from A1. */
export async function benchWorkbook(count: number, table: BenchTable = {}): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Payouts');
  sheet.addTable({
    name: 'Payouts',
    ref: 'A1',
    headerRow: true,
    columns: payoutHeaders.map((name) => ({ name })),
    rows: benchRows(count, table),
  });
  sheet.getColumn(3).numFmt = 'yyyy-mm-dd';
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The clean table of twelve columns as an `.xlsx`, a plain region from A1. */
export async function largeWorkbook(count: number): Promise<Uint8Array> {
  const { header, values } = largeTable(count);
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Payouts');
  for (const cells of [header, ...values]) sheet.addRow(cells);
  for (const column of [3, 9]) sheet.getColumn(column).numFmt = 'yyyy-mm-dd';
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
