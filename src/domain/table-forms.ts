import type { TableField } from './fields.ts';
import { payoutForm } from './payout-form.ts';
import type { TableReference } from './sheet-table.ts';
import { suggestFor } from './suggest-mapping.ts';
import type { FormKind, FormResults, TableForm } from './table-form.ts';
import type { CellValue } from './sheet-table.ts';

/** Does something with the form of a kind, whatever its fields are. */
export function withForm<T>(kind: FormKind, work: <F extends TableField>(form: TableForm<F>) => T): T {
  switch (kind) {
    case 'payout':
      return work(payoutForm);
    default:
      throw new Error(`No form for ${kind} yet.`);
  }
}

/** What a table was read for; payouts where its reference does not say. */
export function formKindOf({ form }: Pick<TableReference, 'form'>): FormKind {
  return form ?? 'payout';
}

export function resultsOf(kind: FormKind): FormResults {
  return withForm(kind, ({ results }) => results);
}

/** How many fields of a form the texts name, or seem to. */
export function namedFieldCount(kind: FormKind, header: readonly CellValue[]): number {
  return withForm(
    kind,
    (form) => Object.values(suggestFor(form, [...header])).filter((column) => column !== null).length,
  );
}

/** What a table with this header is for, as far as its texts tell: the form most of whose fields they name. */
export function recogniseForm(header: readonly CellValue[]): FormKind | null {
  return namedFieldCount('payout', header) > 0 ? 'payout' : null;
}
