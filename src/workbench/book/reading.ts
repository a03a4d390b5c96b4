import { contains, intersect, union } from './a1.ts';
import type { Area, CellFormat, CellValue } from './book.ts';
import { decimalText, isGeneral } from './cell-input.ts';
import type { Core } from './core.ts';
import { CELL_TYPE, type EngineModel } from './engine.ts';
import { RawNumbers } from './raw-numbers.ts';
import type { EngineCell } from './rectangles.ts';
import type { SheetPlace } from './sheets.ts';
import { findUsedArea } from './used-area.ts';

const DAYS_BETWEEN_SYSTEMS = 1_462;

interface Direction {
  down: -1 | 0 | 1;
  right: -1 | 0 | 1;
}

const DIRECTIONS: readonly Direction[] = [
  { down: 1, right: 0 },
  { down: -1, right: 0 },
  { down: 0, right: 1 },
  { down: 0, right: -1 },
];

/** Reads cells as Excel's API gives them. Cells beyond the used area cost nothing. */
export class Reading {
  readonly #core: Core;
  readonly #rawNumbers: RawNumbers;
  #dates: EngineModel | null = null;
  readonly #used = new Map<number, { version: number; area: Area | null }>();

  constructor(core: Core) {
    this.#core = core;
    this.#rawNumbers = new RawNumbers(core);
  }

  values(place: SheetPlace, area: Area): CellValue[][] {
    const model = this.#core.fresh();
    const { index } = place;
    const used = this.#usedPart(place, area);
    if (!used) return filled(area, '');
    const { longNumbers } = this.#core.sheetState(place.key);
    const inexact = new Map<number, number[]>();
    const read = (row: number, column: number): CellValue => {
      const type = model.getCellType(index, row, column);
      if (type === CELL_TYPE.boolean) return model.getFormattedCellValue(index, row, column) === 'TRUE';
      if (type !== CELL_TYPE.number) return model.getFormattedCellValue(index, row, column);
      const content = model.getCellContent(index, row, column);
      // An emptied cell keeps the apostrophe that its text was entered with, in IronCalc as a style.
      if (content === '' || content === "'") return '';
      const number = Number(content);
      if (longNumbers || Number.isNaN(number) || isSpilled(model, index, row, column)) {
        const columns = inexact.get(row);
        if (columns) columns.push(column);
        else inexact.set(row, [column]);
      }
      return number;
    };
    const values = padded(area, used, read, '');
    if (inexact.size > 0) {
      const numbers = this.#rawNumbers.read(index, inexact);
      for (const [row, columns] of inexact) {
        const line = values[row - 1 - area.row] ?? [];
        for (const column of columns) line[column - 1 - area.column] = numbers(row, column);
      }
    }
    return values;
  }

  formulas(place: SheetPlace, area: Area): CellValue[][] {
    const values = this.values(place, area);
    const used = this.#core.hasFormulas ? this.#usedPart(place, area) : null;
    if (!used) return values;
    const { model } = this.#core;
    for (let row = used.row; row < used.row + used.rows; row += 1) {
      for (let column = used.column; column < used.column + used.columns; column += 1) {
        const content = model.getCellContent(place.index, row + 1, column + 1);
        const line = values[row - area.row];
        if (line && content.startsWith('=') && this.#isFormula(model, place.index, row, column, content)) {
          line[column - area.column] = content;
        }
      }
    }
    return values;
  }

  texts(place: SheetPlace, area: Area): string[][] {
    this.#core.fresh();
    const used = this.#usedPart(place, area);
    if (!used) return filled(area, '');
    return padded(area, used, (row, column) => this.shownText(place.index, row, column), '');
  }

  /**
   * What a cell shows, in the model's rows and columns from 1. IronCalc counts dates from 1900: in a workbook of the
   * 1904 system the same serial is formatted as one 1,462 days later, in a model of our own.
   */
  shownText(index: number, row: number, column: number): string {
    const { model, date1904 } = this.#core;
    const text = model.getFormattedCellValue(index, row, column);
    if (!date1904 || text === '' || model.getCellType(index, row, column) !== CELL_TYPE.number) return text;
    const format = model.getCellStyle(index, row, column).style.num_fmt;
    if (!isDateFormat(format)) return text;
    const serial = this.#rawNumbers.read(index, new Map([[row, [column]]]))(row, column);
    this.#dates ??= this.#core.engine.createModel('dates');
    this.#dates.setUserInput(0, 1, 1, decimalText(serial + DAYS_BETWEEN_SYSTEMS));
    this.#dates.updateRangeStyle({ sheet: 0, row: 1, column: 1, width: 1, height: 1 }, 'num_fmt', format);
    this.#dates.flushSendQueue();
    return this.#dates.getFormattedCellValue(0, 1, 1);
  }

  numberFormats(place: SheetPlace, area: Area): string[][] {
    const { formatExtent, extent } = this.#core.sheetState(place.key);
    const rows = Math.max(formatExtent.rows, extent.rows);
    const columns = Math.max(formatExtent.columns, extent.columns);
    const formatted = rows > 0 && columns > 0 ? intersect(area, { row: 0, column: 0, rows, columns }) : null;
    if (!formatted) return filled(area, 'General');
    const read = (row: number, column: number): string =>
      excelNumberFormat(this.#core.model.getCellStyle(place.index, row, column).style.num_fmt);
    return padded(area, formatted, read, 'General');
  }

  /** Of the area's first cell. */
  format(place: SheetPlace, area: Area): CellFormat {
    const { model } = this.#core;
    const { style } = model.getCellStyle(place.index, area.row + 1, area.column + 1);
    const cell = { ...area, rows: 1, columns: 1 };
    return {
      numberFormat: excelNumberFormat(style.num_fmt),
      // IronCalc leaves out what is false, whatever its types say.
      bold: Boolean(style.font.b),
      italic: Boolean(style.font.i),
      fontColor: model.resolveColor(style.font.color) || null,
      fillColor: model.resolveColor(style.fill.color) || null,
      horizontalAlignment: alignmentName(style.alignment?.horizontal),
      wrapText: style.alignment?.wrap_text ?? false,
      locked: !this.#core.sheetState(place.key).unlocked.some((unlocked) => contains(unlocked, cell)),
    };
  }

  spillArea(place: SheetPlace, row: number, column: number): Area | null {
    const structure = this.#core.fresh().getCellArrayStructure(place.index, row + 1, column + 1);
    if (structure === 'SingleCell') return null;
    if ('DynamicAnchor' in structure) return spill(row, column, ...structure.DynamicAnchor);
    if ('ArrayAnchor' in structure) return spill(row, column, ...structure.ArrayAnchor);
    const [anchorRow, anchorColumn, width, height] =
      'DynamicChild' in structure ? structure.DynamicChild : structure.ArrayChild;
    return spill(anchorRow - 1, anchorColumn - 1, width, height);
  }

  /** The smallest area with content, found once per change. */
  usedArea(place: SheetPlace, valuesOnly: boolean): Area | null {
    const used = this.#valuesArea(place);
    const { formatExtent } = this.#core.sheetState(place.key);
    if (valuesOnly || formatExtent.rows === 0 || formatExtent.columns === 0) return used;
    const formatted = { row: 0, column: 0, ...formatExtent };
    return used ? union(used, formatted) : formatted;
  }

  /** Whether every cell belongs to a spill, or none (false), or some (null). */
  hasSpill(place: SheetPlace, area: Area): boolean | null {
    if (!this.#core.hasFormulas) return false;
    let count = 0;
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        if (this.spillArea(place, row, column) !== null) count += 1;
      }
    }
    return count === 0 ? false : count === area.rows * area.columns || null;
  }

  /**
   * Keeps what is known of the sheet across a write that began at `version`, in a book without formulas, where no other
   * cell has changed: a large sheet is not searched again for every header cell.
   */
  wrote(place: SheetPlace, cells: readonly EngineCell[], version: number): void {
    const used = this.#used.get(place.key);
    if (this.#core.hasFormulas || cells.length === 0) return;
    this.#rawNumbers.wrote(place.index, cells, version);
    if (used?.version !== version) return;
    const filled = cells.filter(({ text }) => text !== '' && text !== "'");
    const area = filled.reduce<Area | null>((all, { row, column }) => {
      const cell = { row, column, rows: 1, columns: 1 };
      return all ? union(all, cell) : cell;
    }, used.area);
    const mayBeSmaller = filled.length < cells.length && area !== null;
    if (mayBeSmaller && edgesOf(area).some((edge) => !this.#hasContent(place, edge))) return;
    this.#used.set(place.key, { version: this.#core.version, area });
  }

  isEmpty(place: SheetPlace, row: number, column: number): boolean {
    const model = this.#core.fresh();
    return (
      model.getCellType(place.index, row + 1, column + 1) === CELL_TYPE.number &&
      model.getCellContent(place.index, row + 1, column + 1) === ''
    );
  }

  /**
   * Grows an area over touching cells with content, diagonals included, until only blanks surround it: in one direction
   * as far as it goes before the next one, because growing row by row in all of them would read long sides each time.
   */
  surroundingArea(place: SheetPlace, start: Area): Area {
    const used = this.#valuesArea(place);
    if (!used) return start;
    let area = start;
    for (let grew = true; grew;) {
      grew = false;
      for (const direction of DIRECTIONS) {
        for (let side = this.#sideToJoin(place, area, direction, used); side;) {
          area = union(area, side);
          grew = true;
          side = this.#sideToJoin(place, area, direction, used);
        }
      }
    }
    return area;
  }

  /** The row or column beside the area, if it or one of its corners has content. */
  #sideToJoin(place: SheetPlace, area: Area, { down, right }: Direction, used: Area): Area | null {
    const side = {
      row: down === 0 ? area.row : area.row + (down > 0 ? area.rows : -1),
      column: right === 0 ? area.column : area.column + (right > 0 ? area.columns : -1),
      rows: down === 0 ? area.rows : 1,
      columns: right === 0 ? area.columns : 1,
    };
    const touching =
      down === 0
        ? { ...side, row: side.row - 1, rows: side.rows + 2 }
        : { ...side, column: side.column - 1, columns: side.columns + 2 };
    const searched = intersect(touching, used);
    return searched && this.#hasContent(place, searched) ? side : null;
  }

  #hasContent(place: SheetPlace, area: Area): boolean {
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        if (!this.isEmpty(place, row, column)) return true;
      }
    }
    return false;
  }

  #valuesArea(place: SheetPlace): Area | null {
    const known = this.#used.get(place.key);
    if (known?.version === this.#core.version) return known.area;
    const { extent } = this.#core.sheetState(place.key);
    const area = findUsedArea(this.#core.fresh(), place.index, extent, this.#core.hasFormulas);
    this.#used.set(place.key, { version: this.#core.version, area });
    return area;
  }

  #usedPart(place: SheetPlace, area: Area): Area | null {
    const used = this.#valuesArea(place);
    return used ? intersect(used, area) : null;
  }

  /** A formula, and not a text that begins with an equals sign. */
  #isFormula(model: EngineModel, index: number, row: number, column: number, content: string): boolean {
    if (model.getCellType(index, row + 1, column + 1) !== CELL_TYPE.text) return true;
    return model.getFormattedCellValue(index, row + 1, column + 1) !== content;
  }
}

function edgesOf(area: Area): Area[] {
  const { row, column, rows, columns } = area;
  return [
    { ...area, rows: 1 },
    { ...area, columns: 1 },
    { ...area, row: row + rows - 1, rows: 1 },
    { ...area, column: column + columns - 1, columns: 1 },
  ];
}

export function excelNumberFormat(numberFormat: string): string {
  return isGeneral(numberFormat) ? 'General' : numberFormat;
}

/** A number that a formula elsewhere spilled here has more digits than its content shows. */
function isSpilled(model: EngineModel, index: number, row: number, column: number): boolean {
  return model.getCellArrayStructure(index, row, column) !== 'SingleCell';
}

function spill(row: number, column: number, width: number, height: number): Area | null {
  return width === 1 && height === 1 ? null : { row, column, rows: height, columns: width };
}

function alignmentName(alignment: string | undefined): CellFormat['horizontalAlignment'] {
  if (alignment === 'left') return 'Left';
  if (alignment === 'right') return 'Right';
  return alignment === 'center' ? 'Center' : 'General';
}

/** Letters of dates and times outside quoted parts and brackets; `General` has none of them alone. */
function isDateFormat(format: string): boolean {
  return !isGeneral(format) && /[dmyhs]/i.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

function filled<T>(area: Area, value: T): T[][] {
  return Array.from({ length: area.rows }, () => new Array<T>(area.columns).fill(value));
}

function padded<T>(area: Area, part: Area, read: (row: number, column: number) => T, blank: T): T[][] {
  const cells = filled(area, blank);
  for (let row = part.row; row < part.row + part.rows; row += 1) {
    const line = cells[row - area.row];
    if (!line) continue;
    for (let column = part.column; column < part.column + part.columns; column += 1) {
      line[column - area.column] = read(row + 1, column + 1);
    }
  }
  return cells;
}
