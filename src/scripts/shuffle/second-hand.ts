/** Somebody at the same workbook who does what people do, at any moment, as a person in the grid. */
import { payoutForm } from '../../domain/index.ts';
import type { Area, CellInput } from '../../workbench/book/book.ts';
import { BookError } from '../../workbench/book/book.ts';
import type { WorkbenchBook } from '../../workbench/book/ironcalc-book.ts';
import type { GridModel } from '../../workbench/book/grid-model.ts';
import type { Random } from '../torture/random.ts';
import {
  lookAt,
  markHeader,
  payout,
  put,
  remarkHeader,
  rowOf,
  type Look,
  type PayoutSheet,
  type SeenRow,
} from './payout-sheet.ts';

/** How likely each is, against the others. */
const weights = {
  sort: 5,
  filter: 2,
  clearFilter: 1,
  insertRows: 3,
  deleteRow: 1.5,
  addPayout: 1.5,
  copyPayout: 0.7,
  moveRow: 3,
  insertColumn: 1.5,
  insertColumnLeft: 0.7,
  deleteRemarks: 0.3,
  deleteResultColumn: 0.3,
  moveColumn: 2,
  renameSheet: 1,
  convert: 1.5,
  remark: 2,
  editElsewhere: 2,
  editAmount: 1,
  editEntity: 0.6,
  clearIds: 0.7,
  hideRows: 1.5,
  showRows: 0.7,
  protect: 0.5,
  unprotect: 1,
  undo: 2.5,
  redo: 0.5,
  foreignRight: 1,
  foreignBelow: 0.7,
  spill: 0.5,
  select: 1,
} as const;
type Deed = keyof typeof weights;

export class SecondHand {
  readonly #sheet: PayoutSheet;
  readonly #random: Random;
  readonly #grid: GridModel;
  /** What was done, in order; what Excel refused is said to be. */
  readonly deeds: string[] = [];
  #count = 0;

  constructor(sheet: PayoutSheet, random: Random) {
    this.#sheet = sheet;
    this.#random = random;
    this.#grid = sheet.book.gridModel({
      onRefused: (error) => {
        throw error;
      },
    });
  }

  get #book(): WorkbenchBook {
    return this.#sheet.book;
  }

  /** Does one thing. What Excel refuses is no failure: a person would shrug. */
  act(): void {
    const deed = this.#random.pickWeighted(weights);
    const look = lookAt(this.#book);
    if (look === null) return;
    try {
      this.#do(deed, look);
      this.deeds.push(deed);
    } catch (error) {
      if (!(error instanceof BookError)) throw error;
      this.deeds.push(`${deed} (refused: ${error.code})`);
    }
  }

  #do(deed: Deed, look: Look): void {
    const deeds: Record<Deed, (look: Look) => void> = {
      sort: () => this.#sort(look),
      filter: () => this.#filter(look),
      clearFilter: () => this.#book.clearFilter(look.sheetId, 'person'),
      insertRows: () => this.#insertRows(look),
      deleteRow: () =>
        this.#withRow(look, ({ row }) => this.#book.deleteRows(look.sheetId, row, 1, 'person')),
      addPayout: () => this.#addRow(look, null),
      copyPayout: () => this.#withRow(look, (row) => this.#addRow(look, row)),
      moveRow: () => this.#moveRow(look),
      insertColumn: () => this.#insertColumn(look, this.#random.pick([...look.columns.values()])),
      insertColumnLeft: () => this.#insertColumn(look, 0),
      deleteRemarks: () => this.#deleteColumn(look, remarkHeader),
      deleteResultColumn: () =>
        this.#deleteTableColumn(look, this.#random.pick(Object.values(payoutForm.results))),
      moveColumn: () => this.#moveColumn(look),
      renameSheet: () => this.#book.renameSheet(look.sheetId, `Payouts ${(this.#count += 1)}`),
      convert: () => this.#convert(look),
      remark: () => this.#withRow(look, ({ row }) => this.#write(look, row, remarkHeader, this.#text())),
      editElsewhere: () => put(this.#book, look.sheetId, 0, this.#random.whole(3, 9), [[this.#text()]]),
      editAmount: () =>
        this.#withRow(look, ({ row }) =>
          this.#write(look, row, 'Amount', this.#random.whole(1, 999_999) + 0.17),
        ),
      editEntity: () =>
        this.#withRow(look, ({ row }) => this.#write(look, row, 'Entity', `ent_Edited${(this.#count += 1)}`)),
      clearIds: () => this.#clearIds(look),
      hideRows: () => this.#hide(look, true),
      showRows: () => this.#hide(look, false),
      protect: () => this.#book.protect(look.sheetId),
      unprotect: () => this.#book.unprotect(look.sheetId),
      undo: () => this.#times(3, () => this.#book.undo()),
      redo: () => this.#times(2, () => this.#book.redo()),
      foreignRight: () => this.#foreign(look, this.#random.whole(0, 7), this.#random.pick(look.rows)?.row),
      foreignBelow: () =>
        this.#foreign(look, -2, (look.rows.at(-1)?.row ?? look.headerRow) + this.#random.whole(2, 5)),
      spill: () => this.#spill(look),
      select: () => this.#book.select(look.sheetId, [spot(this.#random.whole(0, 9), 1)], 'person'),
    };
    deeds[deed](look);
  }

  #text(): string {
    return `mine ${(this.#count += 1)}`;
  }

  #times(most: number, work: () => void): void {
    for (let left = this.#random.whole(1, most); left > 0; left -= 1) work();
  }

  #withRow(look: Look, work: (row: SeenRow) => void): void {
    if (look.rows.length > 0) work(this.#random.pick(look.rows));
  }

  #write(look: Look, row: number, header: string, value: CellInput): void {
    const column = look.columns.get(header);
    if (column !== undefined) put(this.#book, look.sheetId, row, column, [[value]]);
  }

  /** The Excel table, else the plain cells from the first header to the last payout: a person selects all of it. */
  #area(look: Look): Area {
    const { sheetId, headerRow } = look;
    const places = [...look.columns.values()];
    const [column, right] = [Math.min(...places), Math.max(...places)];
    const table = this.#book.tables().find((one) => one.sheetId === sheetId && one.area.row === headerRow);
    if (table !== undefined) return { ...table.area, rows: table.area.rows - (table.showTotals ? 1 : 0) };
    const last = Math.max(headerRow, ...look.rows.map(({ row }) => row));
    return { row: headerRow, column, rows: last - headerRow + 1, columns: right - column + 1 };
  }

  #sort(look: Look): void {
    const area = this.#area(look);
    const body = { ...area, row: area.row + 1, rows: area.rows - 1 };
    if (body.rows < 1) return;
    const column = area.column + this.#random.whole(0, area.columns - 1);
    this.#book.sort(look.sheetId, body, column, this.#random.chance(0.5), 'person');
  }

  #filter(look: Look): void {
    const header = this.#random.pick(['Distribution name', 'Entity', markHeader]);
    const column = look.columns.get(header);
    const area = this.#area(look);
    if (column === undefined || column >= area.column + area.columns || area.rows < 2) return;
    const texts = this.#book.texts(look.sheetId, {
      ...area,
      row: area.row + 1,
      rows: area.rows - 1,
      column,
      columns: 1,
    });
    const keep = texts.flat().filter(() => this.#random.chance(0.6));
    this.#book.filter(look.sheetId, area, column, keep, 'person');
  }

  #insertRows(look: Look): void {
    const last = look.rows.at(-1)?.row ?? look.headerRow;
    const row = this.#random.whole(0, last + 1);
    this.#book.insertRows(look.sheetId, row, this.#random.whole(1, 2), 'person');
  }

  /** A new payout, or one that says the same as another; no ids beside it. */
  #addRow(look: Look, like: SeenRow | null): void {
    const row = this.#random.pick(look.rows)?.row;
    if (row === undefined) return;
    const columns = [...look.columns].sort((one, other) => one[1] - other[1]);
    const own = like === null ? null : this.#cellsOf(look, like.row);
    this.#book.insertRows(look.sheetId, row, 1, 'person');
    const mark = this.#sheet.nextMark();
    const fresh = rowOf(
      columns.map(([text]) => text),
      payout(this.#random),
      mark,
    );
    columns.forEach(([text, column], index) => {
      const copied = text === markHeader || text === remarkHeader ? undefined : own?.get(text);
      const cell = copied ?? fresh[index] ?? null;
      if (cell !== null) put(this.#book, look.sheetId, row, column, [[cell]]);
    });
    const made = lookAt(this.#book)?.rows.find((seen) => seen.mark === mark);
    if (made !== undefined) this.#sheet.contents.set(mark, made.content);
  }

  #cellsOf(look: Look, row: number): Map<string, CellInput> {
    const ours = new Set<string>(Object.values(payoutForm.results));
    return new Map(
      [...look.columns]
        .filter(([text]) => !ours.has(text))
        .map(([text, column]) => [text, this.#book.values(look.sheetId, spot(row, column))[0]?.[0] ?? null]),
    );
  }

  /** Cut, insert, paste: the whole width of the table goes to another row. */
  #moveRow(look: Look): void {
    if (look.rows.length < 2) return;
    const [from, to] = this.#random.shuffled(look.rows).map(({ row }) => row);
    if (from === undefined || to === undefined) return;
    const { column, columns } = this.#area(look);
    const index = this.#book.sheets().findIndex(({ id }) => id === look.sheetId);
    this.#book.asOneUndo(() => {
      this.#book.insertRows(look.sheetId, to, 1, 'person');
      const source = from >= to ? from + 1 : from;
      this.#book.select(look.sheetId, [{ row: source, column, rows: 1, columns }], 'person');
      const clipboard = this.#grid.copyToClipboard();
      this.#book.select(look.sheetId, [spot(to, column)], 'person');
      this.#grid.pasteFromClipboard(index, clipboard.range, clipboard.data, true);
      this.#book.deleteRows(look.sheetId, source, 1, 'person');
    });
  }

  #insertColumn(look: Look, column: number): void {
    this.#book.insertColumns(look.sheetId, column, 1, 'person');
  }

  #deleteColumn(look: Look, header: string): void {
    const column = look.columns.get(header);
    if (column !== undefined) this.#book.deleteColumns(look.sheetId, column, 1, 'person');
  }

  /** As Excel's menu in a table offers it: what stands right of the table moves one column left in its rows alone. */
  #deleteTableColumn(look: Look, header: string): void {
    const column = look.columns.get(header);
    const table = this.#book.tables().find(({ sheetId }) => sheetId === look.sheetId);
    const index = (column ?? -1) - (table?.area.column ?? 0);
    if (table === undefined || index < 0 || index >= table.area.columns) this.#deleteColumn(look, header);
    else this.#book.deleteTableColumn(table.id, index, 'person');
  }

  /** Whole columns of plain cells are dragged; two columns of a table change places. */
  #moveColumn(look: Look): void {
    const [one, other] = this.#random.shuffled([...look.columns.values()]);
    if (one === undefined || other === undefined) return;
    const isTable = this.#book.tables().some(({ sheetId }) => sheetId === look.sheetId);
    const index = this.#book.sheets().findIndex(({ id }) => id === look.sheetId);
    if (!isTable) return void this.#grid.moveColumns(index, one + 1, 1, other - one);
    const { row, rows } = this.#area(look);
    const area = (column: number): Area => ({ row, column, rows, columns: 1 });
    const held = [one, other].map((column) => ({
      // With an apostrophe text stays text, as it does when cells are cut and pasted.
      cells: this.#book
        .formulas(look.sheetId, area(column))
        .map((line) => line.map((cell): CellInput => (isPlainText(cell) ? `'${cell}` : cell))),
      formats: this.#book.numberFormats(look.sheetId, area(column)),
    }));
    this.#book.asOneUndo(() => {
      [other, one].forEach((column, which) => {
        const { cells = [], formats = [] } = held[which] ?? {};
        this.#book.setNumberFormats(look.sheetId, area(column), formats, 'person');
        this.#book.write(look.sheetId, area(column), cells, 'person');
      });
    });
  }

  #convert(look: Look): void {
    const table = this.#book.tables().find(({ sheetId }) => sheetId === look.sheetId);
    if (table !== undefined) return this.#book.convertTableToRange(table.id);
    const area = this.#area(look);
    if (area.rows > 1) this.#book.addTable(look.sheetId, area, true, `Again${(this.#count += 1)}`);
  }

  #clearIds(look: Look): void {
    const column = look.columns.get(payoutForm.results.distributionId);
    const payment = look.columns.get(payoutForm.results.paymentId);
    this.#withRow(look, ({ row }) => {
      for (const each of [column, payment])
        if (each !== undefined) this.#book.clear(look.sheetId, spot(row, each), 'Contents', 'person');
    });
  }

  #hide(look: Look, hidden: boolean): void {
    this.#withRow(look, ({ row }) =>
      this.#book.setRowsHidden(look.sheetId, row, this.#random.whole(1, 3), hidden, 'person'),
    );
  }

  /** Content of somebody else's, so many columns right of the table (or left of its end). */
  #foreign(look: Look, right: number, row: number | undefined): void {
    if (row === undefined) return;
    const { column, columns } = this.#area(look);
    const at = spot(row, Math.max(0, column + columns + right));
    const isFree = this.#book.values(look.sheetId, at)[0]?.[0] === '';
    if (isFree) put(this.#book, look.sheetId, at.row, at.column, [[this.#text()]]);
  }

  /** A formula whose results fall beside the table. */
  #spill(look: Look): void {
    const { column, columns } = this.#area(look);
    const row = look.rows[0]?.row ?? look.headerRow + 1;
    const at = spot(row, column + columns + this.#random.whole(0, 4));
    const free = this.#book.formulas(look.sheetId, { ...at, rows: 3 }).flat();
    if (free.every((cell) => cell === ''))
      put(this.#book, look.sheetId, at.row, at.column, [['=SEQUENCE(3)']]);
  }
}

function isPlainText(cell: CellInput): boolean {
  return typeof cell === 'string' && /^[+\-@]/.test(cell);
}

function spot(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 };
}
