import type { Cents, ContactId, Currency, EntityId, IsoDate, VehicleId } from '../contract/index.ts';

/** Ids and statuses that the result columns of a row already hold. */
export interface StagedResult {
  distributionId: string;
  paymentId: string | null;
  distributionStatus: string;
  paymentStatus: string;
}

/** A sheet line that passed every check of its own cells. */
export interface PayoutRow {
  /** Index into `SheetTable.values`. */
  index: number;
  /** 0-based row of the sheet when it was read. */
  rowIndex: number;
  hidden: boolean;
  distributionName: string;
  vehicle: VehicleId;
  distributionDate: IsoDate;
  entity: EntityId;
  amountCents: Cents;
  currency: Currency;
  payeeName: string | null;
  contacts: ContactId[];
  dateOverride: IsoDate | null;
  externalReference: string | null;
  /** Null when the row was never staged, or was freed. */
  staged: StagedResult | null;
  /** What a freed row still bears: the ids of a distribution that was cancelled. */
  replaced?: StagedResult;
}

/** Whom a row names, as far as its cells can be read: what Nova is asked about before anything is staged. */
export interface PayeeRow {
  rowIndex: number;
  entity: EntityId | null;
  payeeName: string | null;
  contacts: ContactId[];
}
