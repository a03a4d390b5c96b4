import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { sandboxSeed } from '../../src/sandbox/seed.ts';

/** 1 October 2027, a Friday, as Excel counts days. */
export const friday = 46_661;

type SeedKind = 'vehicles' | 'entities' | 'contacts';

export const seedId = (kind: SeedKind, index: number): string => seedAt(kind, index).id;
export const seedName = (kind: SeedKind, index: number): string => seedAt(kind, index).name;

function seedAt(kind: SeedKind, index: number): { id: string; name: string } {
  const found = sandboxSeed[kind][index];
  if (found === undefined) throw new RangeError(`The sandbox has no ${kind} ${index}`);
  return found;
}

/** Writes a workbook with one sheet of these rows, no Excel table, and answers with its path. */
export async function workbookFile(
  sheetName: string,
  rows: (string | number)[][],
  name = 'payouts.xlsx',
): Promise<string> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(sheetName);
  sheet.addRows(rows);
  const file = join(mkdtempSync(join(tmpdir(), 'payouts-')), name);
  writeFileSync(file, new Uint8Array(await workbook.xlsx.writeBuffer()));
  return file;
}

/** Headers and rows of a small table: as many distributions as asked for, three payments each. */
export function payoutRows(distributionCount: number): (string | number)[][] {
  const rows = Array.from({ length: distributionCount * 3 }, (_, index) => [
    `Deal ${Math.floor(index / 3) + 1}`,
    seedId('vehicles', Math.floor(index / 3) % 2),
    friday,
    seedName('entities', index),
    seedId('entities', index),
    1000 + index,
  ]);
  return [['Distribution', 'Vehicle', 'Pay date', 'Investor', 'Entity', 'Net amount'], ...rows];
}

/** The control total of `payoutRows`, as a person types it. */
export function totalOf(rows: (string | number)[][]): string {
  return rows
    .slice(1)
    .reduce((sum, row) => sum + Number(row[5]), 0)
    .toFixed(2);
}
