import { payoutFields, type ColumnMapping, type PayoutField, type TableReference } from '../domain/index.ts';

/** The workbook's setting that holds the mappings of all its tables. */
export const MAPPINGS_SETTING = 'distribution-desk.column-mappings';

/** A mapping by header text, so that it stays right when columns are moved. */
export interface StoredMapping {
  sheetId: string;
  tableId: string | null;
  headers: Partial<Record<PayoutField, string>>;
}

/** More tables than a workbook has; the oldest go first, because settings are kept in the file. */
const MAPPINGS_AT_MOST = 40;

/** What the setting holds, with anything that is not a mapping left out: settings have been lost and are open to everyone. */
export function parseStoredMappings(setting: unknown): StoredMapping[] {
  return Array.isArray(setting) ? setting.filter(isStoredMapping) : [];
}

function isStoredMapping(candidate: unknown): candidate is StoredMapping {
  if (typeof candidate !== 'object' || candidate === null) return false;
  const { sheetId, tableId, headers } = candidate as Record<string, unknown>;
  return (
    typeof sheetId === 'string' &&
    (tableId === null || typeof tableId === 'string') &&
    typeof headers === 'object' &&
    headers !== null &&
    Object.values(headers).every((text) => typeof text === 'string')
  );
}

/** The stored mappings with this one as the newest. */
export function rememberMapping(
  stored: readonly StoredMapping[],
  reference: TableReference,
  mapping: ColumnMapping,
): StoredMapping[] {
  const { sheetId, tableId, header } = reference;
  const headers: StoredMapping['headers'] = {};
  for (const field of payoutFields) {
    const column = mapping[field];
    const text = column === null ? undefined : header[column];
    if (text !== undefined) headers[field] = text;
  }
  const others = stored.filter((other) => !isSameTable(other, reference) || !fits(other, header));
  return [...others, { sheetId, tableId, headers }].slice(-MAPPINGS_AT_MOST);
}

/**
 * The newest mapping of the same table; else one of the same sheet, then of any other, whose headers are all there, so that
 * last month's mapping serves a copied sheet. Null when there is none.
 */
export function recallMapping(
  stored: readonly StoredMapping[],
  reference: TableReference,
  header: readonly string[],
): ColumnMapping | null {
  const newest = [...stored].reverse();
  const found =
    newest.find((mapping) => reference.tableId !== null && mapping.tableId === reference.tableId) ??
    newest.find((mapping) => mapping.sheetId === reference.sheetId && fits(mapping, header)) ??
    newest.find((mapping) => fits(mapping, header));
  if (found === undefined) return null;
  const columnOf = (field: PayoutField): number | null => {
    const text = found.headers[field];
    const column = text === undefined ? -1 : header.indexOf(text);
    return column < 0 ? null : column;
  };
  return Object.fromEntries(payoutFields.map((field) => [field, columnOf(field)])) as ColumnMapping;
}

function isSameTable(mapping: StoredMapping, reference: TableReference): boolean {
  return mapping.sheetId === reference.sheetId && mapping.tableId === reference.tableId;
}

function fits(mapping: StoredMapping, header: readonly string[]): boolean {
  return Object.values(mapping.headers).every((text) => header.includes(text));
}
