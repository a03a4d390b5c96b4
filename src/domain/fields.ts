import type { RegistrationField } from './registering/fields.ts';
import type { FieldMapping } from './table-form.ts';

/** The fields of a payout row, in the order in which the pane lists them. */
export const payoutFields = [
  'distributionName',
  'vehicle',
  'distributionDate',
  'entity',
  'amount',
  'currency',
  'payeeName',
  'contacts',
  'dateOverride',
  'externalReference',
] as const;
export type PayoutField = (typeof payoutFields)[number];

/** The fields of every form. */
export type TableField = PayoutField | RegistrationField;

/** The columns of a payout table. */
export type ColumnMapping = FieldMapping<PayoutField>;
