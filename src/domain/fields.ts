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

/** What the pane and the messages call a field. */
export const fieldLabels: Readonly<Record<PayoutField, string>> = {
  distributionName: 'distribution name',
  vehicle: 'vehicle',
  distributionDate: 'distribution date',
  entity: 'entity',
  amount: 'amount',
  currency: 'currency',
  payeeName: 'payee name',
  contacts: 'contacts to notify',
  dateOverride: 'payment date override',
  externalReference: 'external reference',
};

export const resultColumnNames = Object.keys(resultColumns) as readonly ResultColumn[];
