import {
  payoutFields,
  resultColumnNames,
  resultColumns,
  type ColumnMapping,
  type PayoutField,
  type ResultColumn,
} from './fields.ts';
import type { CellValue, SheetTable } from './sheet-table.ts';

/** Header texts by which a field is known, best first. They are compared as `normalizeHeader` leaves them. */
const synonyms: Readonly<Record<PayoutField, readonly string[]>> = {
  distributionName: [
    'distribution name',
    'distribution title',
    'distribution',
    'name of distribution',
    'title',
    'event',
    'distribution event',
  ],
  vehicle: [
    'vehicle',
    'vehicle id',
    'nova vehicle',
    'nova vehicle id',
    'fund',
    'fund id',
    'spv',
    'spv id',
    'paying vehicle',
  ],
  distributionDate: [
    'distribution date',
    'date',
    'pay date',
    'payment date',
    'payout date',
    'date of distribution',
    'value date',
  ],
  entity: [
    'entity',
    'entity id',
    'nova entity',
    'nova entity id',
    'payee entity',
    'payee id',
    'investor id',
    'investor entity',
    'lp id',
  ],
  amount: [
    'amount',
    'net amount',
    'net',
    'net distribution',
    'payout',
    'payout amount',
    'distribution amount',
    'payment amount',
    'net payout',
    'net payment',
    'amount to pay',
    'payment',
  ],
  currency: ['currency', 'ccy', 'currency code', 'cur', 'iso currency'],
  payeeName: [
    'payee name',
    'payee',
    'investor',
    'investor name',
    'lp',
    'lp name',
    'limited partner',
    'limited partner name',
    'entity name',
    'legal name',
    'recipient',
    'recipient name',
    'beneficiary',
    'partner',
  ],
  contacts: [
    'contacts',
    'contacts to notify',
    'notify',
    'contact',
    'contact id',
    'contact ids',
    'notify contacts',
    'notifications',
    'cc',
  ],
  dateOverride: [
    'payment date override',
    'date override',
    'override date',
    'distribution date override',
    'override',
    'override payment date',
  ],
  externalReference: [
    'external reference',
    'external ref',
    'reference',
    'our reference',
    'our ref',
    'ref',
    'external id',
  ],
};

/** Case, punctuation, asterisks and line breaks carry no meaning in a header: `* Net\nAmount:` is `net amount`. */
export function normalizeHeader(header: CellValue): string {
  return String(header)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Without what stands in brackets, which is often a unit or a hint: `Amount (USD)`. */
function withoutBrackets(header: CellValue): string {
  return normalizeHeader(String(header).replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
}

const resultHeaders: ReadonlyMap<string, ResultColumn> = new Map(
  resultColumnNames.map((column) => [normalizeHeader(resultColumns[column]), column]),
);

/** Which result column a header names, if any; another spelling counts too, and `readTable` complains about it. */
export function resultColumnOf(header: CellValue): ResultColumn | null {
  return resultHeaders.get(normalizeHeader(header)) ?? null;
}

/**
 * Matches header texts with fields. Each field takes at most one column and each column at most one field; the best
 * match wins, and among equals the column further left. A field without a match is null: the user maps it.
 */
export function suggestMapping(header: CellValue[]): ColumnMapping {
  const candidates: { rank: number; field: PayoutField; column: number }[] = [];
  header.forEach((text, column) => {
    if (resultColumnOf(text) !== null) return;
    const exact = normalizeHeader(text);
    const bare = withoutBrackets(text);
    for (const field of payoutFields) {
      const exactRank = synonyms[field].indexOf(exact);
      if (exactRank >= 0) candidates.push({ rank: exactRank, field, column });
      const bareRank = synonyms[field].indexOf(bare);
      if (exactRank < 0 && bareRank >= 0) candidates.push({ rank: 100 + bareRank, field, column });
    }
  });
  candidates.sort((a, b) => a.rank - b.rank || a.column - b.column);
  const mapping = emptyMapping();
  const taken = new Set<number>();
  for (const { field, column } of candidates) {
    if (mapping[field] !== null || taken.has(column)) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
}

function emptyMapping(): ColumnMapping {
  return Object.fromEntries(payoutFields.map((field) => [field, null])) as ColumnMapping;
}

/**
 * The same mapping after columns were moved, inserted or deleted: each field follows its header text, and the n-th
 * of equal texts stays the n-th. A field whose header is gone becomes null.
 */
export function followColumns(
  mapping: ColumnMapping,
  previousHeader: CellValue[],
  freshHeader: CellValue[],
): ColumnMapping {
  const followed = emptyMapping();
  for (const field of payoutFields) {
    const column = mapping[field];
    const text = column === null ? undefined : previousHeader[column];
    if (column === null || text === undefined) continue;
    const nth = previousHeader.slice(0, column).filter((other) => other === text).length;
    const places = freshHeader.flatMap((other, index) => (other === text ? [index] : []));
    followed[field] = places[nth] ?? null;
  }
  return followed;
}

/** Where each result column stands, as an index into `SheetTable.header`; null when it is not there yet. */
export function findResultColumns(table: Pick<SheetTable, 'header'>): Record<ResultColumn, number | null> {
  const found = Object.fromEntries(resultColumnNames.map((column) => [column, null])) as Record<
    ResultColumn,
    number | null
  >;
  table.header.forEach((text, index) => {
    const column = resultColumnOf(text);
    if (column !== null) found[column] ??= index;
  });
  return found;
}
