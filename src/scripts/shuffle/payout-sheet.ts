/**
 * A payout sheet as people keep one, drawn from chance, and a look at it that owes nothing to the code under test: every
 * payout row bears a mark of its own in a column that means nothing to the product, so that it is known wherever it goes.
 */
import { payoutForm } from '../../domain/index.ts';
import type { CellInput, CellValue, Area } from '../../workbench/book/book.ts';
import { createBook, type WorkbenchBook } from '../../workbench/book/ironcalc-book.ts';
import { loadEngine } from '../../workbench/node/engine.ts';
import type { Random } from '../torture/random.ts';

/** 31 March 2026, a Tuesday, as Excel counts days. */
const payDay = 46_112;
export const markHeader = 'Mark';
export const remarkHeader = 'Remark';
export const payoutHeaders = [
  'Distribution name',
  'Vehicle',
  'Distribution date',
  'Entity',
  'Payee name',
  'Amount',
] as const;
const markPattern = /^m\d+$/;

export interface PayoutSheet {
  book: WorkbenchBook;
  /** What each mark's row said when it was made: the content that its ids belong to, whatever is edited later. */
  contents: Map<string, string>;
  /** The next mark. */
  nextMark: () => string;
}

/** One row as the look found it. */
export interface SeenRow {
  row: number;
  mark: string;
  /** The payout cells as text. */
  content: string;
  distributionId: CellValue;
  paymentId: CellValue;
}

export interface Look {
  sheetId: string;
  headerRow: number;
  /** The sheet's column of each header text. */
  columns: Map<string, number>;
  rows: SeenRow[];
}

/** An Excel table or plain cells, columns in any order, a title, notes around it; equal rows among the others. */
export function makeSheet(random: Random): PayoutSheet {
  const book = createBook({ engine: loadEngine(), name: 'Payouts.xlsx' });
  const sheetId = book.activeSheetId();
  book.renameSheet(sheetId, 'Payouts');
  book.addSheet('Other');
  let marks = 0;
  const sheet = { book, contents: new Map<string, string>(), nextMark: () => `m${(marks += 1)}` };
  const headers: string[] = random.shuffled([...payoutHeaders, markHeader, remarkHeader]);
  const lines = Array.from({ length: random.whole(3, 14) }, () => payout(random));
  // Equal rows are one and the same to Nova; each needs its own id all the same.
  if (random.chance(0.4)) lines.push({ ...random.pick(lines) });
  const rows = random.shuffled(lines).map((line) => rowOf(headers, line, sheet.nextMark()));
  const [row, column] = [random.whole(2, 4), random.whole(0, 2)];
  const area: Area = { row, column, rows: rows.length + 1, columns: headers.length };
  put(book, sheetId, row, column, [headers, ...rows]);
  put(book, sheetId, 0, column, [['Payouts of the quarter']]);
  if (random.chance(0.6)) {
    const table = book.addTable(sheetId, area, true, 'PayoutTable');
    if (random.chance(0.3)) book.setTableTotals(table.id, true);
  }
  if (random.chance(0.3)) put(book, sheetId, row + rows.length + 7, column, [['Checked by', 'two people']]);
  book.parts.core.forgetHistory();
  book.select(sheetId, [{ row: row + 1, column, rows: 1, columns: 1 }], 'person');
  for (const seen of lookAt(book)?.rows ?? []) sheet.contents.set(seen.mark, seen.content);
  return sheet;
}

type Payout = Record<(typeof payoutHeaders)[number], CellInput>;

/** Different from every other with near certainty, but for those that are copied on purpose. */
export function payout(random: Random): Payout {
  const deal = random.whole(1, 3);
  const payee = random.whole(1, 900);
  return {
    'Distribution name': `Deal ${deal}`,
    Vehicle: `veh_Fund${deal}`,
    'Distribution date': payDay,
    Entity: `ent_Payee${payee}`,
    'Payee name': `Payee ${payee}`,
    Amount: random.whole(1_000, 99_999_99) / 100,
  };
}

export function rowOf(headers: readonly string[], line: Payout, mark: string): CellInput[] {
  const cells: Record<string, CellInput> = { ...line, [markHeader]: mark, [remarkHeader]: '' };
  return headers.map((header) => cells[header] ?? null);
}

export function put(
  book: WorkbenchBook,
  sheetId: string,
  row: number,
  column: number,
  cells: CellInput[][],
): void {
  const area = { row, column, rows: cells.length, columns: cells[0]?.length ?? 0 };
  book.write(sheetId, area, cells, 'person');
}

/** Finds the payout rows by their marks; null when the header is gone. */
export function lookAt(book: WorkbenchBook): Look | null {
  for (const { id: sheetId } of book.sheets()) {
    const used = book.usedArea(sheetId, true);
    if (used === null) continue;
    const values = book.values(sheetId, used);
    const header = values.findIndex((line) => line.includes(markHeader));
    if (header < 0) continue;
    const columns = new Map<string, number>();
    values[header]?.forEach((text, offset) => {
      if (text !== '') columns.set(String(text), used.column + offset);
    });
    const rows = values.slice(header + 1).flatMap((line, offset): SeenRow[] => {
      const cell = (text: string): CellValue => line[(columns.get(text) ?? -1) - used.column] ?? '';
      const mark = String(cell(markHeader));
      if (!markPattern.test(mark)) return [];
      return [
        {
          row: used.row + header + 1 + offset,
          mark,
          content: JSON.stringify(payoutHeaders.map(cell)),
          distributionId: cell(payoutForm.results.distributionId),
          paymentId: cell(payoutForm.results.paymentId),
        },
      ];
    });
    return { sheetId, headerRow: used.row + header, columns, rows };
  }
  return null;
}
