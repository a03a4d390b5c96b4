import { asReadBack, type CellValue } from '../domain/index.ts';
import { SheetChangedError } from './errors.ts';
import { cellBytes } from './read-columns.ts';
import type { PlacedResultColumns } from './result-columns.ts';
import { takeBack, type StrayRow } from './take-back.ts';
import type { ExcelSession } from './with-excel.ts';
import { offsetsThere, type WriteRun } from './write-runs.ts';
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
  /** The first and the last result column. */
  readonly #span: readonly [left: number, right: number];
  readonly #asked: readonly number[];
  #first = Number.POSITIVE_INFINITY;
  #last = -1;
  /** What the answer about all rows from the first to the last weighs. */
  #bytes = 0;
  /** What was answered for a run that may be added next. */
  #measured: { run: WriteRun; bytes: number } | null = null;
  #header: Excel.Range | null = null;
  #witness: Excel.Range[] = [];
  #before: Excel.Range | null = null;
  #isFormatted = false;

  constructor(target: WriteTarget, columns: PlacedResultColumns) {
    this.#target = target;
    this.#columns = columns;
    const offsets = offsetsThere(columns.offsets);
    const [left, right] = [Math.min(...offsets), Math.max(...offsets)];
    this.#span = [left, right];
    this.#asked = [...target.witness, ...Array.from({ length: right - left + 1 }, (_, nth) => left + nth)];
  }

  /** What the answer would weigh with this run, in bytes, at most. */
  answerBytes(run: WriteRun): number {
    if (this.#measured?.run === run) return this.#measured.bytes;
    const last = Math.max(this.#last, run.rowOffset + run.values.length - 1);
    const first = Math.min(this.#first, run.rowOffset);
    let bytes = this.#last < 0 ? 0 : this.#bytes;
    for (let row = first; row <= last; row++) {
      if (row === this.#first) row = Math.min(this.#last, last) + 1;
      if (row <= last) bytes += this.#rowBytes(row);
    }
    this.#measured = { run, bytes };
    return bytes;
  }

  add(run: WriteRun): void {
    this.#bytes = this.answerBytes(run);
    this.#measured = null;
    this.#runs.push(run);
    this.#first = Math.min(this.#first, run.rowOffset);
    this.#last = Math.max(this.#last, run.rowOffset + run.values.length - 1);
  }

  /** `isFormatted`: the request changes number formats, too, so that they can be put back. */
  queueLook(isFormatted: boolean): void {
    if (this.#runs.length === 0) return;
    const { range } = this.#columns;
    const [left, right] = this.#span;
    const rowCount = this.#last - this.#first + 1;
    const block = (column: number, width: number) =>
      range.getCell(1 + this.#first, column).getResizedRange(rowCount - 1, width - 1);
    this.#header = range.getRow(0);
    this.#header.load('values');
    this.#witness = this.#target.witness.map((column) => block(column, 1));
    for (const column of this.#witness) column.load('values');
    this.#before = block(left, right - left + 1);
    const asked = ['formulas', 'rowIndex', 'columnIndex'];
    this.#before.load(isFormatted ? [...asked, 'numberFormat'] : asked);
    this.#isFormatted = isFormatted;
  }

  /** Throws `SheetChangedError` when rows or columns were others than planned, after it has put back what stood there. */
  async takeBackIfAstray(session: ExcelSession): Promise<void> {
    if (this.#header === null || this.#before === null) return;
    const stray = this.#strayRows(this.#header, this.#before);
    if (stray.length === 0) return;
    await takeBack(session, this.#target, stray);
    throw new SheetChangedError();
  }

  #strayRows(headerRow: Excel.Range, block: Excel.Range): StrayRow[] {
    const [left, right] = this.#span;
    const [texts = []] = headerRow.values as CellValue[][];
    const { header } = this.#columns;
    const isShifted = header.some((text, at) => left <= at && at <= right && texts[at] !== text);
    const before = block.formulas as CellValue[][];
    const formats = this.#isFormatted ? (block.numberFormat as string[][]) : [];
    const witness = this.#witness.map((column) => column.values as CellValue[][]);
    const firstColumn = block.columnIndex - left;
    const place = (column: number) => ({
      columnIndex: firstColumn + column,
      headerText: String(texts[column] ?? ''),
    });
    const stray = new Map<number, StrayRow>();
    for (const { rowOffset, columnOffset, values } of this.#runs) {
      for (const [index, cells] of values.entries()) {
        const row = rowOffset + index - this.#first;
        if (!isShifted && this.#isPlanned(rowOffset + index, row, witness)) continue;
        const seen = witness.map((column) => column[row]?.[0] ?? '');
        const keys = this.#target.witness.map((column, nth) => ({
          ...place(column),
          value: seen[nth] ?? '',
        }));
        const one = stray.get(row) ?? { rowIndex: block.rowIndex + row, keys, cells: [] };
        stray.set(row, one);
        for (const [nth, written] of cells.entries()) {
          if (written === null) continue;
          const column = columnOffset + nth;
          const held = before[row]?.[column - left] ?? '';
          const format = formats[row]?.[column - left] ?? null;
          one.cells.push({ ...place(column), written, held, format });
          // Somebody has moved a column that tells the rows there, so that it was written over, too.
          const key = one.keys.find(({ columnIndex }) => columnIndex === firstColumn + column);
          if (key !== undefined) key.value = typeof written === 'string' ? asReadBack(written) : written;
        }
      }
    }
    return [...stray.values()];
  }

  /** Whether the cells that tell a row, `seen` at `at` in each column, are those of the planned row. */
  #isPlanned(row: number, at: number, seen: readonly CellValue[][][]): boolean {
    const { table, witness } = this.#target;
    const planned = table.values[row];
    return witness.every((column, nth) => planned?.[column] === seen[nth]?.[at]?.[0]);
  }

  #rowBytes(row: number): number {
    return cellBytes(this.#target.table.values[row] ?? [], this.#asked);
  }
}
