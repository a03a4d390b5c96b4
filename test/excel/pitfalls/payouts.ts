/** What the tests of the twenty behaviours of Excel have in common: a payout table, its outcomes, and the naive way. */
import {
  planWriteBack,
  suggestMapping,
  type CheckResult,
  type DistributionOutcome,
  type SheetTable,
} from '../../../src/domain/index.ts';
import { applyWriteBack, readSelectedTable, rereadTable } from '../../../src/excel/index.ts';
import type { Desk } from '../../../src/taskpane/desk.ts';
import { writeResults } from '../../../src/taskpane/flows/write.ts';
import type { Written } from '../../../src/taskpane/rules.ts';
import type { CellInput } from '../../../src/workbench/book/book.ts';
import { accepted, check, payDateSerial } from '../../support/builders.ts';
import { Workbook } from '../workbook.ts';

const payee = (name: string, amount: CellInput): CellInput[] => [
  'Q1 2026',
  'veh_One',
  payDateSerial,
  `ent_${name}`,
  amount,
];

/** Stands in `B3:F7`: the result columns become `G` to `L`, and the ids of Nova's payments `H`. */
export const payouts: CellInput[][] = [
  ['Distribution name', 'Vehicle', 'Distribution date', 'Entity', 'Amount'],
  payee('Alder', 400.5),
  payee('Birch', 300),
  payee('Cedar', 200.25),
  payee('Dogwood', 100),
];
/** The payment's id belongs to the row in which its entity stood first. */
export const paymentOf: Record<string, string> = {
  ent_Alder: 'dpmt_Onex0',
  ent_Birch: 'dpmt_Onex1',
  ent_Cedar: 'dpmt_Onex2',
  ent_Dogwood: 'dpmt_Onex3',
};

export interface Staged {
  workbook: Workbook;
  table: SheetTable;
  checked: CheckResult;
  outcomes: DistributionOutcome[];
}

/** A workbook whose payouts were read, checked and accepted by Nova; nothing is written yet. */
export async function staged(kind: 'table' | 'region', cells = payouts): Promise<Staged> {
  const workbook = await Workbook.open();
  if (kind === 'table') workbook.fillTable('B3', cells);
  else workbook.fill('B3', cells);
  workbook.select('B3');
  return { workbook, ...(await readAndStage()) };
}

/** Reads the selected table of the open workbook and lets Nova accept what it plans. */
export async function readAndStage(): Promise<Omit<Staged, 'workbook'>> {
  const table = await readSelectedTable();
  const checked = check(table);
  const outcomes = (checked.plan?.distributions ?? []).map((distribution) => ({
    distribution,
    outcome: accepted(distribution),
  }));
  return { table, checked, outcomes };
}

/** As the pane writes and writes again: it looks, finds the rows, writes and reads back. */
export function write(
  { table, outcomes }: Pick<Staged, 'table' | 'outcomes'>,
  timeoutMs = 5_000,
): Promise<Written> {
  const desk = {
    excel: {
      rereadTable: (reference) => rereadTable(reference, { timeoutMs }),
      applyWriteBack: (plan) => applyWriteBack(plan, { timeoutMs }),
    } satisfies Partial<Desk['excel']>,
  } as Pick<Desk, 'excel'> as Desk;
  return writeResults(desk, {
    reference: table.reference,
    mapping: suggestMapping(table.header),
    header: table.header,
    outcomes,
    knownAt: '2026-03-02T10:00:00.000Z',
    stop: null,
    defaultCurrency: 'USD',
  });
}

/** What would be written for the table as it was read. */
export function planFor({ table, outcomes }: Pick<Staged, 'table' | 'outcomes'>) {
  return planWriteBack(table, suggestMapping(table.header), outcomes, { serial: 46_083.5 });
}

/** Entity and payment id of every row of an area that begins with the entity. */
export function idsBeside(workbook: Workbook, address: string): string[][] {
  return workbook.values(address).map((row) => [String(row[0]), String(row.at(-1))]);
}

/** What stands beside the four payouts when all is well, in the order in which they are given. */
export function rightIds(...entities: string[]): string[][] {
  return entities.map((name) => [`ent_${name}`, paymentOf[`ent_${name}`] ?? '']);
}

/** The naive way: straight at the sheet, as the first example of every tutorial does it. */
export function naively<T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T): Promise<T> {
  return Excel.run(async (context) => {
    const result = work(context.workbook.worksheets.getItem('Payouts'), context);
    await context.sync();
    return result;
  });
}

/** Ids for the four rows, as the naive way writes them: at the address where the rows were read. */
export const naiveIds = [['dpmt_Onex0'], ['dpmt_Onex1'], ['dpmt_Onex2'], ['dpmt_Onex3']];

/** The code with which a promise fails; `none` when it does not. */
export async function codeOf(pending: Promise<unknown>): Promise<unknown> {
  return pending.then(
    () => 'none',
    (error: unknown) => (error as { code?: unknown }).code,
  );
}

export { area, Workbook } from '../workbook.ts';
