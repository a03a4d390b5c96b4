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

export const requiredFields: readonly PayoutField[] = [
  'distributionName',
  'vehicle',
  'distributionDate',
  'entity',
  'amount',
];

/** The result columns, in the order in which they are created right of the data; the header text is how they are found again. */
export const resultColumns = {
  distributionId: 'Nova distribution',
  paymentId: 'Nova payment',
  distributionStatus: 'Distribution status',
  paymentStatus: 'Payment status',
  checkedAt: 'Checked at',
  message: 'Message',
} as const;
export type ResultColumn = keyof typeof resultColumns;

/** Which column of the table holds which field: an index into `SheetTable.header`, or null when the table has none. */
export type ColumnMapping = Record<PayoutField, number | null>;
