import {
  formKindOf,
  type FieldMapping,
  type FormKind,
  type TableField,
  type TableForm,
  type TableReference,
} from '../domain/index.ts';

/** The workbook's setting that holds the mappings of all its tables. */
export const MAPPINGS_SETTING = 'distribution-desk.column-mappings';

/** A mapping by header text, so that it stays right when columns are moved. */
export interface StoredMapping {
  sheetId: string;
  tableId: string | null;
  /** Payouts when left out. */
  form?: FormKind;
  headers: Partial<Record<TableField, string>>;
}

/** More tables than a workbook has; the oldest go first, because settings are kept in the file. */
const MAPPINGS_AT_MOST = 40;

/** What the setting holds, with anything that is not a mapping left out: settings have been lost and are open to everyone. */
export function parseStoredMappings(setting: unknown): StoredMapping[] {
  return Array.isArray(setting) ? setting.filter(isStoredMapping) : [];
}

function isStoredMapping(candidate: unknown): candidate is StoredMapping {
  if (typeof candidate !== 'object' || candidate === null) return false;
  const { sheetId, tableId, form, headers } = candidate as Record<string, unknown>;
  return (
    typeof sheetId === 'string' &&
    (tableId === null || typeof tableId === 'string') &&
    (form === undefined || typeof form === 'string') &&
    typeof headers === 'object' &&
    headers !== null &&
    Object.values(headers).every((text) => typeof text === 'string')
  );
}

/** The stored mappings with this one as the newest. */
export function rememberMapping<F extends TableField>(
  form: TableForm<F>,
  stored: readonly StoredMapping[],
  reference: TableReference,
  mapping: FieldMapping<F>,
): StoredMapping[] {
  const { kind } = form;
  const { sheetId, tableId, header } = reference;
  const headers: StoredMapping['headers'] = {};
  for (const field of form.fields) {
    const column = mapping[field];
    const text = column === null ? undefined : header[column];
    if (text !== undefined) headers[field] = text;
  }
  const isReplaced = (other: StoredMapping) =>
    formKindOf(other) === kind && isSameTable(other, reference) && fits(other, header);
  const others = stored.filter((other) => !isReplaced(other));
  const mine: StoredMapping = { sheetId, tableId, ...(kind === 'payout' ? {} : { form: kind }), headers };
  return [...others, mine].slice(-MAPPINGS_AT_MOST);
}

/**
 * The newest mapping of the same table; else one of the same sheet, then of any other, whose headers are all there, so that
 * last month's mapping serves a copied sheet. Null when there is none.
 */
export function recallMapping<F extends TableField>(
  form: TableForm<F>,
  stored: readonly StoredMapping[],
  reference: TableReference,
  header: readonly string[],
): FieldMapping<F> | null {
  const newest = stored.filter((mapping) => formKindOf(mapping) === form.kind).reverse();
  const found =
    newest.find((mapping) => reference.tableId !== null && mapping.tableId === reference.tableId) ??
    newest.find((mapping) => mapping.sheetId === reference.sheetId && fits(mapping, header)) ??
    newest.find((mapping) => fits(mapping, header));
  if (found === undefined) return null;
  const columnOf = (field: F): number | null => {
    const text = found.headers[field];
    const column = text === undefined ? -1 : header.indexOf(text);
    return column < 0 ? null : column;
  };
  return Object.fromEntries(form.fields.map((field) => [field, columnOf(field)])) as FieldMapping<F>;
}

function isSameTable(mapping: StoredMapping, reference: TableReference): boolean {
  return mapping.sheetId === reference.sheetId && mapping.tableId === reference.tableId;
}

function fits(mapping: StoredMapping, header: readonly string[]): boolean {
  return Object.values(mapping.headers).every((text) => header.includes(text));
}
