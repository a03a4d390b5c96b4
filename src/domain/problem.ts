import type { Correction } from './correction.ts';
import type { TableField } from './fields.ts';
import type { CellPosition } from './sheet-table.ts';

/** A problem blocks its distribution; a warning asks the user to look and confirm. */
export type Severity = 'problem' | 'warning';

/** Something that a user should mend or look at, a value and never thrown. */
export interface Problem {
  /** Stable, kebab-case, for example `amount-not-a-number`; listed in `problem-codes.ts` and explained in `src/words`. */
  code: string;
  severity: Severity;
  /** Says what is wrong and what to do, without the address. */
  message: string;
  /** The cell that it points at, in sheet coordinates; null when it concerns the table as a whole. */
  cell: CellPosition | null;
  field: TableField | null;
  /** A safe way to mend the cell; null or left out where a person must decide. */
  correction?: Correction | null;
}
