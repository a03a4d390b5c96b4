import type { GridModel } from '../book/grid-model.ts';

/** Row and column headings, which IronCalc draws inside the space for cells, and the line below frozen rows. */
const HEADINGS = { width: 30, height: 28 };
const FROZEN_LINE = 3;

/** How much of the space lies before a cell that comes into sight: its columns to the left are what explains it. */
const SHARE_BEFORE = { rows: 0.5, columns: 1 };

/** The window through which a sheet is seen: what IronCalc's grid and model get wrong about it, put right. */
export class GridView {
  /** For IronCalc's grid. */
  readonly model: GridModel;
  readonly #model: GridModel;
  #width = 0;
  #height = 0;
  #drawn: { sheet: number; top: number; left: number } | null = null;

  constructor(model: GridModel) {
    this.#model = model;
    this.model = new Proxy(model, {
      get: (target, property): unknown => this.#own(property) ?? Reflect.get(target, property),
    });
  }

  setSize(width: number, height: number): void {
    this.#width = width;
    this.#height = height;
  }

  /**
   * Scrolls from where the grid was drawn last, and only if the active cell is out of sight: IronCalc scrolls for a
   * person's keys only.
   */
  reveal(): void {
    const model = this.#model;
    const { sheet, row, column, ...view } = model.getSelectedView();
    const shown = this.#drawn?.sheet === sheet ? this.#drawn : { top: view.top_row, left: view.left_column };
    const frozenRows = model.getFrozenRowsCount(sheet);
    const frozenColumns = model.getFrozenColumnsCount(sheet);
    const top = firstShown(row, {
      first: Math.max(shown.top, frozenRows + 1),
      frozen: frozenRows,
      space: this.#spaceDown(sheet),
      shareBefore: SHARE_BEFORE.rows,
      sizeOf: (at) => model.getRowHeight(sheet, at),
    });
    const left = firstShown(column, {
      first: Math.max(shown.left, frozenColumns + 1),
      frozen: frozenColumns,
      space: this.#spaceAcross(sheet),
      shareBefore: SHARE_BEFORE.columns,
      sizeOf: (at) => model.getColumnWidth(sheet, at),
    });
    model.setTopLeftVisibleCell(top, left);
  }

  /**
   * The grid tells its model that it fills the browser's window, which decides how far Page Down and the arrow keys
   * scroll; here a ribbon and a pane stand beside it, and frozen rows take their part. And the model counts frozen rows and columns into the way it has
   * scrolled, the grid does not: with both as they are, a sheet with frozen rows scrolls on with every redraw.
   */
  #own(property: string | symbol): unknown {
    const model = this.#model;
    switch (property) {
      case 'setWindowWidth':
        return () => model.setWindowWidth(Math.max(0, this.#spaceAcross(model.getSelectedSheet())));
      case 'setWindowHeight':
        return () => model.setWindowHeight(Math.max(0, this.#spaceDown(model.getSelectedSheet())));
      case 'getScrollY':
        return () => {
          this.#noteDrawn();
          return Math.max(0, model.getScrollY() - this.#frozenHeight(model.getSelectedSheet()));
        };
      case 'setTopLeftVisibleCell':
        return (row: number, column: number) => {
          model.setTopLeftVisibleCell(row, column);
          this.#noteDrawn();
        };
      case 'getScrollX':
        return () => Math.max(0, model.getScrollX() - this.#frozenWidth(model.getSelectedSheet()));
      default:
        return undefined;
    }
  }

  /** The grid asks how far the model has scrolled whenever it draws, and says so when a person scrolls. */
  #noteDrawn(): void {
    const { sheet, top_row: top, left_column: left } = this.#model.getSelectedView();
    this.#drawn = { sheet, top, left };
  }

  /** What is left for rows that scroll. */
  #spaceDown(sheet: number): number {
    const frozen = this.#frozenHeight(sheet);
    return this.#height - HEADINGS.height - (frozen > 0 ? frozen + FROZEN_LINE : 0);
  }

  #spaceAcross(sheet: number): number {
    const frozen = this.#frozenWidth(sheet);
    return this.#width - HEADINGS.width - (frozen > 0 ? frozen + FROZEN_LINE : 0);
  }

  #frozenHeight(sheet: number): number {
    return sum(1, this.#model.getFrozenRowsCount(sheet), (row) => this.#model.getRowHeight(sheet, row));
  }

  #frozenWidth(sheet: number): number {
    return sum(1, this.#model.getFrozenColumnsCount(sheet), (column) =>
      this.#model.getColumnWidth(sheet, column),
    );
  }
}

interface Shown {
  /** The first row or column that is shown now beside the frozen ones. */
  first: number;
  frozen: number;
  /** In CSS pixels, for what is not frozen. */
  space: number;
  shareBefore: number;
  sizeOf: (at: number) => number;
}

/** Which row or column is shown first so that `at` is in sight: the present one if it is already. */
function firstShown(at: number, { first, frozen, space, shareBefore, sizeOf }: Shown): number {
  if (at <= frozen || (at >= first && fitsFrom(first, at, space, sizeOf))) return first;
  let start = at;
  while (start > frozen + 1 && sum(start - 1, at, sizeOf) <= space * shareBefore) start -= 1;
  return start;
}

function fitsFrom(first: number, last: number, space: number, sizeOf: (at: number) => number): boolean {
  // Far away is out of sight, however many rows between are hidden by a filter: no need to measure them all.
  return last - first < 2_000 && sum(first, last, sizeOf) <= space;
}

function sum(first: number, last: number, sizeOf: (at: number) => number): number {
  let total = 0;
  for (let at = first; at <= last; at += 1) total += sizeOf(at);
  return total;
}
