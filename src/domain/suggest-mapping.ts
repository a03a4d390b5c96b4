/** Which column holds which field: what the headers say, confirmed and overruled by what the cells hold. */
import { columnContent, columnSamples, confirms, contradicts, type ColumnContent } from './column-content.ts';
import { payoutFields, requiredFields, type ColumnMapping, type PayoutField } from './fields.ts';
import { resultColumnOf } from './header-match.ts';
import { normalizeHeader, synonyms, withoutBrackets } from './header-synonyms.ts';
import { meansOther, similarField } from './similar-header.ts';
import type { CellValue, SheetTable } from './sheet-table.ts';

export type MappingReason = 'header' | 'similar-header' | 'content';

export interface MappingEvidence {
  field: PayoutField;
  /** An index into `SheetTable.header`. */
  columnIndex: number;
  /** What speaks for the column most: its very header, a header like it, or its cells alone. */
  because: MappingReason;
  /** Its first different values, for the user to recognise. */
  samples: string[];
}

/** A header that names a field. Ranks below 100 are exact, below 300 exact but for brackets, the others similar. */
interface Claim {
  rank: number;
  field: PayoutField;
  column: number;
}

interface Suggestion {
  mapping: ColumnMapping;
  reasons: Partial<Record<PayoutField, MappingReason>>;
}

/**
 * Each field takes at most one column and each column at most one field; the best match wins. Where two columns
 * compete for a required field on equal evidence, none is taken: the user decides. With the table, cells count too.
 */
export function suggestMapping(header: CellValue[], table?: SheetTable): ColumnMapping {
  return suggest(header, table).mapping;
}

/** What speaks for each column that `suggestMapping` takes, in the order of the fields. */
export function mappingEvidence(table: SheetTable): MappingEvidence[] {
  const { mapping, reasons } = suggest(table.header, table);
  return payoutFields.flatMap((field) => {
    const columnIndex = mapping[field];
    if (columnIndex === null) return [];
    const samples = columnSamples(table, columnIndex);
    return [{ field, columnIndex, because: reasons[field] ?? 'content', samples }];
  });
}

export function emptyMapping(): ColumnMapping {
  return Object.fromEntries(payoutFields.map((field) => [field, null])) as ColumnMapping;
}

function suggest(header: CellValue[], table: SheetTable | undefined): Suggestion {
  const columns = [...header.keys()].filter((column) => resultColumnOf(header[column] ?? '') === null);
  const contents = new Map(
    table === undefined ? [] : columns.map((column) => [column, columnContent(table, column)]),
  );
  const claims = claimsOf(header, columns, table?.headerRowCount === 2);
  const draft = new Draft(header, claims, contents);
  for (const field of ['vehicle', 'entity', 'contacts'] as const) draft.takeById(field);
  draft.takeByHeader(false);
  for (const field of ['currency', 'distributionDate', 'amount'] as const) draft.takeByContent(field);
  draft.takeByHeader(true);
  return { mapping: draft.mapping, reasons: draft.reasons };
}

function claimsOf(header: CellValue[], columns: number[], twoLines: boolean): Claim[] {
  const claims: Claim[] = [];
  for (const column of columns) {
    const text = String(header[column] ?? '');
    const exact = normalizeHeader(text);
    const bare = withoutBrackets(text);
    let isNamed = false;
    for (const field of payoutFields) {
      const rank = synonyms[field].indexOf(exact);
      const bareRank = meansOther(text) ? -1 : synonyms[field].indexOf(bare);
      if (rank >= 0) claims.push({ rank, field, column });
      else if (bareRank >= 0) claims.push({ rank: 100 + bareRank, field, column });
      isNamed ||= rank >= 0 || bareRank >= 0;
    }
    const similar = isNamed ? null : similarField(text, twoLines);
    if (similar !== null) claims.push({ rank: 300 + similar.cost, field: similar.field, column });
  }
  return claims.sort((a, b) => a.rank - b.rank || a.column - b.column);
}

/** A mapping as it grows: strong evidence first. */
class Draft {
  readonly mapping = emptyMapping();
  readonly reasons: Partial<Record<PayoutField, MappingReason>> = {};
  readonly #header: CellValue[];
  readonly #claims: Claim[];
  readonly #contents: ReadonlyMap<number, ColumnContent>;
  readonly #taken = new Set<number>();
  /** Fields for which columns compete: only the user can tell. */
  readonly #undecided = new Set<PayoutField>();

  constructor(header: CellValue[], claims: Claim[], contents: ReadonlyMap<number, ColumnContent>) {
    this.#header = header;
    this.#claims = claims;
    this.#contents = contents;
  }

  /** A column full of `ent_…` is the entity column whatever its name. Of several, the one whose header says so. */
  takeById(field: 'vehicle' | 'entity' | 'contacts'): void {
    const proven = [...this.#contents.keys()].filter(
      (column) => this.#confirms(column, field) && !this.#isMistake(column, field),
    );
    const [only, second] = proven;
    if (only === undefined) return;
    if (second === undefined) {
      this.#take(field, only);
      return;
    }
    const [best, next] = this.#claims.filter(
      (claim) => claim.field === field && proven.includes(claim.column),
    );
    if (best !== undefined && best.rank !== next?.rank) this.#take(field, best.column);
    else this.#undecided.add(field);
  }

  /** With `contradicted`, also where the cells are no such thing, so that the check says so at each of them. */
  takeByHeader(contradicted: boolean): void {
    for (const claim of this.#claims) {
      const { field, column } = claim;
      if (!this.#isOpen(field) || this.#taken.has(column)) continue;
      if (this.#contradicts(column, field) && (!contradicted || isName(field))) continue;
      if (requiredFields.includes(field) && this.#competes(claim)) this.#undecided.add(field);
      else this.#take(field, column);
    }
  }

  /** The only column left that can be it, unless its header says that it is something else. */
  takeByContent(field: 'currency' | 'distributionDate' | 'amount'): void {
    if (!this.#isOpen(field)) return;
    const possible = [...this.#contents.keys()].filter(
      (column) => !this.#taken.has(column) && this.#confirms(column, field),
    );
    const [only, second] = possible;
    if (only === undefined || second !== undefined) return;
    if (!meansOther(String(this.#header[only] ?? ''))) this.#take(field, only);
  }

  /** Another column says the same with the same right: an equal header, or an exact one with other values. */
  #competes(claim: Claim): boolean {
    return this.#claims.some((other) => {
      if (other.field !== claim.field || other.column === claim.column || this.#taken.has(other.column))
        return false;
      if (this.#contradicts(other.column, claim.field)) return false;
      if (other.rank === claim.rank) return !this.#isSameColumn(claim.column, other.column);
      const bothExact = isOftenTwice(claim) && other.rank < 100 && claim.rank < 100;
      return bothExact && this.#differ(claim.column, other.column);
    });
  }

  #isSameColumn(one: number, other: number): boolean {
    return this.#contents.size > 0 && !this.#differ(one, other);
  }

  /** False where nothing is known of the cells. */
  #differ(one: number, other: number): boolean {
    const [a, b] = [this.#contents.get(one)?.sample, this.#contents.get(other)?.sample];
    return a !== undefined && b !== undefined && a.some((value, index) => value !== b[index]);
  }

  /** One or two ids of the wrong kind under the very name of another id are a mistake in the cells, not in the header. */
  #isMistake(column: number, field: PayoutField): boolean {
    const named = this.#claims.find((claim) => claim.column === column && claim.rank < 300)?.field;
    const isOtherId = named === 'vehicle' || named === 'entity' || named === 'contacts';
    return isOtherId && named !== field && (this.#contents.get(column)?.count ?? 0) < 3;
  }

  #isOpen(field: PayoutField): boolean {
    return this.mapping[field] === null && !this.#undecided.has(field);
  }

  #confirms(column: number, field: PayoutField): boolean {
    const content = this.#contents.get(column);
    return content !== undefined && confirms(content, field);
  }

  #contradicts(column: number, field: PayoutField): boolean {
    const content = this.#contents.get(column);
    return content !== undefined && contradicts(content, field);
  }

  #take(field: PayoutField, column: number): void {
    if (this.#taken.has(column)) return;
    this.mapping[field] = column;
    this.#taken.add(column);
    const rank = this.#claims.find((claim) => claim.field === field && claim.column === column)?.rank;
    this.reasons[field] = rank === undefined ? 'content' : rank < 300 ? 'header' : 'similar-header';
  }
}

/** Tables hold an amount before and after tax, or a date of record and one of payment, under good names for both. */
function isOftenTwice({ field, rank }: Claim): boolean {
  return field === 'amount' || (field === 'distributionDate' && rank > 0);
}

function isName(field: PayoutField): boolean {
  return field === 'distributionName' || field === 'payeeName' || field === 'externalReference';
}
