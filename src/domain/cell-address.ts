import type { CellPosition } from './sheet-table.ts';

/** `0` is `A`, `25` is `Z`, `26` is `AA`. */
export function columnLetters(columnIndex: number): string {
  let letters = '';
  for (let rest = columnIndex + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** In A1 form without the sheet: `{ rowIndex: 11, columnIndex: 5 }` is `F12`. */
export function cellAddress(position: CellPosition): string {
  return `${columnLetters(position.columnIndex)}${position.rowIndex + 1}`;
}

/** The first cell of an address in A1 form, its sheet's name before it or not. Throws a RangeError for anything else. */
export function cellPosition(address: string): CellPosition {
  const parts = /^\$?([A-Z]{1,3})\$?(\d+)/.exec(address.slice(address.lastIndexOf('!') + 1));
  const [, letters = '', row = ''] = parts ?? [];
  if (parts === null) throw new RangeError(`No address of a cell: ${address}`);
  const columnIndex = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { rowIndex: Number(row) - 1, columnIndex };
}
