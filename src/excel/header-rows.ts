import { namedFieldCount, type CellValue, type FormKind } from '../domain/index.ts';
import {
  bottomOf,
  cellAt,
  isColumnBlank,
  isRowBlank,
  rightOf,
  rowCells,
  type CellGrid,
} from './cell-grid.ts';
import { kindOf, profileOfRow, type RowProfile } from './cell-kinds.ts';
import { intersection, type Extent } from './extent.ts';
import type { SheetFacts } from './grow-table.ts';
import { headerText } from './header-texts.ts';
import { ownHeaders } from './own-headers.ts';

/** The header of a table. */
export interface HeaderRows {
  /** The last row of the header, above the data. */
  rowIndex: number;
  rowCount: 1 | 2;
  /** Rows that look like data follow; a guess when false. */
  isCertain: boolean;
  /** The header might as well have one row, and the second be data. */
  isDoubtful: boolean;
}

type FactsOfHeader = Pick<SheetFacts, 'grid' | 'merged' | 'form'>;

/** A header is looked for in so many rows, below titles. */
const TITLE_ROWS_AT_MOST = 20;

/**
 * The header row is the first that has texts in most columns; what stands above it are titles. Two rows make the header when
 * cells are merged over them, or when the second has texts where data follow and is known as part of column names.
 * Null when the first full row is data already.
 */
export function findHeader(facts: FactsOfHeader, whole: Extent): HeaderRows | null {
  const { grid, merged } = facts;
  const within = withoutResultColumns(facts, whole);
  const width = filledColumns(grid, within);
  const last = Math.min(bottomOf(within), within.rowIndex + TITLE_ROWS_AT_MOST);
  // A label with a date above a narrow table has as much data as a payout row with a gap: only a full header tells.
  let looksLikeData = false;
  for (let row = within.rowIndex; row < last; row++) {
    const profile = profileOfRow(grid, row, within);
    if (isGroupLine(grid, row, within, merged, profile)) return twoRows(row + 1, false);
    if (profile.text === 0 && profile.filled === 0) continue;
    if (isFullDataRow(profile, width)) {
      if (profile.filled === width) return null;
      looksLikeData = true;
      continue;
    }
    if (!isHeaderRow(profile, width) || (looksLikeData && profile.text < width)) continue;
    const next = nextFilledRow(grid, row + 1, within);
    if (next === null || isData(profileOfRow(grid, next, within))) return oneRow(row, next !== null);
    if (isCompleteHeader(grid, next, within) && profile.filled < width) continue;
    return secondLine(facts, row, within) ?? oneRow(row, hasData(grid, next, within));
  }
  return looksLikeData ? null : firstWithTwoCells(grid, within, last);
}

/** Result columns have no titles and no first header row, and stay empty beside what was not sent. */
function withoutResultColumns({ grid, form }: FactsOfHeader, whole: Extent): Extent {
  const resultHeaders = ownHeaders(form);
  const last = Math.min(bottomOf(whole), whole.rowIndex + TITLE_ROWS_AT_MOST);
  const isResult = (column: number) => {
    for (let row = whole.rowIndex; row < last; row++) {
      if (resultHeaders.has(headerText(cellAt(grid, row, column)))) return true;
    }
    return false;
  };
  let { columnCount } = whole;
  while (columnCount > 0 && isResult(whole.columnIndex + columnCount - 1)) columnCount--;
  return columnCount === 0 ? whole : { ...whole, columnCount };
}

function oneRow(rowIndex: number, isCertain: boolean): HeaderRows {
  return { rowIndex, rowCount: 1, isCertain, isDoubtful: false };
}

function twoRows(rowIndex: number, isDoubtful: boolean): HeaderRows {
  return { rowIndex, rowCount: 2, isCertain: true, isDoubtful };
}

/** Texts of two rows joined; a text that is merged over several columns, or stands over repeated ones, counts for each of them. Result columns
 * stand in the second row and never take part. */
export function joinHeader(
  rows: readonly (readonly CellValue[])[],
  place: Pick<Extent, 'rowIndex' | 'columnIndex'>,
  merged: readonly Extent[],
  form: FormKind,
): CellValue[] {
  const [upper = [], lower] = rows;
  if (lower === undefined) return [...upper];
  const resultHeaders = ownHeaders(form);
  const names = lower.map(headerText).filter((text) => text !== '');
  const isRepeating = new Set(names).size < names.length;
  let group = '';
  return lower.map((name, offset) => {
    const own = headerText(upper[offset] ?? '');
    if (resultHeaders.has(headerText(name))) return headerText(name);
    const isCovered = merged.some(
      (area) =>
        area.rowIndex <= place.rowIndex &&
        place.rowIndex < bottomOf(area) &&
        area.columnIndex < place.columnIndex + offset &&
        place.columnIndex + offset < rightOf(area),
    );
    if (own !== '') group = own;
    else if (!isCovered && !isRepeating) group = '';
    return [group, headerText(name)].filter((text) => text !== '').join(' ');
  });
}

function filledColumns(grid: CellGrid, within: Extent): number {
  let count = 0;
  for (let column = within.columnIndex; column < rightOf(within); column++) {
    if (!isColumnBlank(grid, column, within.rowIndex, bottomOf(within))) count++;
  }
  return count;
}

function isData(profile: RowProfile): boolean {
  return profile.number + profile.code > 0;
}

function isFullDataRow(profile: RowProfile, width: number): boolean {
  return (profile.number + profile.code) * 4 > profile.filled && profile.filled * 2 > width;
}

function isHeaderRow(profile: RowProfile, width: number): boolean {
  return profile.text * 2 > width && (profile.number + profile.code) * 4 <= width;
}

function isCompleteHeader(grid: CellGrid, row: number, within: Extent): boolean {
  const filled = rowCells(grid, row, within).filter((value) => value !== '');
  const names = new Set(filled.map((value) => headerText(value).toLowerCase()));
  return (
    filled.length === filledColumns(grid, within) &&
    names.size === filled.length &&
    filled.every((value) => kindOf(value) === 'text') &&
    hasData(grid, row + 1, within)
  );
}

function nextFilledRow(grid: CellGrid, from: number, within: Extent): number | null {
  for (let row = from; row < bottomOf(within); row++) {
    if (!isRowBlank(grid, row, within.columnIndex, rightOf(within))) return row;
  }
  return null;
}

/** Whether one of the next few rows looks like data. */
function hasData(grid: CellGrid, from: number, within: Extent): boolean {
  const until = Math.min(bottomOf(within), from + 5);
  for (let row = from; row < until; row++) if (isData(profileOfRow(grid, row, within))) return true;
  return false;
}

/** A line of group names over a header: cells merged over columns, or down into the header, or names that the header repeats. */
function isGroupLine(
  grid: CellGrid,
  row: number,
  within: Extent,
  merged: readonly Extent[],
  profile: RowProfile,
): boolean {
  if (profile.text < 2 || isData(profile)) return false;
  const below = profileOfRow(grid, row + 1, within);
  if (below.text < 2 || isData(below) || !hasData(grid, row + 2, within)) return false;
  const line: Extent = { ...within, rowIndex: row, rowCount: 1 };
  const areas = merged.filter((area) => area.rowIndex === row && intersection(area, line) !== null);
  if (areas.some((area) => area.rowCount <= 2)) return true;
  const names = rowCells(grid, row + 1, within)
    .map(headerText)
    .filter((text) => text !== '');
  return new Set(names).size < names.length && profile.filled < below.filled;
}

/** The header's second line, when the row under it is one. */
function secondLine({ grid, merged, form }: FactsOfHeader, row: number, within: Extent): HeaderRows | null {
  const upper = rowCells(grid, row, within);
  const lower = rowCells(grid, row + 1, within);
  const firstData = nextFilledRow(grid, row + 2, within);
  if (firstData === null || !isData(profileOfRow(grid, firstData, within))) return null;
  const texts = lower.filter((value) => value !== '');
  if (texts.length === 0) return null;
  const data = rowCells(grid, firstData, within);
  const standsOverData = lower.some((value, offset) => value !== '' && isDataCell(data[offset] ?? ''));
  if (!standsOverData) return null;
  const knownAlone = namedFieldCount(form, lower);
  const joined = joinHeader([upper, lower], { ...within, rowIndex: row }, merged, form);
  const knownJoined = namedFieldCount(form, joined);
  const isRemark = texts.every((value) => /^[([].*[)\]]$/.test(headerText(value)));
  if (knownAlone === 0 && knownJoined <= namedFieldCount(form, upper) && !isRemark) return null;
  return twoRows(row + 1, knownAlone < 2 && !isRemark);
}

function isDataCell(value: CellValue): boolean {
  const kind = kindOf(value);
  return kind === 'number' || kind === 'code';
}

/** Nothing looks like a header, so the first row that is no title is taken, as far as there is one. */
function firstWithTwoCells(grid: CellGrid, within: Extent, last: number): HeaderRows {
  for (let row = within.rowIndex; row < last; row++) {
    if (profileOfRow(grid, row, within).filled >= 2) return oneRow(row, false);
  }
  return oneRow(within.rowIndex, false);
}
