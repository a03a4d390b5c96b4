import type { Area, TrackedArea } from '../book/book.ts';
import { invalidReference } from './api-error.ts';

/** Where a range lies now; a kept range stands on a `TrackedArea`, which shifts with its cells. */
export type Place = Pick<TrackedArea, 'area'>;

/** Every class of Excel's object model that the workbench has, with what finds its thing in the book. */
interface ReferenceFields {
  AddinInternalService: object;
  Application: object;
  AutoFilter: { sheetId: string; tableId: string | null };
  ConditionalFormat: { sheetId: string; formatId: string };
  ConditionalFormatCollection: { sheetId: string; ranges: readonly ReferenceTo<'Range'>[] };
  ConditionalFormatRule: { sheetId: string; formatId: string };
  ConditionalRangeFill: { sheetId: string; formatId: string };
  ConditionalRangeFont: { sheetId: string; formatId: string };
  ConditionalRangeFormat: { sheetId: string; formatId: string };
  CustomConditionalFormat: { sheetId: string; formatId: string };
  Filter: { tableId: string; index: number };
  FormatProtection: { ranges: readonly ReferenceTo<'Range'>[] };
  Functions: object;
  FunctionResult: { value: number };
  NamedItem: { name: string; sheetId: string | null };
  NamedItemCollection: { sheetId: string | null };
  Range: { sheetId: string };
  RangeAreas: { sheetId: string; ranges: readonly ReferenceTo<'Range'>[] };
  RangeCollection: { ranges: readonly ReferenceTo<'Range'>[] };
  RangeFill: { ranges: readonly ReferenceTo<'Range'>[] };
  RangeFont: { ranges: readonly ReferenceTo<'Range'>[] };
  RangeFormat: { ranges: readonly ReferenceTo<'Range'>[] };
  RangeSort: { range: ReferenceTo<'Range'> };
  RangeView: { range: ReferenceTo<'Range'>; index: number };
  RangeViewCollection: { range: ReferenceTo<'Range'> };
  Runtime: object;
  Setting: { key: string };
  SettingCollection: object;
  Table: { tableId: string };
  TableCollection: { sheetId: string | null };
  TableColumn: { tableId: string; index: number };
  TableColumnCollection: { tableId: string };
  TableRow: { tableId: string; index: number };
  TableRowCollection: { tableId: string };
  TableScopedCollection: { ranges: readonly ReferenceTo<'Range'>[]; fullyContained: boolean };
  TableSort: { tableId: string };
  Workbook: object;
  Worksheet: { sheetId: string };
  WorksheetCollection: object;
  WorksheetProtection: { sheetId: string };
}

export type WireName = keyof ReferenceFields;

/**
 * Points at a thing in the book without holding it: the class that the client knows, and a key. Its content is read
 * from the book each time, so that a reference never goes stale.
 */
export type ReferenceTo<W extends WireName> = { readonly wire: W } & Readonly<ReferenceFields[W]> &
  (W extends 'Range' ? { place: Place } : object);

export type Reference = { [W in WireName]: ReferenceTo<W> }[WireName];

export function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'wire' in value;
}

export function rangeAt(sheetId: string, area: Area): ReferenceTo<'Range'> {
  return { wire: 'Range', sheetId, place: { area } };
}

/** Throws `InvalidReference` once all cells of the range were deleted. */
export function areaOf(range: ReferenceTo<'Range'>): Area {
  if (!range.place.area) throw invalidReference();
  return range.place.area;
}
