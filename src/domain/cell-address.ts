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
