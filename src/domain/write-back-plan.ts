import type { SheetTable, TableReference } from './sheet-table.ts';
import type { ResultColumn } from './table-form.ts';

/** One cell to write; text from outside is already harmless as a formula. */
export interface ResultCell {
  /** Index into the fresh table's `values`. */
  rowOffset: number;
  column: ResultColumn;
  /** Text for ids, statuses and messages; an Excel serial for `checkedAt`; null leaves the cell. */
  value: string | number | null;
  /** For `distributionId` only: the `sender_url` behind the id. */
  link: string | null;
}

/** A result whose row is not on the sheet any more: shown with its ids, never guessed. */
export interface UnplacedResult {
  distributionId: string;
  paymentId: string | null;
  distributionStatus: string;
  paymentStatus: string;
  entity: string;
  amountCents: number;
  currency: string;
  payeeName: string | null;
  reason: string;
}

/** Plain data that `applyWriteBack` of the excel room carries out, and nothing else does. */
export interface WriteBackPlan<Unplaced = UnplacedResult> {
  reference: TableReference;
  /** The table as it was read immediately before; `applyWriteBack` refuses to write when the sheet differs from it. */
  table: SheetTable;
  /** Columns (offsets) by whose cells the rows were found: what else changes on the sheet does not matter. All when left out. */
  keyColumns?: number[];
  cells: ResultCell[];
  unplaced: Unplaced[];
}

/** What the read-back after writing proved. */
export interface WriteBackReport {
  /** Rows whose ids were read back as written, of the rows that should bear ids. */
  verified: number;
  expected: number;
  /** Addresses in A1 form of cells that do not hold what was written. */
  mismatches: string[];
}
