import { parseReference } from '../../../src/workbench/book/a1.ts';
import type { Area, BookChange, CellInput, CellValue } from '../../../src/workbench/book/book.ts';
import { createBook, type WorkbenchBook } from '../../../src/workbench/book/ironcalc-book.ts';
import { loadEngine } from '../../../src/workbench/node/engine.ts';

/** A book, its first sheet, and short ways to its cells by address. */
export interface Fixture {
  book: WorkbenchBook;
  sheet: string;
  at: (address: string) => Area;
  read: (address: string) => CellValue[][];
  formulas: (address: string) => CellValue[][];
  write: (address: string, cells: CellInput[][]) => void;
  changes: BookChange[];
}

export function fixture(book: WorkbenchBook = createBook({ engine: loadEngine() })): Fixture {
  const sheet = book.sheets()[0]?.id ?? '';
  const changes: BookChange[] = [];
  book.onChange((change) => changes.push(change));
  return {
    book,
    sheet,
    at: area,
    read: (address) => book.values(sheet, area(address)),
    formulas: (address) => book.formulas(sheet, area(address)),
    write: (address, cells) => book.write(sheet, area(address), cells, 'addin'),
    changes,
  };
}

export function area(address: string): Area {
  const parsed = parseReference(address);
  if (!parsed) throw new Error(`${address} is no address.`);
  return parsed;
}
