/** What the cells of a column look like, from some of them: enough to confirm or to doubt what its header says. */
import { currenciesOf } from './currency-marks.ts';
import { withoutInvisible } from './hidden-characters.ts';
import { isBlank } from './read-table.ts';
import { serialToDate } from './serial-dates.ts';
import type { CellValue, SheetTable } from './sheet-table.ts';
import type { FieldCells } from './table-form.ts';
import { parseTextAmount } from './text-amount.ts';
import { parseTextDate } from './text-date.ts';

type Kind = 'veh' | 'ent' | 'cnt' | 'currency' | 'date' | 'serial' | 'number' | 'percent' | 'email' | 'text';

export interface ColumnContent {
  /** How many cells were looked at; blank cells and errors are not counted. */
  count: number;
  share: (...kinds: Kind[]) => number;
  /** The cells that were looked at, to compare two columns. */
  sample: readonly CellValue[];
  /** How many rows lie between two of them. */
  step: number;
}

/** So many rows are looked at, spread over the table. */
const sampleRows = 300;
/** The share of cells from which on a column is of a kind: some cells are always wrong. */
const most = 0.8;

export function columnContent(table: SheetTable, column: number): ColumnContent {
  const rowCount = table.values.length - (table.hasTotalsRow ? 1 : 0);
  const step = Math.max(1, Math.ceil(rowCount / sampleRows));
  const counts = new Map<Kind, number>();
  const sample: CellValue[] = [];
  let count = 0;
  for (let index = 0; index < rowCount; index += step) {
    const value = table.values[index]?.[column];
    sample.push(value ?? '');
    if (value === undefined || isBlank(value) || (typeof value === 'string' && value.startsWith('#')))
      continue;
    const kind = kindOf(value, table.numberFormats[index]?.[column] ?? 'General');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    count += 1;
  }
  const share = (...kinds: Kind[]) =>
    count === 0 ? 0 : kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0) / count;
  return { count, share, sample, step };
}

function kindOf(value: CellValue, format: string): Kind {
  if (typeof value === 'boolean') return 'text';
  if (typeof value === 'number') {
    if (isDateFormat(format)) return 'date';
    if (format.includes('%')) return 'percent';
    // 2000 to 2100 as serials; a whole number in that range without a date format can be either.
    return format === 'General' && Number.isInteger(value) && value >= 36_526 && value < 73_416
      ? 'serial'
      : 'number';
  }
  const text = withoutInvisible(value).trim();
  const prefix = /^(veh|ent|cnt)_/i.exec(text)?.[1]?.toLowerCase();
  if (prefix !== undefined) return prefix as 'veh' | 'ent' | 'cnt';
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return 'email';
  if (currenciesOf(text) !== null) return 'currency';
  if (parseTextDate(text) !== null) return 'date';
  const amount = parseTextAmount(text);
  return amount !== null && (amount.readings.point ?? amount.readings.comma) !== null ? 'number' : 'text';
}

/** Whether a number format shows days: it has a letter d, m or y outside quotes, brackets and escapes. */
export function isDateFormat(format: string): boolean {
  if (format === 'General') return false;
  return /[dmy]/i.test(format.replace(/"[^"]*"?|\[[^\]]*\]|\\.|[_*]./g, ''));
}

/** The cells are what the field needs, and hardly anything else could be. */
export function confirms(content: ColumnContent, cells: FieldCells): boolean {
  if (content.count === 0) return false;
  switch (cells) {
    case 'veh':
    case 'ent':
    case 'cnt':
    case 'currency':
    case 'date':
    case 'email':
      return content.share(cells) >= most;
    case 'amount':
      return content.share('number', 'serial') >= most && content.share('number') > 0 && !isCounter(content);
    case 'name':
    case 'reference':
    case 'account':
    case 'any':
      return false;
  }
}

/** The cells are something that the field cannot be. */
export function contradicts(content: ColumnContent, cells: FieldCells): boolean {
  if (content.count === 0) return false;
  switch (cells) {
    case 'veh':
    case 'ent':
    case 'cnt':
    case 'currency':
    case 'email':
      return content.share(cells) === 0;
    case 'date':
      return content.share('date', 'serial') === 0;
    case 'amount':
      return content.share('number', 'serial') === 0;
    case 'name':
      return content.share('veh', 'ent', 'cnt', 'date', 'number', 'percent', 'currency') >= most;
    case 'reference':
      return content.share('veh', 'ent', 'cnt', 'date', 'percent', 'currency') >= most;
    case 'account':
      return content.share('veh', 'ent', 'cnt', 'email') >= most;
    case 'any':
      return false;
  }
}

/** 1, 2, 3, … down the rows: numbers of lines and no money. */
function isCounter({ sample, step }: ColumnContent): boolean {
  const [first] = sample;
  if (!Number.isInteger(first) || sample.length < 2) return false;
  return sample.every((value, index) => typeof value !== 'number' || value === Number(first) + index * step);
}

/** The first different values of a column as a reader sees them: a date as `2026-03-31`, whatever its format. */
export function columnSamples(table: SheetTable, column: number, atMost = 3): string[] {
  const samples = new Set<string>();
  for (const [index, cells] of table.values.entries()) {
    const value = cells[column];
    if (value === undefined || isBlank(value)) continue;
    samples.add(shownValue(value, table.numberFormats[index]?.[column] ?? 'General', table.date1904));
    if (samples.size >= atMost || index > 2_000) break;
  }
  return [...samples];
}

function shownValue(value: CellValue, format: string, date1904: boolean): string {
  if (typeof value !== 'number' || !isDateFormat(format)) return String(value).trim();
  const date = serialToDate(Math.floor(value), date1904);
  return date === 'never-was' || date === 'out-of-range' ? String(value) : date;
}
