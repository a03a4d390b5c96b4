import { readAmount, type CellValue, type SheetTable } from '../domain/index.ts';
import type { Desk } from './desk.ts';
import type { TieOut } from './state.ts';

/** The total that a cell holds, to tie the table out to; text is no total, because it can be read in two notations. */
export function tieOutAt(address: string, value: CellValue | null, currency: string): TieOut {
  const reading = value === null || value === '' ? null : readAmount(value, currency);
  return { address, currency, amountCents: reading?.ok === true ? reading.amountCents : null };
}

/** The same cell as it is now. */
export async function readTieOut(
  desk: Desk,
  { address, currency }: Pick<TieOut, 'address' | 'currency'>,
): Promise<TieOut> {
  return tieOutAt(address, await desk.excel.readCell(address), currency);
}

/**
 * What a table was tied out to before. A cell that holds no total any more is forgotten without a word: nobody asked for it
 * this time.
 */
export async function keptTieOut(
  desk: Desk,
  { reference }: Pick<SheetTable, 'reference'>,
  currency: string,
): Promise<TieOut | null> {
  const address = await desk.excel.loadTieOutCell(reference);
  if (address === null) return null;
  const tieOut = await readTieOut(desk, { address, currency });
  return tieOut.amountCents === null ? null : tieOut;
}
