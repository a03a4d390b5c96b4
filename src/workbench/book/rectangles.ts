import type { EngineModel } from './engine.ts';

type EngineStyle = ReturnType<EngineModel['getCellStyle']>['style'];

/** One cell for IronCalc: its input and its whole style. */
export interface EngineCell {
  row: number;
  column: number;
  text: string;
  style: EngineStyle;
  /** False when the cell has this very style already. */
  restyled: boolean;
}

export interface Rectangle {
  corner: { row: number; column: number };
  end: { row: number; column: number };
  rows: Map<number, Map<number, { text: string; style: EngineStyle; is_spill: boolean }>>;
}

/** Runs of neighbouring cells in a row, joined with the same run in the row above. */
export function fullRectangles(cells: EngineCell[]): Rectangle[] {
  const byRow = new Map<number, EngineCell[]>();
  for (const cell of cells) {
    const line = byRow.get(cell.row);
    if (line) line.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const done: Rectangle[] = [];
  let open = new Map<string, Rectangle>();
  for (const [row, line] of [...byRow].toSorted(([first], [second]) => first - second)) {
    const next = new Map<string, Rectangle>();
    for (const run of neighbours(line)) {
      const first = run[0]?.column ?? 0;
      const last = first + run.length - 1;
      const above = open.get(`${first}:${last}`);
      const rectangle =
        above?.end.row === row - 1
          ? above
          : { corner: { row, column: first }, end: { row, column: last }, rows: new Map() };
      if (rectangle !== above) done.push(rectangle);
      rectangle.end = { row, column: last };
      rectangle.rows.set(
        row + 1,
        new Map(run.map(({ column, text, style }) => [column + 1, { text, style, is_spill: false }])),
      );
      next.set(`${first}:${last}`, rectangle);
    }
    open = next;
  }
  return done;
}

function neighbours(line: EngineCell[]): EngineCell[][] {
  const runs: EngineCell[][] = [];
  for (const cell of line.toSorted((first, second) => first.column - second.column)) {
    const run = runs.at(-1);
    if (run && run.at(-1)?.column === cell.column - 1) run.push(cell);
    else runs.push([cell]);
  }
  return runs;
}
