/** Looks at every cell before and after each request of the add-in: what was there and is not its own must stay. */
import { payoutForm } from '../../domain/index.ts';
import type { CellValue } from '../../workbench/book/book.ts';
import type { WorkbenchBook } from '../../workbench/book/ironcalc-book.ts';
import { lookAt, markHeader, payoutHeaders, type Look } from './payout-sheet.ts';

const ours = new Set<string>(Object.values(payoutForm.results));

type Cells = Map<string, CellValue>;

export class Watchman {
  readonly #book: WorkbenchBook;
  /** Cells that are not the add-in's own and that one of its requests changed, with what they held. */
  readonly #changed = new Map<string, CellValue>();
  /** What the add-in wrote into blank cells, which it may take away again. */
  readonly #own = new Map<string, CellValue>();
  /** Rows whose mark was written over, with their payout cells. */
  readonly #lost = new Map<string, CellValue[]>();
  /** What it wrote, wherever that stands since. */
  readonly #ownValues = new Set<CellValue>();
  /** The sheet as it was when the last request had been executed. */
  lastLook: Look | null = null;

  constructor(book: WorkbenchBook) {
    this.#book = book;
  }

  /** Call it before a request; what it answers with is called after. */
  watch(): () => void {
    const [before, place] = [this.#cells(), lookAt(this.#book)];
    const payouts = contentsOf(place);
    return () => {
      this.lastLook = lookAt(this.#book);
      const known = this.#compareRows(payouts, contentsOf(this.lastLook), place);
      const after = this.#cells();
      for (const key of new Set([...before.keys(), ...after.keys()])) {
        const [was, is] = [before.get(key) ?? '', after.get(key) ?? ''];
        if (was === is) continue;
        const isOwn = was !== '' && (this.#own.get(key) === was || this.#ownValues.has(was));
        if (!this.#wasForeign(is)) this.#ownValues.add(is);
        if (known.has(key)) continue;
        if (was === '' || isOwn) this.#own.set(key, is);
        if (this.#changed.get(key) === is) this.#changed.delete(key);
        else if (isOwn || this.#isOurs(key, was, place)) continue;
        else if (!this.#changed.has(key) && !isMovedAside(key, was, before, after))
          this.#changed.set(key, was);
      }
    };
  }

  /**
   * Payout cells by the mark of their row, wherever it stands: rows that are sorted between a write and its taking back
   * have their cells put back elsewhere. Answers the addresses that are judged by this.
   */
  #compareRows(before: Contents, after: Contents, place: Look | null): Set<string> {
    for (const [mark, lost] of this.#lost) {
      if (!after.has(mark)) continue;
      before.set(mark, lost);
      this.#lost.delete(mark);
    }
    for (const [mark, was] of before) {
      const is = after.get(mark);
      if (is === undefined) this.#lost.set(mark, was);
      else this.#compareRow(mark, was, is);
    }
    const columns = [markHeader, ...payoutHeaders].map((header) => place?.columns.get(header));
    const judged = new Set<string>();
    for (const { mark, row } of place?.rows ?? []) {
      if (before.has(mark)) columns.forEach((column) => judged.add(`${place?.sheetId} ${row} ${column}`));
    }
    return judged;
  }

  #compareRow(mark: string, was: readonly CellValue[], is: readonly CellValue[]): void {
    payoutHeaders.forEach((header, index) => {
      const [from, to, key] = [was[index] ?? '', is[index] ?? '', `${header} of ${mark}`];
      if (from === to) return;
      if (this.#changed.get(key) === to) this.#changed.delete(key);
      else if (!this.#changed.has(key)) this.#changed.set(key, from);
    });
  }

  /** What was overwritten and not put back. */
  overwritten(): string[] {
    return [...this.#told((was) => was !== ''), ...[...this.#lost.keys()].map((mark) => `the mark ${mark}`)];
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

  /** Whether it may be something of others' that is being put back. */
  #wasForeign(value: CellValue): boolean {
    return [...this.#changed.values()].includes(value);
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

type Contents = Map<string, CellValue[]>;

/** The payout cells of each row that its mark tells from all others. */
function contentsOf(look: Look | null): Contents {
  const contents: Contents = new Map();
  const twice = new Set<string>();
  for (const { mark, content } of look?.rows ?? []) {
    if (contents.has(mark)) twice.add(mark);
    contents.set(mark, JSON.parse(content) as CellValue[]);
  }
  for (const mark of twice) contents.delete(mark);
  return contents;
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
