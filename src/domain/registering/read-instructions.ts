import type { EntityId, InstructionsType } from '../../contract/index.ts';
import { registrationProblems } from '../../words/index.ts';
import { compareNames } from '../bank/compare-names.ts';
import { idFault } from '../check-id.ts';
import { isBlank } from '../read-table.ts';
import { report, usableValue, type CellContext } from '../row-reader.ts';
import type { InstructionsField } from './fields.ts';
import { instructionsTypeOf } from './labels.ts';
import { readAddress } from './read-address.ts';
import { compareCountries, readAccount, readBic, readRouting } from './read-bank.ts';
import { longest, readName, readReference, readWords } from './read-text.ts';
import type { RowContent } from './registration-row.ts';

type Context = CellContext<InstructionsField>;
type Instructions = Extract<RowContent, { kind: 'payment-instructions' }>;

const addressFields = ['street1', 'street2', 'city', 'state', 'postalCode', 'countryCode'] as const;
const lineFields = ['instructionsLine1', 'instructionsLine2', 'instructionsLine3'] as const;
const wireFields = [...addressFields, 'intermediaryName', 'intermediarySwiftCode', ...lineFields] as const;

/** Fields that Nova has not for a type (Create payment instructions: its three variants). */
const fieldsNotSent: Readonly<Record<InstructionsType, readonly InstructionsField[]>> = {
  ach: ['swiftCode', ...wireFields],
  domestic_wire: ['swiftCode'],
  international_wire: ['routingNumber'],
};

/** What a bank needs to pay by a type. */
const fieldsNeeded: Readonly<Record<InstructionsType, readonly InstructionsField[]>> = {
  ach: ['beneficiaryName', 'accountNumber', 'routingNumber', 'bankName'],
  domestic_wire: ['beneficiaryName', 'accountNumber', 'routingNumber', 'bankName'],
  international_wire: ['beneficiaryName', 'accountNumber', 'swiftCode', 'bankName', 'street1'],
};

/** The bank details of one row; null when they cannot be sent. */
export function readInstructions(context: Context): Instructions | null {
  const before = context.problems.length;
  const entity = readEntity(context);
  const type = readType(context);
  const isSent = (field: InstructionsField) => type === null || !fieldsNotSent[type].includes(field);
  const ifSent = <T>(field: InstructionsField, read: () => T | null): T | null =>
    isSent(field) ? read() : null;
  const words = (field: InstructionsField, atMost?: number) =>
    ifSent(field, () => readWords(context, field, atMost));
  const entityName = readWords(context, 'entityName');
  const beneficiaryName = readName(context, 'beneficiaryName');
  const account = readAccount(context, type);
  const routingNumber = ifSent('routingNumber', () => readRouting(context));
  const bic = ifSent('swiftCode', () => readBic(context, 'swiftCode'));
  compareCountries(context, account, bic);
  const item = {
    beneficiaryName,
    accountNumber: account?.accountNumber ?? null,
    routingNumber,
    swiftCode: bic?.bic ?? null,
    bankName: readName(context, 'bankName'),
    branchCode: readBranch(context),
    address: ifSent('street1', () => readAddress(context)),
    intermediaryName: words('intermediaryName'),
    intermediarySwiftCode:
      ifSent('intermediarySwiftCode', () => readBic(context, 'intermediarySwiftCode'))?.bic ?? null,
    instructionsLine1: words('instructionsLine1', longest.line),
    instructionsLine2: words('instructionsLine2', longest.line),
    instructionsLine3: words('instructionsLine3', longest.line),
    externalReference: readReference(context, 'externalReference'),
  };
  compareBeneficiary(context, beneficiaryName, entityName);
  const missingColumns = type === null ? [] : tellMissing(context, type);
  if (type !== null) tellNotSent(context, type);
  const isBlocked = context.problems.slice(before).some(({ severity }) => severity === 'problem');
  if (entity === null || type === null || isBlocked) return null;
  return { kind: 'payment-instructions', entity, entityName, item: { type, ...item }, missingColumns };
}

function readEntity(context: Context): EntityId | null {
  const value = usableValue(context, 'entity');
  if (value === null) return null;
  const text = String(value);
  const fault = idFault(text, 'ent');
  if (fault === null) return text as EntityId;
  // What stands in the wrong column may be an account number, so it is not repeated.
  const message = fault.code === 'id-malformed' ? registrationProblems.ids.notAnEntity : fault.message;
  report(context, fault.code, message, 'entity', fault.correction);
  return null;
}

function readType(context: Context): InstructionsType | null {
  const value = usableValue(context, 'instructionsType');
  if (value === null) return null;
  const type = instructionsTypeOf(String(value));
  if (type !== null) return type;
  const isWire = /\bwires?\b/i.test(String(value));
  const message = isWire
    ? registrationProblems.instructions.wireOfWhichKind
    : registrationProblems.instructions.typeUnknown;
  report(context, 'instructions-type-unknown', message, 'instructionsType');
  return null;
}

function readBranch(context: Context): string | null {
  const value = context.row.cells[context.read.mapping.branchCode ?? -1];
  if (typeof value === 'number') {
    report(context, 'branch-code-is-number', registrationProblems.instructions.branchIsNumber, 'branchCode');
  }
  return readWords(context, 'branchCode', longest.code);
}

function compareBeneficiary(context: Context, beneficiary: string | null, entityName: string | null): void {
  if (beneficiary === null || entityName === null) return;
  if (compareNames(beneficiary, entityName) !== 'differs') return;
  const says = registrationProblems.instructions;
  // What stands in the wrong column may be an account number, so it is not repeated.
  const message = [beneficiary, entityName].some((name) => /\d{4}/.test(name))
    ? says.otherBeneficiary
    : says.otherBeneficiaryNamed(beneficiary, entityName);
  report(context, 'beneficiary-unlike-entity', message, 'beneficiaryName');
}

/** Tells what is missing in the row's cells, and returns what the table has no column for. */
function tellMissing(context: Context, type: InstructionsType): InstructionsField[] {
  const { read } = context;
  const missing = fieldsNeeded[type].filter((field) => isBlankCell(context, field));
  const here = missing.filter((field) => read.mapping[field] !== null);
  const [first] = here;
  if (first !== undefined) {
    const labels = here.map((field) => neededLabel(field, read.form.labels));
    report(
      context,
      'instructions-incomplete',
      registrationProblems.instructions.missing(labels, type),
      first,
    );
  }
  return missing.filter((field) => read.mapping[field] === null);
}

export function neededLabel(
  field: InstructionsField,
  labels: Readonly<Record<InstructionsField, string>>,
): string {
  return field === 'street1' ? registrationProblems.instructions.address : labels[field];
}

function tellNotSent(context: Context, type: InstructionsType): void {
  const idle = fieldsNotSent[type].filter((field) => !isBlankCell(context, field));
  const [first] = idle;
  if (first === undefined) return;
  const labels = idle.map((field) => context.read.form.labels[field]);
  const message = registrationProblems.instructions.notSent(labels, type);
  report(context, 'instructions-part-not-sent', message, first);
}

function isBlankCell(context: Context, field: InstructionsField): boolean {
  const column = context.read.mapping[field];
  return column === null || isBlank(context.row.cells[column]);
}
