/** Payout tables and outcomes for tests, as plain data: valid by default, and wrong only where a test says so. */
import type {
  Accepted,
  AwaitingApproval,
  DistributionId,
  OtherMode,
  PaymentId,
  Rejected,
  Returned,
  StagedContent,
  Unknown,
} from '../../src/contract/index.ts';
import {
  checkTable,
  suggestMapping,
  type CellValue,
  type CheckOptions,
  type CheckResult,
  type ColumnMapping,
  type PayoutField,
  type PlannedDistribution,
  type SheetTable,
  type SubmissionPlan,
} from '../../src/domain/index.ts';
import type { IsoDate } from '../../src/contract/index.ts';

/** A Monday. */
export const today = '2026-03-02' as IsoDate;
export const options: CheckOptions = { defaultCurrency: 'USD', today };

/** The default table: header in row 4, first column B. */
export const headerRowIndex = 3;
export const firstColumnIndex = 1;
export const fieldOrder: readonly PayoutField[] = [
  'distributionName',
  'vehicle',
  'distributionDate',
  'entity',
  'payeeName',
  'amount',
  'currency',
  'contacts',
  'dateOverride',
  'externalReference',
];
export const header: CellValue[] = [
  'Distribution name',
  'Vehicle',
  'Distribution date',
  'Entity',
  'Payee name',
  'Amount',
  'Currency',
  'Contacts',
  'Date override',
  'External reference',
];
export const resultHeader: CellValue[] = [
  'Nova distribution',
  'Nova payment',
  'Distribution status',
  'Payment status',
  'Checked at',
  'Message',
];

/** 31 March 2026, a Tuesday, in the 1900 system. */
export const payDateSerial = 46112;

const validCells: Record<PayoutField, CellValue> = {
  distributionName: 'Q1 2026',
  vehicle: 'veh_Alpha1',
  distributionDate: payDateSerial,
  entity: 'ent_Ada1',
  payeeName: 'Ada Capital LP',
  amount: 1234.56,
  currency: 'USD',
  contacts: 'cnt_Ann1',
  dateOverride: '',
  externalReference: '',
};

/** The cells of one valid row in the default order, with some fields replaced. */
export function cellsOf(fields: Partial<Record<PayoutField, CellValue>> = {}): CellValue[] {
  return fieldOrder.map((field) => fields[field] ?? validCells[field]);
}

/** Result cells as they stand beside a staged row. */
export function stagedCells(
  distributionId: string,
  paymentId: string,
  distributionStatus = 'draft',
  paymentStatus = 'staged',
): CellValue[] {
  return [distributionId, paymentId, distributionStatus, paymentStatus, 46100.5, ''];
}

/** A plain region with room for results; give `header` for other columns. Values are padded to the header's width. */
export function tableOf(values: CellValue[][], changes: Partial<SheetTable> = {}): SheetTable {
  const head = changes.header ?? header;
  const padded = values.map((cells) => [...cells, ...head.slice(cells.length).map(() => '')]);
  return {
    reference: {
      sheetId: '{sheet-1}',
      sheetName: 'Payouts',
      tableId: null,
      tableName: null,
      rowIndex: headerRowIndex,
      columnIndex: firstColumnIndex,
      header: head.map(String),
    },
    source: { workbook: 'payouts.xlsx', sheet: 'Payouts' },
    foundBy: 'region',
    address: 'Payouts!B4:K5',
    headerRowIndex,
    firstColumnIndex,
    header: head,
    values: padded,
    numberFormats: padded.map((cells) => cells.map(() => 'General')),
    hidden: padded.map(() => false),
    hasTotalsRow: false,
    date1904: false,
    selectedRows: null,
    sheetProtected: false,
    freeColumnsRight: 6,
    ...changes,
  };
}

/** A table of valid rows, each with some fields replaced. */
export function payoutTable(
  rows: Partial<Record<PayoutField, CellValue>>[],
  changes: Partial<SheetTable> = {},
): SheetTable {
  return tableOf(rows.map(cellsOf), changes);
}

/** The default header and the result columns behind it. */
export const headerWithResults: CellValue[] = [...header, ...resultHeader];

export function check(table: SheetTable, changes: Partial<CheckOptions> = {}): CheckResult {
  return checkTable(table, suggestMapping(table.header), { ...options, ...changes });
}

export const mapping: ColumnMapping = suggestMapping(header);

/** The plan of a table that must pass; throws with the problems when it does not. */
export function planOf(table: SheetTable): SubmissionPlan {
  const result = check(table);
  if (result.plan === null) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.plan;
}

const entry = { entryId: 'entry-1', contentHash: 'a'.repeat(64), generation: 1 };

/** Nova accepted it: payment ids are made of the distribution's id and the payment's number. */
export function accepted(
  distribution: PlannedDistribution,
  distributionId = 'dst_One',
  changes: Partial<Accepted> = {},
): Accepted {
  return {
    ...entry,
    outcome: 'accepted',
    existing: false,
    acceptedAt: '2026-03-02T10:00:00Z',
    acceptedFor: 'Preparer',
    livemode: false,
    distributionId: distributionId as DistributionId,
    distributionStatus: 'draft',
    senderUrl: `https://portal.example/${distributionId}`,
    payments: distribution.rows.map((_row, index) => ({
      id: `dpmt_${distributionId.slice(4)}x${index}` as PaymentId,
      status: 'staged',
    })),
    warnings: [],
    ...changes,
  };
}

/** Nova created it in live, while the proxy is set to sandbox. */
export function otherMode(distribution: PlannedDistribution, distributionId = 'dst_Far'): OtherMode {
  const { existing: _existing, warnings: _warnings, ...known } = accepted(distribution, distributionId);
  return {
    ...known,
    outcome: 'other-mode',
    livemode: true,
    message: `Nova created ${distributionId} in live mode.`,
  };
}

export function rejected(message: string): Rejected {
  return {
    ...entry,
    outcome: 'rejected',
    status: 404,
    code: 'not_found',
    message,
    param: null,
    requestId: null,
  };
}

export function unknown(message: string): Unknown {
  return { ...entry, outcome: 'unknown', code: 'timeout', message, keyExpiresAt: '2026-03-03T10:00:00Z' };
}

export function awaiting(changes: Partial<AwaitingApproval> = {}): AwaitingApproval {
  return {
    ...entry,
    outcome: 'awaiting-approval',
    since: '2026-03-02T10:00:00Z',
    expiresAt: '2026-03-05T10:00:00Z',
    preparedBy: 'Preparer',
    thresholdCents: null,
    approvedBy: null,
    message: 'It waits for the approval of a second person.',
    ...changes,
  };
}

export function returned(reason: string): Returned {
  return {
    ...entry,
    outcome: 'returned',
    code: 'returned',
    returnedBy: 'Approver',
    returnedAt: '2026-03-03T10:00:00Z',
    reason,
    message: `Approver returned it: ${reason}`,
  };
}

/** What the ledger holds of a distribution that was accepted. */
export function stagedContent(
  { request }: PlannedDistribution,
  outcome: Accepted,
  changes: Partial<StagedContent> = {},
): StagedContent {
  return {
    entryId: outcome.entryId,
    contentHash: outcome.contentHash,
    generation: outcome.generation,
    livemode: outcome.livemode,
    distributionId: outcome.distributionId,
    acceptedAt: outcome.acceptedAt,
    acceptedFor: outcome.acceptedFor,
    acceptedFrom: { workbook: 'payouts.xlsx', sheet: 'Payouts' },
    distributionStatus: outcome.distributionStatus,
    senderUrl: outcome.senderUrl,
    name: request.name,
    vehicle: request.vehicle,
    distributionDate: request.distributionDate,
    externalReference: request.externalReference,
    payments: request.payments.map((payment, index) => ({
      ...payment,
      id: outcome.payments[index]?.id ?? null,
      status: outcome.payments[index]?.status ?? '',
    })),
    ...changes,
  };
}
