/** Mappings of tables whose form is known at run time only. */
import type { RegistrationKind } from '../../contract/index.ts';
import { followFor } from '../follow-columns.ts';
import type { CellValue, SheetTable } from '../sheet-table.ts';
import { evidenceFor, suggestFor, type MappingEvidence } from '../suggest-mapping.ts';
import type { FieldMapping, TableForm } from '../table-form.ts';
import { registrationForm } from '../table-forms.ts';
import type { RegistrationField } from './fields.ts';

/** Which column holds which field of the form; a field that is missing has none. */
export type RegistrationMapping = Readonly<Partial<Record<RegistrationField, number | null>>>;

/** The columns of a form's fields and of no others. */
export function mappingOf<F extends RegistrationField>(
  form: TableForm<F>,
  mapping: RegistrationMapping,
): FieldMapping<F> {
  return Object.fromEntries(form.fields.map((field) => [field, mapping[field] ?? null])) as FieldMapping<F>;
}

export function suggestRegistration(
  kind: RegistrationKind,
  header: CellValue[],
  table?: SheetTable,
): RegistrationMapping {
  return suggestFor(registrationForm(kind), header, table);
}

export function registrationEvidence(
  kind: RegistrationKind,
  table: SheetTable,
): MappingEvidence<RegistrationField>[] {
  return evidenceFor(registrationForm(kind), table);
}

/** `followFor` a registration's form. */
export function followRegistration(
  kind: RegistrationKind,
  mapping: RegistrationMapping,
  previousHeader: CellValue[],
  freshHeader: CellValue[],
  fresh?: SheetTable,
): RegistrationMapping {
  const form = registrationForm(kind);
  return followFor(form, mappingOf(form, mapping), previousHeader, freshHeader, fresh);
}
