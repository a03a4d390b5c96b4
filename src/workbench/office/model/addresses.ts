import { assertInGrid, formatAddress, parseAddress, parseReference } from '../../book/a1.ts';
import type { Area } from '../../book/book.ts';
import { invalidArgument, itemNotFound, notImplemented } from '../api-error.ts';
import type { Args } from '../arguments.ts';
import { areaOf, isReference, rangeAt, type ReferenceTo } from '../reference.ts';
import type { ModelHost } from '../wire-class.ts';
import { isSameName } from './collection.ts';

interface Located {
  sheetId: string;
  areas: Area[];
}

/** `Sheet1!A1:B2`, as Excel answers `address`. */
export function fullAddress(range: ReferenceTo<'Range'>, host: ModelHost): string {
  return formatAddress(areaOf(range), host.sheet(range.sheetId).name);
}

/** A range beside or inside another; throws `InvalidArgument` when it leaves the sheet. */
export function rangeOn(sheetId: string, area: Area): ReferenceTo<'Range'> {
  assertInGrid(area);
  return rangeAt(sheetId, area);
}

/** Reads an address, the name of a defined name, or the name of a table, which means its data. */
export function locate(text: string, sheetId: string | null, host: ModelHost): Located {
  const address = text.startsWith('=') ? text.slice(1) : text;
  const home = sheetId ?? host.book.activeSheetId();
  if (address.includes('[')) throw notImplemented('Worksheet.getRange with a structured reference');
  if (/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(address) && !parseReference(address)) {
    return locateName(address, home, host);
  }
  const parsed = parseAddress(address, host.book.sheets());
  return { sheetId: parsed.sheetId ?? home, areas: parsed.areas };
}

/** One area by its address or name; throws `InvalidArgument` for several. */
export function rangeByAddress(text: string, sheetId: string | null, host: ModelHost): ReferenceTo<'Range'> {
  const located = locate(text, sheetId, host);
  const [area] = located.areas;
  if (!area || located.areas.length > 1) throw invalidArgument();
  return rangeAt(located.sheetId, area);
}

/** An argument that may be a Range object or an address. */
export function rangeArgument(args: Args, index: number, sheetId: string | null, host: ModelHost) {
  return isReference(args.raw(index))
    ? args.reference(index, 'Range')
    : rangeByAddress(args.text(index), sheetId, host);
}

function locateName(name: string, sheetId: string, host: ModelHost): Located {
  const names = host.book.names().filter((candidate) => isSameName(candidate.name, name));
  const defined =
    names.find((candidate) => candidate.sheetId === sheetId) ??
    names.find((candidate) => candidate.sheetId === undefined);
  if (defined) return locate(defined.formula, sheetId, host);
  const table = host.book.tables().find((candidate) => isSameName(candidate.name, name));
  if (!table) throw itemNotFound();
  const { row, rows, ...columns } = table.area;
  const header = table.showHeaders ? 1 : 0;
  const body = { ...columns, row: row + header, rows: rows - header - (table.showTotals ? 1 : 0) };
  return { sheetId: table.sheetId, areas: [body] };
}
