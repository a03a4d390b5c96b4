import { intersect } from './a1.ts';
import type { Area, ConditionalFormatInfo } from './book.ts';
import { anchorOf } from './conditional-rules.ts';
import type { Core } from './core.ts';
import { CELL_TYPE, type EngineModel } from './engine.ts';
import { moveRelative, namingSheet } from './formula-references.ts';
import type { SheetPlace } from './sheets.ts';

/** Cells are computed in blocks of this size, because a grid asks for all that it shows. */
const BLOCK = { rows: 128, columns: 32 };

type Rules = readonly ConditionalFormatInfo[];

/**
 * For which cells the formula of a conditional format is true. Formulas are computed in a copy of the model, on sheets
 * added for them, at the rows and columns of the cells themselves: the model that people see and its history never
 * notice. A rule that is simply `=TRUE` needs no copy.
 */
export class ConditionalTruth {
  readonly #core: Core;
  #version = -1;
  #rules: Rules = [];
  /** By block, then by rule, the cells where it holds. */
  readonly #blocks = new Map<string, Map<string, Set<string>>>();

  constructor(core: Core) {
    this.#core = core;
  }

  holds(place: SheetPlace, rule: ConditionalFormatInfo, row: number, column: number): boolean {
    if (rule.formula === null) return false;
    const known = constantTruth(rule.formula);
    if (known !== null) return known;
    return this.#block(place, row, column).get(rule.id)?.has(`${row}:${column}`) ?? false;
  }

  #block(place: SheetPlace, row: number, column: number): Map<string, Set<string>> {
    const core = this.#core;
    const model = core.fresh();
    const rules = core.sheetState(place.key).conditionalFormats;
    if (this.#version !== core.version || this.#rules !== rules) this.#blocks.clear();
    this.#version = core.version;
    this.#rules = rules;
    const area: Area = {
      row: Math.floor(row / BLOCK.rows) * BLOCK.rows,
      column: Math.floor(column / BLOCK.columns) * BLOCK.columns,
      ...BLOCK,
    };
    const key = `${place.key}:${area.row}:${area.column}`;
    const known = this.#blocks.get(key) ?? truths(core, model, place, rules, area);
    this.#blocks.set(key, known);
    return known;
  }
}

/** Null when it has to be computed. */
function constantTruth(formula: string): boolean | null {
  const match = /^=\s*(TRUE|FALSE)\s*(?:\(\s*\)\s*)?$/i.exec(formula);
  return match ? match[1]?.toUpperCase() === 'TRUE' : null;
}

function truths(
  core: Core,
  model: EngineModel,
  place: SheetPlace,
  rules: Rules,
  block: Area,
): Map<string, Set<string>> {
  const computed = rules.filter(
    ({ formula, areas }) =>
      formula !== null &&
      constantTruth(formula) === null &&
      areas.some((area) => intersect(area, block) !== null),
  );
  const firstSheet = model.getWorksheetsProperties().length;
  const copy = core.engine.copyModel(model);
  try {
    copy.pauseEvaluation();
    const cells = computed.map((rule, index) => {
      copy.newSheet();
      return enterFormulas(core, copy, firstSheet + index, rule, place.name, block);
    });
    copy.evaluate();
    return new Map(
      computed.map((rule, index) => [
        rule.id,
        new Set(
          (cells[index] ?? [])
            .filter(([row, column]) => isTrue(copy, firstSheet + index, row + 1, column + 1))
            .map(([row, column]) => `${row}:${column}`),
        ),
      ]),
    );
  } finally {
    copy.free();
  }
}

/** The rule's formula for each of its cells in the block; answers with those cells. */
function enterFormulas(
  core: Core,
  copy: EngineModel,
  sheet: number,
  rule: ConditionalFormatInfo,
  sheetName: string,
  block: Area,
): [row: number, column: number][] {
  const anchor = anchorOf(rule.areas);
  const formula = namingSheet(core.engine, rule.formula ?? '', sheetName);
  const cells: [number, number][] = [];
  for (const area of rule.areas) {
    const part = intersect(area, block);
    if (!part) continue;
    for (let row = part.row; row < part.row + part.rows; row += 1) {
      for (let column = part.column; column < part.column + part.columns; column += 1) {
        const by = { rows: row - anchor.row, columns: column - anchor.column };
        copy.setUserInput(sheet, row + 1, column + 1, moveRelative(core.engine, formula, by, true));
        cells.push([row, column]);
      }
    }
  }
  return cells;
}

/** A number other than zero counts as true, a text and an error as false, as in Excel. */
function isTrue(model: EngineModel, sheet: number, row: number, column: number): boolean {
  const type = model.getCellType(sheet, row, column);
  const shown = model.getFormattedCellValue(sheet, row, column);
  if (type === CELL_TYPE.boolean) return shown === 'TRUE';
  return type === CELL_TYPE.number && shown !== '' && Number.parseFloat(shown) !== 0;
}
