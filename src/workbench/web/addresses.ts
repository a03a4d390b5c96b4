import { formatAddress, intersect, isWholeColumns, isWholeRows, parseAddress } from '../book/a1.ts';
import { BookError, type Area, type Book, type SheetInfo } from '../book/book.ts';

export interface Place {
  sheetId: string;
  area: Area;
}

/** Where an address points: on the sheet that it names, else on the active one. Throws as `parseAddress` does. */
export function placesOf(book: Book, address: string): { sheetId: string; areas: Area[] } {
  const { sheetId = book.activeSheetId(), areas } = parseAddress(address, book.sheets());
  return { sheetId, areas };
}

/** For what works on one rectangle. Throws `InvalidArgument` for an address of several. */
export function placeOf(book: Book, address: string): Place {
  const { sheetId, areas } = placesOf(book, address);
  const [area, another] = areas;
  if (!area || another) throw new BookError('InvalidArgument', `One area is needed, not ${address}.`);
  return { sheetId, area };
}

/** Whole columns and rows as far as the sheet is used; null when nothing of them is. */
export function cutToUsed(book: Book, { sheetId, area }: Place): Area | null {
  if (!isWholeColumns(area) && !isWholeRows(area)) return area;
  const used = book.usedArea(sheetId, false);
  return (
    used &&
    intersect(area, { row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns })
  );
}

/** Throws `ItemNotFound`. */
export function sheetNamed(book: Book, name: string): SheetInfo {
  const sheet = book.sheets().find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!sheet) throw new BookError('ItemNotFound', `There is no sheet ${JSON.stringify(name)}.`);
  return sheet;
}

export function addressOf(book: Book, { sheetId, area }: Place): string {
  return formatAddress(area, book.sheets().find(({ id }) => id === sheetId)?.name);
}
