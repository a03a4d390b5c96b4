import { columnName } from './a1.ts';
import type { Area } from './book.ts';

/** What a formula may say of a table: its name, place and column names. */
export interface ReferredTable {
  name: string;
  sheetName: string;
  area: Area;
  showHeaders: boolean;
  showTotals: boolean;
  columns: readonly string[];
}

/**
 * IronCalc has no structured references, so those of a file become plain ones when it is opened: `Payouts[Amount]`,
 * `Payouts[#All]`, `Payouts[[#Totals],[Amount]]`, `[@Amount]` and `Payouts[@Amount]`. What cannot be translated is
 * left as it is, and shows `#NAME?`.
 */
export function withoutStructuredReferences(
  formula: string,
  tables: readonly ReferredTable[],
  cell: { sheetName: string; row: number; column: number },
): string {
  if (!formula.includes('[')) return formula;
  const own = tables.find(
    ({ sheetName, area }) => sheetName === cell.sheetName && holds(area, cell.row, cell.column),
  );
  return formula.replaceAll(
    /"(?:[^"]|"")*"|([\p{L}_\\][\p{L}\p{N}_.\\]*)?(\[(?:[^[\]]|\[[^[\]]*\])*\])/gu,
    (text: string, name: string | undefined, body: string | undefined) => {
      if (body === undefined) return text;
      const table =
        name === undefined
          ? own
          : tables.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
      const area = table && areaOf(table, body.slice(1, -1), cell.row);
      if (!table || !area) return text;
      const sheet = table.sheetName === cell.sheetName ? '' : `'${table.sheetName.replaceAll("'", "''")}'!`;
      return sheet + absolute(area, body.includes('@') || body.includes('#This Row'));
    },
  );
}

function areaOf(table: ReferredTable, body: string, row: number): Area | null {
  const parts = body.startsWith('[')
    ? [...body.matchAll(/\[([^[\]]*)\]/g)].map(([, part = '']) => part)
    : [body];
  let { row: first, rows } = dataRows(table);
  const columns: number[] = [];
  for (const part of parts) {
    const name = part.trim();
    if (name.startsWith('@')) [first, rows] = [row, 1];
    if (name === '#This Row') [first, rows] = [row, 1];
    else if (name === '#All') [first, rows] = [table.area.row, table.area.rows];
    else if (name === '#Headers') [first, rows] = [table.area.row, 1];
    else if (name === '#Totals') [first, rows] = [table.area.row + table.area.rows - 1, 1];
    else if (name !== '#Data' && name !== '' && name !== '@') {
      const wanted = name.replace(/^@/, '').toLowerCase();
      const index = table.columns.findIndex((column) => column.toLowerCase() === wanted);
      if (index < 0) return null;
      columns.push(index);
    }
  }
  const firstColumn = columns.length > 0 ? Math.min(...columns) : 0;
  const lastColumn = columns.length > 0 ? Math.max(...columns) : table.area.columns - 1;
  return { row: first, rows, column: table.area.column + firstColumn, columns: lastColumn - firstColumn + 1 };
}

function dataRows({ area, showHeaders, showTotals }: ReferredTable): { row: number; rows: number } {
  const top = showHeaders ? 1 : 0;
  return { row: area.row + top, rows: Math.max(1, area.rows - top - (showTotals ? 1 : 0)) };
}

/** Columns are fixed; the row of `[@Amount]` is relative, so that it follows when rows are sorted. */
function absolute(area: Area, relativeRow: boolean): string {
  const dollar = relativeRow ? '' : '$';
  const first = `$${columnName(area.column)}${dollar}${area.row + 1}`;
  const last = `$${columnName(area.column + area.columns - 1)}${dollar}${area.row + area.rows}`;
  return first === last ? first : `${first}:${last}`;
}

function holds(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}
