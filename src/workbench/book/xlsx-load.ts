import { Workbook, type Cell, type Worksheet } from '@cj-tech-master/excelts';
import { parseReference, union } from './a1.ts';
import type { Area } from './book.ts';
import { asText, decimalText, needsMoreDigits } from './cell-input.ts';
import type { Engine } from './engine.ts';
import { createBook, type WorkbenchBook } from './ironcalc-book.ts';
import { sheetIdOf, type SheetPlace } from './sheets.ts';
import type { LinkState, TableState } from './state.ts';
import { withoutStructuredReferences, type ReferredTable } from './structured-references.ts';
import type { EngineCell } from './rectangles.ts';
import { readConditionalFormats } from './xlsx-conditional.ts';
import { readWebExtension } from './web-extension.ts';
import { toEngineStyle } from './xlsx-style.ts';

/** Pixels of the grid for a column of so many characters. */
const PIXELS_PER_CHARACTER = 8;
const MS_PER_DAY = 86_400_000;
/** The serial of 1 January 1970, and what the 1904 system counts less. */
const UNIX_EPOCH_SERIAL = 25_569;
const DAYS_1904 = 1_462;

type FileTable = Omit<TableState, 'id'> & { columns: string[] };

/**
 * Opens an `.xlsx`: values, formulas, formats, tables, merges, hidden rows and columns, protection, names, links,
 * conditional formats by formula and document settings. What the workbench or the library does not know (charts, borders, validation,
 * the criteria of a filter, screen tips of links) is dropped. Undo starts here.
 */
export async function loadXlsx(
  bytes: Uint8Array,
  engine: Engine,
  name = 'Book1.xlsx',
): Promise<WorkbenchBook> {
  const file = new Workbook();
  await file.xlsx.load(bytes);
  const date1904 = file.properties.date1904 === true;
  const book = createBook({ engine, name, date1904 });
  const { settings, extension } = readWebExtension(bytes);
  for (const [key, value] of settings) book.settings.set(key, value);
  book.webExtension = extension;
  const { core } = book.parts;
  const ids = addSheets(book, file.worksheets);
  const tables = file.worksheets.flatMap((worksheet) =>
    fileTables(worksheet).map((table): ReferredTable => ({ ...table, sheetName: worksheet.name })),
  );
  book.quietly(() => {
    core.step(() => addNames(book, file));
    file.worksheets.forEach((worksheet, index) => {
      const place = book.parts.sheets.place(ids[index] ?? '');
      core.step(() => loadSheet(book, place, worksheet, tables, date1904));
    });
  });
  finish(book, file, ids);
  return book;
}

function addSheets(book: WorkbenchBook, worksheets: readonly Worksheet[]): string[] {
  const ids = worksheets.map((worksheet, index) => {
    if (index > 0) return book.addSheet(worksheet.name).id;
    const first = book.activeSheetId();
    if (book.sheets()[0]?.name !== worksheet.name) book.renameSheet(first, worksheet.name);
    return first;
  });
  return ids;
}

function addNames(book: WorkbenchBook, file: Workbook): void {
  for (const { name, ranges } of file.definedNames.model) {
    const range = ranges[0];
    if (range === undefined || ranges.length > 1 || name.startsWith('_xlnm.') || range.includes('#REF!'))
      continue;
    book.addName(name, `=${range}`);
  }
}

function loadSheet(
  book: WorkbenchBook,
  place: SheetPlace,
  worksheet: Worksheet,
  tables: readonly ReferredTable[],
  date1904: boolean,
): void {
  const { core, writing } = book.parts;
  const reader = new CellReader(book, place, worksheet.name, tables, date1904);
  worksheet.eachRow({ includeEmpty: true }, (row, rowNumber) => {
    row.eachCell({ includeEmpty: true }, (cell, columnNumber) =>
      reader.take(cell, rowNumber - 1, columnNumber - 1),
    );
    if (row.hidden) book.parts.structure.hideRows(place, rowNumber - 1, 1, true);
  });
  const { cells, links, unlocked, longNumbers, area } = reader;
  if (area) {
    writing.put(place, area, cells);
    core.setSheetState(place.key, {
      formatExtent: { rows: area.row + area.rows, columns: area.column + area.columns },
    });
  }
  const merges = (worksheet.model.merges ?? []).flatMap((merge) => parseReference(String(merge)) ?? []);
  core.setSheetState(place.key, { links, unlocked, longNumbers, merges });
  for (const { columns: _, ...table } of fileTables(worksheet)) book.parts.tables.restore(place, table);
  book.parts.conditionalFormats.restore(place, readConditionalFormats(worksheet));
  loadColumns(book, place, worksheet);
  // A sheet without views has none in the library either, whatever its types say.
  const view = (worksheet.views as typeof worksheet.views | undefined)?.[0];
  if (view?.state === 'frozen') {
    const { xSplit = 0, ySplit = 0 } = view;
    if (ySplit > 0) core.change((model) => model.setFrozenRowsCount(place.index, ySplit));
    if (xSplit > 0) core.change((model) => model.setFrozenColumnsCount(place.index, xSplit));
  }
}

function loadColumns(book: WorkbenchBook, place: SheetPlace, worksheet: Worksheet): void {
  const { core } = book.parts;
  for (let column = 1; column <= worksheet.columnCount; column += 1) {
    const { width, hidden } = worksheet.getColumn(column);
    if (width !== undefined && width !== 9) {
      const pixels = Math.round(width * PIXELS_PER_CHARACTER);
      core.restyle((model) => model.setColumnsWidth(place.index, column, column, pixels));
    }
    if (hidden) book.setColumnsHidden(sheetIdOf(place.key), column - 1, 1, true, 'addin');
  }
}

/** Protection and visibility last, because nothing could be written after. */
function finish(book: WorkbenchBook, file: Workbook, ids: readonly string[]): void {
  const active = (file.views as typeof file.views | undefined)?.[0]?.activeTab ?? 0;
  const visible = file.worksheets.findIndex(({ state }) => state === 'visible' || state === undefined);
  const shown = file.worksheets[active]?.state === 'visible' ? active : Math.max(visible, 0);
  book.activate(ids[shown] ?? book.activeSheetId());
  file.worksheets.forEach((worksheet, index) => {
    const id = ids[index] ?? '';
    if (worksheet.state === 'hidden') book.setSheetVisibility(id, 'Hidden');
    if (worksheet.state === 'veryHidden') book.setSheetVisibility(id, 'VeryHidden');
    if (worksheet.sheetProtection?.sheet) book.protect(id);
  });
  book.parts.core.forgetHistory();
}

function fileTables(worksheet: Worksheet): FileTable[] {
  return worksheet.getTables().flatMap(({ model }): FileTable[] => {
    const area = parseReference(model.tableRef ?? model.ref);
    if (!area) return [];
    return [
      {
        name: model.displayName ?? model.name,
        area,
        showHeaders: model.headerRow !== false,
        showTotals: model.totalsRow === true,
        style: model.style?.theme ?? 'TableStyleMedium2',
        columns: model.columns.map((column) => column.name),
      },
    ];
  });
}

/** Turns the cells of one sheet of the file into IronCalc's. */
class CellReader {
  readonly cells: EngineCell[] = [];
  readonly links: LinkState[] = [];
  readonly unlocked: Area[] = [];
  longNumbers = false;
  area: Area | null = null;
  readonly #sheetName: string;
  readonly #tables: readonly ReferredTable[];
  readonly #date1904: boolean;
  readonly #base: EngineCell['style'];
  readonly #spills: Area[] = [];
  readonly #styles = new Map<unknown, EngineCell['style']>();

  constructor(
    book: WorkbenchBook,
    place: SheetPlace,
    sheetName: string,
    tables: readonly ReferredTable[],
    date1904: boolean,
  ) {
    this.#sheetName = sheetName;
    this.#tables = tables;
    this.#date1904 = date1904;
    this.#base = book.parts.core.model.getCellStyle(place.index, 1, 1).style;
  }

  take(cell: Cell, row: number, column: number): void {
    const at = { row, column, rows: 1, columns: 1 };
    const { style } = cell;
    const isPlain = Object.keys(style).length === 0;
    if (style.protection?.locked === false) this.#unlock(at);
    const isCovered = cell.master !== cell;
    const text = isCovered || this.#isSpilled(row, column) ? '' : this.#inputOf(cell, row, column);
    if (text === '' && isPlain) return;
    this.cells.push({
      row,
      column,
      text,
      style: isPlain ? this.#base : this.#styleOf(cell),
      restyled: !isPlain,
    });
    this.area = this.area ? union(this.area, at) : at;
  }

  #inputOf(cell: Cell, row: number, column: number): string {
    const { value } = cell;
    if (cell.formula) return this.#formulaOf(cell, row, column);
    if (value === null || value === undefined) return '';
    if (typeof value === 'number') return this.#number(value);
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    if (typeof value === 'string') return value === '' ? '' : asText(value).text;
    if (value instanceof Date) return this.#number(this.#serialOf(value));
    if ('error' in value) return value.error;
    if ('richText' in value) return asText(value.richText.map(({ text }) => text).join('')).text;
    if ('hyperlink' in value) {
      const link = {
        address: value.hyperlink,
        ...(value.tooltip === undefined ? {} : { screenTip: value.tooltip }),
      };
      this.links.push({ area: { row, column, rows: 1, columns: 1 }, textToDisplay: value.text, ...link });
      return asText(cell.text).text;
    }
    return '';
  }

  #formulaOf(cell: Cell, row: number, column: number): string {
    const model: { shareType?: string; ref?: string } = cell.model;
    const spill = model.shareType === 'array' && model.ref ? parseReference(model.ref) : null;
    if (spill) this.#spills.push(spill);
    const formula = (cell.formula ?? '').replaceAll(/_xl(fn|ws)\./g, '');
    return `=${withoutStructuredReferences(formula, this.#tables, { sheetName: this.#sheetName, row, column })}`;
  }

  #number(value: number): string {
    this.longNumbers ||= needsMoreDigits(value);
    return decimalText(value);
  }

  /** The library gives a date for a number of a date format; this is its own calculation backwards. */
  #serialOf(date: Date): number {
    const serial = date.getTime() / MS_PER_DAY + UNIX_EPOCH_SERIAL - (this.#date1904 ? DAYS_1904 : 0);
    return Number(serial.toFixed(9));
  }

  #isSpilled(row: number, column: number): boolean {
    return this.#spills.some(
      (area) =>
        (row !== area.row || column !== area.column) &&
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    );
  }

  #styleOf(cell: Cell): EngineCell['style'] {
    const known = this.#styles.get(cell.style) ?? toEngineStyle(cell.style, this.#base);
    this.#styles.set(cell.style, known);
    return known;
  }

  /** Joins with the cell above, so that an unlocked column is one area. */
  #unlock(at: Area): void {
    const above = this.unlocked.find(
      (area) => area.column === at.column && area.columns === 1 && area.row + area.rows === at.row,
    );
    if (above) above.rows += 1;
    else this.unlocked.push({ ...at });
  }
}
