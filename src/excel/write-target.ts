import { formKindOf, type CellValue, type SheetTable, type WriteBackPlan } from '../domain/index.ts';
import { SheetChangedError, SheetProtectedError } from './errors.ts';
import { extentProperties } from './extent.ts';
import { headerText } from './header-texts.ts';
import { readColumns } from './read-columns.ts';
import { readPlace } from './read-place.ts';
import { isSameTable } from './same-table.ts';
import type { TablePlace } from './table-place.ts';
import { keyColumnsOf, witnessColumns } from './witness.ts';
import type { ExcelSession } from './with-excel.ts';

/** A table that still is what the write-back was planned for, with what writing to it needs. */
export interface WriteTarget {
  place: TablePlace;
  /** As planned, or as it was read again. */
  table: SheetTable;
  /** Columns by which its rows are told apart. */
  witness: readonly number[];
  /** Queues header and data. Call it only to use it. */
  queueRange: () => Excel.Range;
  /** Even when the cells for the results are unlocked. */
  isOnProtectedSheet: boolean;
}

/**
 * Looks whether the rows are still where the plan saw them. An Excel table is asked for the columns alone that tell its
 * rows apart; whatever else it is, or when one of them differs, all of it is read again. Throws `SheetChangedError`,
 * and `SheetProtectedError` when the cells for the results are locked.
 */
export async function findTarget(
  session: ExcelSession,
  place: TablePlace,
  plan: WriteBackPlan<unknown>,
  responseBytes: number,
): Promise<WriteTarget> {
  const planned = plan.table;
  const keyColumns = keyColumnsOf(plan);
  const witness = witnessColumns(planned, keyColumns);
  const isSimple = place.excelTable?.showHeaders === true && !place.sheet.protected;
  if (isSimple && (await isUnchanged(session, place, planned, witness, responseBytes))) {
    return { place, table: planned, witness, queueRange: () => place.range, isOnProtectedSheet: false };
  }
  const { table, queueRange, isOnProtectedSheet } = await readPlace(
    session,
    place,
    [],
    responseBytes,
    formKindOf(plan.reference),
  );
  if (!isSameTable(planned, table, keyColumns)) throw new SheetChangedError();
  if (table.sheetProtected) throw new SheetProtectedError();
  return { place, table, witness, queueRange, isOnProtectedSheet };
}

async function isUnchanged(
  session: ExcelSession,
  { range }: TablePlace,
  planned: SheetTable,
  witness: readonly number[],
  responseBytes: number,
): Promise<boolean> {
  const { header, values } = planned;
  range.load(extentProperties);
  const headerRow = range.getRow(0);
  headerRow.load('values');
  const columns = await readColumns(session, range, witness, 1, values, responseBytes);
  if (range.rowCount !== values.length + 1) return false;
  const [texts = []] = headerRow.values as CellValue[][];
  if (!isSameHeader(texts, header)) return false;
  return values.every((row, index) => witness.every((column, nth) => row[column] === columns[nth]?.[index]));
}

export function isSameHeader(texts: readonly CellValue[], header: readonly CellValue[]): boolean {
  return (
    texts.length === header.length &&
    texts.every((text, column) => headerText(text) === headerText(header[column] ?? ''))
  );
}
