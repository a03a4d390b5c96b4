import { columnName, GRID_COLUMNS, GRID_ROWS } from './a1.ts';
import type { Core } from './core.ts';
import { CELL_TYPE, type EngineModel } from './engine.ts';
import type { EngineCell } from './rectangles.ts';

/**
 * The exact doubles of numeric cells. IronCalc has no getter for them: a cell's content has 15 digits, and a formula's
 * result is to be had as formatted text only. In a copy of the model, made from its bytes, one hidden formula per row
 * joins the row's numbers into a text (`=A1&"|"&C1`), which IronCalc writes with all 17 digits. The model that people
 * see and its history never notice. Volatile functions (`RAND`) are computed anew in the copy. The copy is kept until
 * something changes: a large table is read in many chunks, and copying it for each would take longer than reading it.
 */
export class RawNumbers {
  readonly #core: Core;
  #version = -1;
  #known = new Map<number, number>();
  #copy: EngineModel | null = null;

  constructor(core: Core) {
    this.#core = core;
  }

  /** The numbers of the cells, all of them numeric, in the model's rows and columns from 1: row → columns. */
  read(index: number, cells: Map<number, number[]>): (row: number, column: number) => number {
    const model = this.#core.fresh();
    if (this.#version !== this.#core.version) {
      this.#known = new Map();
      this.#copy?.free();
      this.#copy = null;
      this.#version = this.#core.version;
    }
    const known = this.#known;
    const key = (row: number, column: number): number => keyOf(index, row, column);
    const missing = new Map<number, number[]>();
    for (const [row, columns] of cells) {
      const unknown = columns.filter((column) => !known.has(key(row, column)));
      if (unknown.length > 0) missing.set(row, unknown);
    }
    if (missing.size > 0) {
      this.#copy ??= copyOf(this.#core, model);
      for (const [row, numbers] of joinedRows(this.#core, this.#copy, index, missing)) {
        missing.get(row)?.forEach((column, position) => known.set(key(row, column), numbers[position] ?? 0));
      }
    }
    return (row, column) => known.get(key(row, column)) ?? 0;
  }

  /** What was written into plain cells since `version` is known without a copy; no other cell may have changed. */
  wrote(index: number, cells: readonly EngineCell[], version: number): void {
    if (this.#version !== version) this.#known = new Map();
    this.#copy?.free();
    this.#copy = null;
    this.#version = this.#core.version;
    for (const { row, column, text } of cells) {
      const key = keyOf(index, row + 1, column + 1);
      if (/^-?\d+(\.\d+)?$/.test(text)) this.#known.set(key, Number(text));
      else if (this.#known.size > 0) this.#known.delete(key);
    }
  }
}

/** Of a cell in the model's rows and columns from 1. */
function keyOf(index: number, row: number, column: number): number {
  return (index * GRID_ROWS + row) * GRID_COLUMNS + column;
}

/** With one sheet more than the model, the last, for our formulas. */
function copyOf(core: Core, model: EngineModel): EngineModel {
  const copy = core.engine.copyModel(model);
  copy.pauseEvaluation();
  copy.newSheet();
  return copy;
}

function joinedRows(
  core: Core,
  copy: EngineModel,
  index: number,
  rows: Map<number, number[]>,
): Map<number, number[]> {
  const sheets = copy.getWorksheetsProperties();
  const name = core.engine.quoteName(sheets[index]?.name ?? '');
  const ours = sheets.length - 1;
  for (const [row, columns] of rows) {
    const references = columns.map((column) => `${name}!${columnName(column - 1)}${row}`);
    copy.setUserInput(ours, row, 1, `=${references.join('&"|"&')}&""`);
  }
  copy.evaluate();
  const numbers = new Map<number, number[]>();
  for (const row of rows.keys()) {
    const joined = copy.getFormattedCellValue(ours, row, 1);
    if (copy.getCellType(ours, row, 1) !== CELL_TYPE.text)
      throw new Error(`Row ${row} has no numbers: ${joined}`);
    numbers.set(row, joined.split('|').map(Number));
    // What was read is not worked out again with the next rows.
    copy.rangeClearAll(ours, row, 1, row, 1);
  }
  return numbers;
}
