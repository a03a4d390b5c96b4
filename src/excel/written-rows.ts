import type { CellValue } from '../domain/index.ts';
import { SheetChangedError } from './errors.ts';
import { cellBytes } from './read-columns.ts';
import type { PlacedResultColumns } from './result-columns.ts';
import { takeBack, type StrayCell } from './take-back.ts';
import { witnessKey } from './witness.ts';
import type { ExcelSession } from './with-excel.ts';
import type { WriteRun } from './write-runs.ts';
import type { WriteTarget } from './write-target.ts';

/**
 * The rows that one request writes to. Excel carries out a request without letting anybody in between, so what is asked
 * in it before the first write is exactly what it was written over. Somebody may have sorted after the last look: then
 * the request has gone into other rows than planned, and is taken back.
 */
export class WrittenRows {
  readonly #target: WriteTarget;
  readonly #columns: PlacedResultColumns;
  readonly #runs: WriteRun[] = [];
  #first = Number.POSITIVE_INFINITY;
  #last = -1;
  /** What the answer about all rows from the first to the last weighs. */
  #bytes = 0;
  #header: Excel.Range | null = null;
  #witness: Excel.Range[] = [];
  #before: Excel.Range | null = null;
  #isFormatted = false;

  constructor(target: WriteTarget, columns: PlacedResultColumns) {
    this.#target = target;
    this.#columns = columns;
  }

  /** What the answer would weigh with this run, in bytes, at most. */
  answerBytes(run: WriteRun): number {
    const last = Math.max(this.#last, run.rowOffset + run.values.length - 1);
    const first = Math.min(this.#first, run.rowOffset);
    let bytes = this.#last < 0 ? 0 : this.#bytes;
    for (let row = first; row <= last; row++) {
      if (row === this.#first) row = Math.min(this.#last, last) + 1;
      if (row <= last) bytes += this.#rowBytes(row);
    }
    return bytes;
  }

  add(run: WriteRun): void {
    this.#bytes = this.answerBytes(run);
    this.#runs.push(run);
    this.#first = Math.min(this.#first, run.rowOffset);
    this.#last = Math.max(this.#last, run.rowOffset + run.values.length - 1);
  }

  /** `isFormatted`: the request changes number formats, too, so that they can be put back. */
  queueLook(isFormatted: boolean): void {
    if (this.#runs.length === 0) return;
    const { range } = this.#columns;
    const [left, right] = this.#span();
    const rowCount = this.#last - this.#first + 1;
    const block = (column: number, width: number) =>
      range.getCell(1 + this.#first, column).getResizedRange(rowCount - 1, width - 1);
    this.#header = range.getCell(0, left).getResizedRange(0, right - left);
    this.#header.load('values');
    this.#witness = this.#target.witness.map((column) => block(column, 1));
    for (const column of this.#witness) column.load('values');
    this.#before = block(left, right - left + 1);
    this.#before.load(isFormatted ? ['formulas', 'numberFormat'] : ['formulas']);
    this.#isFormatted = isFormatted;
  }

  /** Throws `SheetChangedError` when rows or columns were others than planned, after it has put back what stood there. */
  async takeBackIfAstray(session: ExcelSession): Promise<void> {
    if (this.#header === null || this.#before === null) return;
    const [left] = this.#span();
    const [texts = []] = this.#header.values as CellValue[][];
    const isShifted = texts.some((text, nth) => text !== this.#columns.header[left + nth]);
    const before = this.#before.formulas as CellValue[][];
    const formats = this.#isFormatted ? (this.#before.numberFormat as string[][]) : [];
    const witness = this.#witness.map((column) => column.values as CellValue[][]);
    const stray: StrayCell[] = [];
    for (const { rowOffset, columnOffset, values } of this.#runs) {
      for (const [index, cells] of values.entries()) {
        const row = rowOffset + index - this.#first;
        const keys = witness.map((column) => column[row]?.[0] ?? '');
        if (!isShifted && this.#isPlanned(rowOffset + index, keys)) continue;
        for (const [nth, written] of cells.entries()) {
          if (written === null) continue;
          const column = columnOffset + nth - left;
          const held = before[row]?.[column] ?? '';
          const format = formats[row]?.[column] ?? null;
          stray.push({ keys, headerText: String(texts[column] ?? ''), written, held, format });
        }
      }
    }
    if (stray.length === 0) return;
    await takeBack(session, this.#target, stray);
    throw new SheetChangedError();
  }

  #isPlanned(row: number, keys: readonly CellValue[]): boolean {
    const { table, witness } = this.#target;
    return witnessKey(keys) === witnessKey(witness.map((column) => table.values[row]?.[column]));
  }

  #span(): [left: number, right: number] {
    const offsets = Object.values(this.#columns.offsets);
    return [Math.min(...offsets), Math.max(...offsets)];
  }

  #rowBytes(row: number): number {
    const { table, witness } = this.#target;
    const [left, right] = this.#span();
    const width = right - left + 1;
    const span = Array.from({ length: width }, (_, nth) => left + nth);
    return cellBytes(table.values[row] ?? [], [...witness, ...span]);
  }
}
