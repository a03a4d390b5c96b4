import { columnContent, confirms, contradicts } from './column-content.ts';
import type { ColumnMapping, TableField } from './fields.ts';
import { resultColumnOf } from './header-match.ts';
import { payoutForm } from './payout-form.ts';
import type { CellValue, SheetTable } from './sheet-table.ts';
import { emptyMapping } from './suggest-mapping.ts';
import type { FieldMapping, TableForm } from './table-form.ts';

/**
 * The same mapping after columns were moved, inserted or deleted: each field follows its header text, and the n-th
 * of equal texts stays the n-th. A field whose header is gone becomes null, unless the table that is read now is given
 * and one column with a new header is surely the one that was renamed.
 */
export function followFor<F extends TableField>(
  form: TableForm<F>,
  mapping: FieldMapping<F>,
  previousHeader: CellValue[],
  freshHeader: CellValue[],
  fresh?: SheetTable,
): FieldMapping<F> {
  const followed = emptyMapping(form);
  const lost: F[] = [];
  for (const field of form.fields) {
    const column = mapping[field];
    const text = column === null ? undefined : previousHeader[column];
    if (column === null || text === undefined) continue;
    const nth = previousHeader.slice(0, column).filter((other) => other === text).length;
    const places = freshHeader.flatMap((other, index) => (other === text ? [index] : []));
    followed[field] = places[nth] ?? null;
    if (followed[field] === null) lost.push(field);
  }
  if (fresh !== undefined) followRenamed(form, followed, lost, previousHeader, fresh);
  return followed;
}

/** `followFor` payouts. */
export function followColumns(
  mapping: ColumnMapping,
  previousHeader: CellValue[],
  freshHeader: CellValue[],
  fresh?: SheetTable,
): ColumnMapping {
  return followFor(payoutForm, mapping, previousHeader, freshHeader, fresh);
}

/**
 * A renamed column is known by its cells; names and references, whose cells prove nothing, only where one header went
 * and one came in its place.
 */
function followRenamed<F extends TableField>(
  form: TableForm<F>,
  followed: FieldMapping<F>,
  lost: F[],
  previousHeader: CellValue[],
  fresh: SheetTable,
): void {
  const known = new Set(previousHeader);
  const news = [...fresh.header.keys()].filter((column) => {
    const text = fresh.header[column] ?? '';
    return !known.has(text) && resultColumnOf(text, form.results) === null;
  });
  const contents = new Map(news.map((column) => [column, columnContent(fresh, column)]));
  const taken = new Set<number>();
  for (const field of lost) {
    const sure = news.filter((column) => {
      const content = contents.get(column);
      return !taken.has(column) && content !== undefined && confirms(content, form.cells[field]);
    });
    const [only, second] = sure;
    if (only !== undefined && second === undefined) {
      followed[field] = only;
      taken.add(only);
    }
  }
  const [field, otherField] = lost.filter((candidate) => followed[candidate] === null);
  const [column, otherColumn] = news.filter((candidate) => !taken.has(candidate));
  if (field === undefined || column === undefined || otherField !== undefined || otherColumn !== undefined)
    return;
  const content = contents.get(column);
  const goneCount = previousHeader.filter((text) => !fresh.header.includes(text)).length;
  const isReplaced = goneCount === news.length && previousHeader.length === fresh.header.length;
  if (isReplaced && content !== undefined && !contradicts(content, form.cells[field]))
    followed[field] = column;
}
