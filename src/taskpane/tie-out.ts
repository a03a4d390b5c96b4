import { readAmount, type CellValue } from '../domain/index.ts';
import type { Desk } from './desk.ts';
import type { TieOut } from './state.ts';

/** The total that a cell holds, to tie the table out to; text is no total, because it can be read in two notations. */
export function tieOutAt(address: string, value: CellValue | null, currency: string): TieOut {
  const reading = value === null || value === '' ? null : readAmount(value, currency);
  return { address, currency, amountCents: reading?.ok === true ? reading.amountCents : null };
}

/** The same cell as it is now. */
export async function readTieOut(desk: Desk, { address, currency }: TieOut): Promise<TieOut> {
  return tieOutAt(address, await desk.excel.readCell(address), currency);
}
