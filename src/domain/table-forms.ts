import type { RegistrationKind } from '../contract/index.ts';
import type { TableField } from './fields.ts';
import { resultColumnOf } from './header-match.ts';
import { payoutForm } from './payout-form.ts';
import { contactForm } from './registering/contact-form.ts';
import { entityForm } from './registering/entity-form.ts';
import type { RegistrationField } from './registering/fields.ts';
import { instructionsForm } from './registering/instructions-form.ts';
import type { CellValue, TableReference } from './sheet-table.ts';
import { suggestFor } from './suggest-mapping.ts';
import type { FormKind, FormResults, TableForm } from './table-form.ts';

const forms = {
  payout: payoutForm,
  'payment-instructions': instructionsForm,
  entity: entityForm,
  contact: contactForm,
} as const;

/** A form for callers that do not care which: its records hold the fields that `fields` lists and no others. */
export function formOfKind(kind: FormKind): TableForm<TableField> {
  return forms[kind] as unknown as TableForm<TableField>;
}

/** As `formOfKind`, for what can be registered. */
export function registrationForm(kind: RegistrationKind): TableForm<RegistrationField> {
  return forms[kind] as unknown as TableForm<RegistrationField>;
}

/** What a table was read for; payouts where its reference does not say. */
export function formKindOf({ form }: Pick<TableReference, 'form'>): FormKind {
  return form ?? 'payout';
}

export function resultsOf(kind: FormKind): FormResults {
  return forms[kind].results;
}

/** How many fields of a form the texts name, or seem to. */
export function namedFieldCount(kind: FormKind, header: readonly CellValue[]): number {
  return namedFields(kind, header).length;
}

function namedFields(kind: FormKind, header: readonly CellValue[]): TableField[] {
  const form = formOfKind(kind);
  const mapping = suggestFor(form, [...header]);
  return form.fields.filter((field) => mapping[field] !== null);
}

/**
 * What a table with this header is for: the form of whose telling fields most are named, then of whose fields at all; a
 * column of its ids counts as a telling field. Null where no field tells, or two forms are named alike.
 */
export function recogniseForm(header: readonly CellValue[]): FormKind | null {
  const ranked = (Object.keys(forms) as FormKind[])
    .map((kind) => ({ kind, ...evidenceOf(kind, header) }))
    .filter(({ telling }) => telling > 0)
    .sort((one, other) => other.telling - one.telling || other.named - one.named);
  const [best, second] = ranked;
  if (best === undefined) return null;
  return second?.telling === best.telling && second.named === best.named ? null : best.kind;
}

function evidenceOf(kind: FormKind, header: readonly CellValue[]): { telling: number; named: number } {
  const { telling, results } = formOfKind(kind);
  const named = namedFields(kind, header);
  const ids = header.filter((text) => {
    const column = resultColumnOf(text, results);
    return column === 'registeredId' || column === 'distributionId' || column === 'paymentId';
  });
  return {
    telling: named.filter((field) => telling.includes(field)).length + ids.length,
    named: named.length,
  };
}
