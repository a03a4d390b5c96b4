/** Tables of bank details, entities and contacts for tests. Their account numbers are obviously made up. */
import type { Registered, RegistrationKind, RegistrationOutcome } from '../../src/contract/index.ts';
import {
  checkRegistration,
  formOfKind,
  suggestRegistration,
  type CellValue,
  type RegistrationCheck,
  type RegistrationField,
  type RegistrationPlan,
  type RegistrationSettings,
  type SheetTable,
} from '../../src/domain/index.ts';
import { tableOf } from './builders.ts';

export type Cells = Partial<Record<RegistrationField, CellValue>>;

const valid: Readonly<Record<RegistrationKind, Cells>> = {
  'payment-instructions': {
    entity: 'ent_Ada1',
    entityName: 'Ada Capital LP',
    instructionsType: 'Domestic wire',
    beneficiaryName: 'Ada Capital LP',
    accountNumber: '000111222333',
    routingNumber: '021000021',
    bankName: 'Example Bank',
    street1: '1 Example Street',
    city: 'New York',
    state: 'NY',
    postalCode: '10001',
    countryCode: 'US',
  },
  entity: { name: 'Ada Capital LP', entityType: 'partnership', externalReference: 'E-1' },
  contact: { name: 'Ann Example', email: 'ann@example.com', externalReference: 'C-1' },
};

/** A wire abroad, to put over the domestic one. */
export const abroad: Cells = {
  instructionsType: 'International wire',
  accountNumber: 'GB33BUKB20201555555555',
  routingNumber: '',
  swiftCode: 'BUKBGB22',
  street1: '1 Example Road',
  city: 'London',
  state: '',
  postalCode: 'EC1A 1BB',
  countryCode: 'GB',
};

/** The header that the form's own labels make, each field at its own column, in the form's order. */
export function headerOf(kind: RegistrationKind): CellValue[] {
  const form = formOfKind(kind);
  return form.fields.map((field) => form.synonyms[field][0] ?? '');
}

/** `first` is the header's first cell: column B, row 4. */
export function registrationTable(
  kind: RegistrationKind,
  rows: readonly Cells[],
  changes: Partial<SheetTable> & { results?: CellValue[][] } = {},
): SheetTable {
  const { results, ...rest } = changes;
  const form = formOfKind(kind);
  const header = headerOf(kind);
  const values = rows.map((cells) =>
    form.fields.map((field) => ({ ...valid[kind], ...cells })[field as RegistrationField] ?? ''),
  );
  if (results === undefined) return tableOf(values, { header, ...rest });
  return tableOf(
    values.map((cells, index) => [...cells, ...(results[index] ?? ['', '', ''])]),
    { header: [...header, ...Object.values(form.results)], ...rest },
  );
}

export function checkRows(
  kind: RegistrationKind,
  rows: readonly Cells[],
  changes: Parameters<typeof registrationTable>[2] = {},
  settings: RegistrationSettings = {},
): RegistrationCheck {
  const table = registrationTable(kind, rows, changes);
  return checkRegistration(table, suggestRegistration(kind, table.header), kind, settings);
}

export function planRows(kind: RegistrationKind, rows: readonly Cells[]): RegistrationPlan {
  const { plan, problems } = checkRows(kind, rows);
  if (plan === null) throw new Error(`No plan: ${problems.map(({ code }) => code).join(', ')}`);
  return plan;
}

export const checkedAt = { serial: 46_100.5 };

export function registered(id: string, changes: Partial<Registered> = {}): Registered {
  return {
    outcome: 'accepted',
    entryId: `entry-${id}`,
    contentHash: 'a'.repeat(64),
    generation: 1,
    existing: false,
    acceptedAt: '2026-03-02T10:00:00Z',
    acceptedFor: 'preparer@example.com',
    acceptedFrom: { workbook: 'payouts.xlsx', sheet: 'Payouts' },
    livemode: false,
    id: id as Registered['id'],
    ...changes,
  };
}

const entry = { entryId: 'entry-1', contentHash: 'a'.repeat(64), generation: 1 };

/** One of every kind that writes no id. */
export const withoutId: readonly RegistrationOutcome[] = [
  {
    ...entry,
    outcome: 'rejected',
    status: 409,
    code: 'reference-taken',
    message: 'The external reference is taken.',
    param: null,
    requestId: null,
    holder: {
      id: 'ent_Holder1' as Registered['id'],
      name: 'Holder LP',
      acceptedFor: 'preparer@example.com',
      acceptedAt: '2026-03-01T10:00:00Z',
    },
  },
  {
    ...entry,
    outcome: 'unknown',
    code: 'timeout',
    message: 'Nova did not answer.',
    keyExpiresAt: '2026-03-03T10:00:00Z',
  },
  {
    ...entry,
    outcome: 'awaiting-approval',
    since: '2026-03-02T10:00:00Z',
    expiresAt: '2026-03-05T10:00:00Z',
    preparedBy: 'preparer@example.com',
    thresholdCents: null,
    approvedBy: null,
    message: 'A second person has to approve it.',
  },
  {
    ...entry,
    outcome: 'returned',
    code: 'returned',
    returnedBy: 'approver@example.com',
    returnedAt: '2026-03-02T11:00:00Z',
    reason: 'The account is wrong.',
    message: 'Returned: the account is wrong.',
  },
  { outcome: 'not-sent', code: 'nova-unavailable', message: 'Nova cannot be reached.' },
];
