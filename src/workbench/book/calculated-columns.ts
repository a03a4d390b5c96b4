import { contains, intersect } from './a1.ts';
import type { Area, CellInput, ChangeSource } from './book.ts';
import type { Core } from './core.ts';
import { moveRelative } from './formula-references.ts';
import type { Reading } from './reading.ts';
import type { SheetPlace } from './sheets.ts';
import type { TableState } from './state.ts';
import type { Writing } from './writing.ts';

export interface CalculatedColumnParts {
  core: Core;
  reading: Reading;
  writing: Writing;
}

/**
 * After cells were written, inside a step: a formula in one cell of a table's column that is otherwise empty makes a
 * calculated column, which Excel fills with it, whoever wrote it.
 */
export function fillCalculatedColumns(
  { core, reading, writing }: CalculatedColumnParts,
  place: SheetPlace,
  area: Area,
  cells: readonly (readonly CellInput[])[],
  source: ChangeSource,
): void {
  if (!cells.some((line) => line.some(isFormula))) return;
  for (const table of core.sheetState(place.key).tables) {
    const body = dataOf(table);
    const common = body && intersect(body, area);
    if (!body || !common) continue;
    for (let column = common.column; column < common.column + common.columns; column += 1) {
      const written = cells.map((line) => line[column - area.column] ?? null);
      const row = area.row + written.findIndex((cell) => cell !== null && cell !== '');
      const formula = written[row - area.row];
      if (!isFormula(formula) || !contains(body, { row, column, rows: 1, columns: 1 })) continue;
      const whole = { ...body, column, columns: 1 };
      const held = reading.formulas(place, whole);
      if (held.some(([cell], offset) => cell !== '' && body.row + offset !== row)) continue;
      const filled = held.map((_line, offset): CellInput[] => {
        const rows = body.row + offset - row;
        return [rows === 0 ? null : moveRelative(core.engine, formula, { rows, columns: 0 })];
      });
      writing.write(place, whole, filled, source);
    }
  }
}

/** The rows between header and totals; null when there are none. */
function dataOf({ area, showHeaders, showTotals }: TableState): Area | null {
  const above = showHeaders ? 1 : 0;
  const rows = area.rows - above - (showTotals ? 1 : 0);
  return rows > 0 ? { ...area, row: area.row + above, rows } : null;
}

function isFormula(cell: CellInput | undefined): cell is string {
  return typeof cell === 'string' && cell.length > 1 && cell.startsWith('=');
}
