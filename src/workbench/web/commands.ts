/**
 * The ribbon: what a person orders for the selection. Each throws `BookError` for what Excel would refuse too.
 */
import { intersect } from '../book/a1.ts';
import { BookError, type Area, type Book, type CellValue } from '../book/book.ts';
import type { Place } from './addresses.ts';

/** Rows with a header above them, as Sort and Filter need them. */
interface List extends Place {
  /** Without header and totals row. */
  data: Area;
}

/** The active area: the last that was selected. */
export function activePlace(book: Book): Place {
  const { sheetId, areas } = book.selection();
  const area = areas.at(-1);
  if (!area) throw new Error('A workbook without a selection.');
  return { sheetId, area };
}

export function sortBySelection(book: Book, ascending: boolean): void {
  const { area } = activePlace(book);
  const { sheetId, data } = listAtSelection(book);
  book.sort(sheetId, data, area.column, ascending, 'person');
}

/** Keeps the rows that show what the active cell shows. */
export function filterBySelection(book: Book): void {
  const { sheetId, area } = activePlace(book);
  const list = listAtSelection(book);
  const cell = { ...area, rows: 1, columns: 1 };
  if (!intersect(cell, list.data)) {
    throw new BookError(
      'InvalidOperation',
      'Select a cell below the header: its value is what the filter keeps.',
    );
  }
  const text = book.texts(sheetId, cell)[0]?.[0] ?? '';
  book.filter(sheetId, list.area, area.column, [text], 'person');
}

export function clearFilter(book: Book): void {
  book.clearFilter(book.activeSheetId(), 'person');
}

export function insertRows(book: Book): void {
  const { sheetId, area } = activePlace(book);
  book.insertRows(sheetId, area.row, area.rows, 'person');
}

export function deleteRows(book: Book): void {
  const { sheetId, area } = activePlace(book);
  book.deleteRows(sheetId, area.row, area.rows, 'person');
}

export function setRowsHidden(book: Book, hidden: boolean): void {
  const { sheetId, area } = activePlace(book);
  book.setRowsHidden(sheetId, area.row, area.rows, hidden, 'person');
}

/** Merges the selection, or takes apart what is merged in it. */
export function toggleMerge(book: Book): void {
  const { sheetId, area } = activePlace(book);
  if (isMerged(book)) book.unmerge(sheetId, area, 'person');
  else book.merge(sheetId, area, 'person');
}

export function isMerged(book: Book): boolean {
  const { sheetId, area } = activePlace(book);
  return book.merges(sheetId).some((merge) => intersect(merge, area) !== null);
}

export function makeTable(book: Book): void {
  const { sheetId, area } = activePlace(book);
  const whole = isOneCell(area) ? book.surroundingArea(sheetId, area) : area;
  book.addTable(sheetId, whole, hasHeader(book, { sheetId, area: whole }));
}

export function isProtected(book: Book): boolean {
  const active = book.activeSheetId();
  return book.sheets().some(({ id, protected: locked }) => id === active && locked);
}

export function toggleProtection(book: Book): void {
  if (isProtected(book)) book.unprotect(book.activeSheetId());
  else book.protect(book.activeSheetId());
}

/** Ctrl+A: the block of cells around the active one. */
export function selectAround(book: Book): void {
  const { sheetId, area } = activePlace(book);
  book.select(sheetId, [book.surroundingArea(sheetId, area)], 'person');
}

/** Ctrl+Home and Ctrl+End: the first cell of the sheet, and the last one that is used. */
export function selectCorner(book: Book, corner: 'first' | 'last'): void {
  const sheetId = book.activeSheetId();
  const used = corner === 'last' ? book.usedArea(sheetId, false) : null;
  const row = used ? used.row + used.rows - 1 : 0;
  const column = used ? used.column + used.columns - 1 : 0;
  book.select(sheetId, [{ row, column, rows: 1, columns: 1 }], 'person');
}

/** The table of the selection, else several selected cells, else the block of cells around the only one. */
function listAtSelection(book: Book): List {
  const { sheetId, area } = activePlace(book);
  const table = book.tables().find((one) => one.sheetId === sheetId && intersect(one.area, area));
  if (table) {
    const header = table.showHeaders ? 1 : 0;
    const rows = table.area.rows - header - (table.showTotals ? 1 : 0);
    return { sheetId, area: table.area, data: { ...table.area, row: table.area.row + header, rows } };
  }
  const whole = isOneCell(area) ? book.surroundingArea(sheetId, area) : area;
  const header = hasHeader(book, { sheetId, area: whole }) ? 1 : 0;
  return { sheetId, area: whole, data: { ...whole, row: whole.row + header, rows: whole.rows - header } };
}

/** As Excel guesses: a first row of texts only, above a row that is not the same. */
function hasHeader(book: Book, { sheetId, area }: Place): boolean {
  if (area.rows < 2) return false;
  const [first = [], second = []] = book.values(sheetId, { ...area, rows: 2 });
  const isText = (value: CellValue): boolean => typeof value === 'string' && value !== '';
  return first.every(isText) && !second.every(isText);
}

function isOneCell(area: Area): boolean {
  return area.rows === 1 && area.columns === 1;
}
