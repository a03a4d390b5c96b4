import type { CellValue, SheetTable, WriteBackPlan } from '../domain/index.ts';
import { contentColumns } from './same-table.ts';

/** The columns (offsets) by which the plan knows its rows; all content when it does not say. */
export function keyColumnsOf({
  table,
  keyColumns,
}: Pick<WriteBackPlan<unknown>, 'table' | 'keyColumns'>): number[] {
  return keyColumns === undefined || keyColumns.length === 0 ? contentColumns(table) : [...keyColumns];
}

/**
 * The few of these columns by whose cells each row is told from the others as well as by all of them: asked for
 * together with every write, they prove cheaply into which rows it went.
 */
export function witnessColumns({ values }: SheetTable, keyColumns: readonly number[]): number[] {
  const counted: { column: number; kinds: number }[] = [];
  for (const column of keyColumns) {
    const kinds = new Set(values.map((row) => row[column])).size;
    if (kinds === values.length && values.length > 0) return [column];
    counted.push({ column, kinds });
  }
  const ranked = counted.sort((one, other) => other.kinds - one.kinds);
  const chosen: number[] = [];
  let told = 0;
  for (const { column } of ranked) {
    const more = [...chosen, column];
    const kinds = new Set(values.map((row) => witnessKey(more.map((offset) => row[offset])))).size;
    if (kinds > told || chosen.length === 0) {
      chosen.push(column);
      told = kinds;
    }
    if (told === values.length || chosen.length === WITNESSES_AT_MOST) break;
  }
  return chosen;
}

/** Rows that four columns do not tell apart are told by nobody. */
const WITNESSES_AT_MOST = 4;

/** Text that is equal for equal cells, of one type each. */
export function witnessKey(cells: readonly (CellValue | undefined)[]): string {
  return cells.length === 1 ? `${typeof cells[0]} ${cells[0]}` : JSON.stringify(cells);
}
