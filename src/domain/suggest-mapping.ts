/** Which column holds which field: what the headers say, confirmed and overruled by what the cells hold. */
import { maskedAccount } from '../contract/index.ts';
import { columnContent, columnSamples, confirms, contradicts, type ColumnContent } from './column-content.ts';
import type { ColumnMapping, PayoutField, TableField } from './fields.ts';
import { resultColumnOf } from './header-match.ts';
import { normalizeHeader, withoutAccents, withoutBrackets } from './header-text.ts';
import { payoutForm } from './payout-form.ts';
import { meansOther, similarField } from './similar-header.ts';
import type { CellValue, SheetTable } from './sheet-table.ts';
import type { FieldMapping, TableForm } from './table-form.ts';

export type MappingReason = 'header' | 'similar-header' | 'content';

export interface MappingEvidence<F extends TableField = PayoutField> {
  field: F;
  /** An index into `SheetTable.header`. */
  columnIndex: number;
  /** What speaks for the column most: its very header, a header like it, or its cells alone. */
  because: MappingReason;
  /** Its first different values, for the user to recognise; account numbers masked. */
  samples: string[];
}

/**
 * A header that names a field. Ranks below 100 are exact, in other languages than English from 50 on, below 300 exact but
 * for brackets, the others similar.
 */
interface Claim<F extends TableField> {
  rank: number;
  field: F;
  column: number;
}

interface Suggestion<F extends TableField> {
  mapping: FieldMapping<F>;
  reasons: Partial<Record<F, MappingReason>>;
}

/**
 * Each field takes at most one column and each column at most one field; the best match wins. Where two columns
 * compete for a required field, or one that tables often hold twice, on equal evidence, none is taken: the user decides. With the table, cells count too.
 */
export function suggestFor<F extends TableField>(
  form: TableForm<F>,
  header: CellValue[],
  table?: SheetTable,
): FieldMapping<F> {
  return suggest(form, header, table).mapping;
}

/** `suggestFor` payouts. */
export function suggestMapping(header: CellValue[], table?: SheetTable): ColumnMapping {
  return suggestFor(payoutForm, header, table);
}

/** What speaks for each column that `suggestFor` takes, in the order of the fields. */
export function evidenceFor<F extends TableField>(
  form: TableForm<F>,
  table: SheetTable,
): MappingEvidence<F>[] {
  const { mapping, reasons } = suggest(form, table.header, table);
  return form.fields.flatMap((field) => {
    const columnIndex = mapping[field];
    if (columnIndex === null) return [];
    const samples = fieldSamples(table, columnIndex, field);
    return [{ field, columnIndex, because: reasons[field] ?? 'content', samples }];
  });
}

/** `evidenceFor` payouts. */
export function mappingEvidence(table: SheetTable): MappingEvidence[] {
  return evidenceFor(payoutForm, table);
}

/** `columnSamples` of a column that holds a field: account numbers are masked. */
export function fieldSamples(table: SheetTable, column: number, field: TableField): string[] {
  const samples = columnSamples(table, column);
  return field === 'accountNumber' ? samples.map(maskedAccount) : samples;
}

export function emptyMapping<F extends TableField>(form: TableForm<F>): FieldMapping<F> {
  return Object.fromEntries(form.fields.map((field) => [field, null])) as FieldMapping<F>;
}

function suggest<F extends TableField>(
  form: TableForm<F>,
  header: CellValue[],
  table: SheetTable | undefined,
): Suggestion<F> {
  const columns = [...header.keys()].filter(
    (column) => resultColumnOf(header[column] ?? '', form.results) === null,
  );
  const contents = new Map(
    table === undefined ? [] : columns.map((column) => [column, columnContent(table, column)]),
  );
  const claims = claimsOf(form, header, columns, table?.headerRowCount === 2);
  const draft = new Draft(form, header, claims, contents);
  for (const field of form.fields) if (isIdOf(form, field)) draft.takeById(field);
  draft.takeByHeader(false);
  for (const field of form.toldByCells) draft.takeByContent(field);
  draft.takeByHeader(true);
  return { mapping: draft.mapping, reasons: draft.reasons };
}

function claimsOf<F extends TableField>(
  form: TableForm<F>,
  header: CellValue[],
  columns: number[],
  twoLines: boolean,
): Claim<F>[] {
  const claims: Claim<F>[] = [];
  for (const column of columns) {
    const text = String(header[column] ?? '');
    const exact = normalizeHeader(text);
    const bare = withoutBrackets(text);
    let isNamed = false;
    for (const field of form.fields) {
      const rank = rankOf(form, field, exact);
      const bareRank = meansOther(text, form) ? -1 : rankOf(form, field, bare);
      if (rank >= 0) claims.push({ rank, field, column });
      else if (bareRank >= 0) claims.push({ rank: 100 + bareRank, field, column });
      isNamed ||= rank >= 0 || bareRank >= 0;
    }
    const similar = isNamed ? null : similarField(text, form, twoLines);
    if (similar !== null) claims.push({ rank: 300 + similar.cost, field: similar.field, column });
  }
  return claims.sort((a, b) => a.rank - b.rank || a.column - b.column);
}

const foreign = new WeakMap<object, ReadonlyMap<string, number>>();

/** How good a name of the field a normalized header is, 0 the best; -1 when it is none. */
function rankOf<F extends TableField>(form: TableForm<F>, field: F, header: string): number {
  const rank = form.synonyms[field].indexOf(header);
  const names = form.otherLanguages[field];
  if (rank >= 0) return rank;
  let known = foreign.get(names);
  if (known === undefined) {
    known = new Map(
      names.flatMap((name, index) => withoutAccents(name).map((typed) => [typed, 50 + index] as const)),
    );
    foreign.set(names, known);
  }
  return known.get(header) ?? -1;
}

/** A mapping as it grows: strong evidence first. */
class Draft<F extends TableField> {
  readonly mapping: FieldMapping<F>;
  readonly reasons: Partial<Record<F, MappingReason>> = {};
  readonly #form: TableForm<F>;
  readonly #header: CellValue[];
  readonly #claims: Claim<F>[];
  readonly #contents: ReadonlyMap<number, ColumnContent>;
  readonly #taken = new Set<number>();
  /** Fields for which columns compete: only the user can tell. */
  readonly #undecided = new Set<F>();

  constructor(
    form: TableForm<F>,
    header: CellValue[],
    claims: Claim<F>[],
    contents: ReadonlyMap<number, ColumnContent>,
  ) {
    this.mapping = emptyMapping(form);
    this.#form = form;
    this.#header = header;
    this.#claims = claims;
    this.#contents = contents;
  }

  /** A column full of `ent_…` is the entity column whatever its name. Of several, the one whose header says so. */
  takeById(field: F): void {
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
      if (this.#contradicts(column, field) && (!contradicted || this.#isName(field))) continue;
      const isWeighty = this.#form.required.includes(field) || this.#form.oftenTwice[field] !== undefined;
      if (isWeighty && this.#competes(claim)) this.#undecided.add(field);
      else this.#take(field, column);
    }
  }

  /** The only column left that can be it, unless its header says that it is something else. */
  takeByContent(field: F): void {
    if (!this.#isOpen(field)) return;
    const possible = [...this.#contents.keys()].filter(
      (column) => !this.#taken.has(column) && this.#confirms(column, field),
    );
    const [only, second] = possible;
    if (only === undefined || second !== undefined) return;
    if (!meansOther(String(this.#header[only] ?? ''), this.#form)) this.#take(field, only);
  }

  /** Another column says the same with the same right: an equal header, or an exact one with other values. */
  #competes(claim: Claim<F>): boolean {
    return this.#claims.some((other) => {
      if (other.field !== claim.field || other.column === claim.column || this.#taken.has(other.column))
        return false;
      if (this.#contradicts(other.column, claim.field)) return false;
      if (other.rank === claim.rank) return !this.#isSameColumn(claim.column, other.column);
      const bothExact = this.#isOftenTwice(claim) && other.rank < 100 && claim.rank < 100;
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
  #isMistake(column: number, field: F): boolean {
    const named = this.#claims.find((claim) => claim.column === column && claim.rank < 300)?.field;
    if (named === undefined || named === field || !isIdOf(this.#form, named)) return false;
    return (this.#contents.get(column)?.count ?? 0) < 3;
  }

  #isOpen(field: F): boolean {
    return this.mapping[field] === null && !this.#undecided.has(field);
  }

  #confirms(column: number, field: F): boolean {
    const content = this.#contents.get(column);
    return content !== undefined && confirms(content, this.#form.cells[field]);
  }

  #contradicts(column: number, field: F): boolean {
    const content = this.#contents.get(column);
    return content !== undefined && contradicts(content, this.#form.cells[field]);
  }

  #take(field: F, column: number): void {
    if (this.#taken.has(column)) return;
    this.mapping[field] = column;
    this.#taken.add(column);
    const rank = this.#claims.find((claim) => claim.field === field && claim.column === column)?.rank;
    this.reasons[field] = rank === undefined ? 'content' : rank < 300 ? 'header' : 'similar-header';
  }

  #isOftenTwice({ field, rank }: Claim<F>): boolean {
    const from = this.#form.oftenTwice[field];
    return from !== undefined && rank >= from;
  }

  #isName(field: F): boolean {
    const cells = this.#form.cells[field];
    return cells === 'name' || cells === 'reference';
  }
}

function isIdOf<F extends TableField>(form: TableForm<F>, field: F): boolean {
  const cells = form.cells[field];
  return cells === 'veh' || cells === 'ent' || cells === 'cnt';
}
