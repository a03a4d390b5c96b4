/** Looks at every cell before and after each request of the add-in: what was there and is not its own must stay. */
import { resultColumns } from '../../domain/index.ts';
import type { CellValue } from '../../workbench/book/book.ts';
import type { WorkbenchBook } from '../../workbench/book/ironcalc-book.ts';
import { lookAt, type Look } from './payout-sheet.ts';

const ours = new Set<string>(Object.values(resultColumns));

type Cells = Map<string, CellValue>;

export class Watchman {
  readonly #book: WorkbenchBook;
  /** Cells that are not the add-in's own and that one of its requests changed, with what they held. */
  readonly #changed = new Map<string, CellValue>();
  /** What the add-in wrote into blank cells, which it may take away again. */
  readonly #own = new Map<string, CellValue>();
  /** The sheet as it was when the last request had been executed. */
  lastLook: Look | null = null;

  constructor(book: WorkbenchBook) {
    this.#book = book;
  }

  /** Call it before a request; what it answers with is called after. */
  watch(): () => void {
    const [before, place] = [this.#cells(), lookAt(this.#book)];
    return () => {
      this.lastLook = lookAt(this.#book);
      const after = this.#cells();
      for (const key of new Set([...before.keys(), ...after.keys()])) {
        const [was, is] = [before.get(key) ?? '', after.get(key) ?? ''];
        if (was === is) continue;
        const isOwn = was !== '' && this.#own.get(key) === was;
        if (was === '' || isOwn) this.#own.set(key, is);
        if (this.#changed.get(key) === is) this.#changed.delete(key);
        else if (isOwn || this.#isOurs(key, was, place)) continue;
        else if (!this.#changed.has(key) && !isMovedAside(key, was, before, after))
          this.#changed.set(key, was);
      }
    };
  }

  /** What was overwritten and not put back. */
  overwritten(): string[] {
    return this.#told((was) => was !== '');
  }

  /** Blank cells outside its columns that the add-in wrote to and did not clear again. */
  astray(): string[] {
    return this.#told((was) => was === '');
  }

  #told(counts: (was: CellValue) => boolean): string[] {
    return [...this.#changed].flatMap(([key, was]) =>
      counts(was) ? [`${key} held ${JSON.stringify(was)}`] : [],
    );
  }

  /** A cell under one of our headers, at or below the header row; a blank one may become such a cell. */
  #isOurs(key: string, was: CellValue, place: Look | null): boolean {
    const [sheetId = '', row = 0, column = 0] = parts(key);
    const now = this.lastLook;
    const isUnderOurs = (look: Look | null): boolean =>
      look !== null &&
      look.sheetId === sheetId &&
      row >= look.headerRow &&
      [...look.columns].some(([text, at]) => ours.has(text) && at === column);
    return was === '' ? isUnderOurs(now) : isUnderOurs(place) && row !== place?.headerRow;
  }

  /** Formulas where there are any, else values, of all cells that hold something. */
  #cells(): Cells {
    const cells: Cells = new Map();
    for (const { id } of this.#book.sheets()) {
      const used = this.#book.usedArea(id, true);
      if (used === null) continue;
      this.#book.formulas(id, used).forEach((line, row) => {
        line.forEach((cell, column) => {
          if (cell !== '') cells.set(`${id} ${used.row + row} ${used.column + column}`, cell);
        });
      });
    }
    return cells;
  }
}

/**
 * New columns of an Excel table push what stands right of it further right in the same rows, as a person's would: nothing
 * is lost, so it stands there again.
 */
function isMovedAside(key: string, was: CellValue, before: Cells, after: Cells): boolean {
  const [sheetId, row, column] = parts(key);
  const content = was === '' ? after.get(key) : was;
  const [from, to] = was === '' ? [before, -1] : [after, 1];
  for (let steps = 1; steps <= 6; steps += 1) {
    if (from.get(`${sheetId} ${row} ${column + to * steps}`) === content) return true;
  }
  return false;
}

function parts(key: string): [string, number, number] {
  const [sheetId = '', row = '', column = ''] = key.split(' ');
  return [sheetId, Number(row), Number(column)];
}
