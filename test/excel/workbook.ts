import { afterEach } from '@jest/globals';
import { parseAddress } from '../../src/workbench/book/a1.ts';
import type { Area, CellInput, CellValue, TableInfo } from '../../src/workbench/book/book.ts';
import { createBook, type BookOptions, type WorkbenchBook } from '../../src/workbench/book/ironcalc-book.ts';
import { loadEngine } from '../../src/workbench/node/engine.ts';
import {
  startOfficeHost,
  type OfficeHost,
  type OfficeHostOptions,
} from '../../src/workbench/node/office-host.ts';

let running: OfficeHost | null = null;

afterEach(() => {
  running?.dispose();
  running = null;
});

/** A workbook of one sheet, `Payouts`, that Office.js works on until the test ends. */
export class Workbook {
  readonly book: WorkbenchBook;
  readonly host: OfficeHost;
  readonly sheetId: string;

  private constructor(book: WorkbenchBook, host: OfficeHost) {
    this.book = book;
    this.host = host;
    this.sheetId = book.activeSheetId();
    book.renameSheet(this.sheetId, 'Payouts');
  }

  static async open(options: Omit<BookOptions, 'engine'> & OfficeHostOptions = {}): Promise<Workbook> {
    const { latencyMs, ...ofBook } = options;
    const book = createBook({ engine: loadEngine(), name: 'Q3.xlsx', ...ofBook });
    running = await startOfficeHost(book, latencyMs === undefined ? {} : { latencyMs });
    return new Workbook(book, running);
  }

  /** Puts cells down with their first one at `start`; returns the workbook, so that it can be chained. */
  fill(start: string, cells: CellInput[][]): this {
    this.book.write(this.sheetId, { ...area(start), ...sizeOf(cells) }, cells, 'person');
    return this;
  }

  fillTable(start: string, cells: CellInput[][], name = 'PayoutTable'): TableInfo {
    this.fill(start, cells);
    return this.book.addTable(this.sheetId, { ...area(start), ...sizeOf(cells) }, true, name);
  }

  select(...addresses: string[]): this {
    this.book.select(this.sheetId, addresses.map(area), 'person');
    return this;
  }

  values(address: string): CellValue[][] {
    return this.book.values(this.sheetId, area(address));
  }
}

export function area(address: string): Area {
  const [first] = parseAddress(address).areas;
  if (first === undefined) throw new Error(`Not an address: ${address}`);
  return first;
}

function sizeOf(cells: CellInput[][]): Pick<Area, 'rows' | 'columns'> {
  return { rows: cells.length, columns: cells[0]?.length ?? 0 };
}

export const payouts: CellInput[][] = [
  ['Investor', 'Vehicle', 'Amount'],
  ['ent_alder', 'veh_one', 100.5],
  ['ent_birch', 'veh_one', 250],
  ['ent_cedar', 'veh_two', 75.25],
  ['ent_dogwood', 'veh_two', 12],
];
