import type { DistributionId, IsoDate, PaymentId } from '../contract/index.ts';
import {
  checkTable,
  planWriteBack,
  payoutForm,
  resultColumnsOf,
  suggestMapping,
  type DistributionOutcome,
  type SheetTable,
  type WriteBackPlan,
} from '../domain/index.ts';
import { applyWriteBack, readSelectedTable } from '../excel/index.ts';
import { loadXlsx } from '../workbench/book/xlsx-load.ts';
import { loadEngine } from '../workbench/node/engine.ts';
import { startOfficeHost, type OfficeHost } from '../workbench/node/office-host.ts';
import { benchWorkbook } from './bench-workbook.ts';
import { reportLine } from './measure.ts';

/** Writing per row is measured on so many rows and said per 1,000, because it takes minutes on more. */
const NAIVE_ROWS = 1_000;

/**
 * The way of ids into the sheet, against two floors: one bare assignment of the same values to the same cells, which
 * verifies nothing and knows no row again, and the same with one bare look at the ids afterwards, which is the least that
 * anything must do that says what the sheet holds. `instead` is what most add-ins do: a loop that writes row by row, with
 * one request per row. All take turns, and what is measured is the processor's time, because other programs of the machine
 * may be busy; nothing waits here for anything else.
 */
export async function benchWriteBack(rowCount: number, runs = 3): Promise<void> {
  const bytes = await benchWorkbook(rowCount);
  console.log(
    `${rowCount.toLocaleString('en-US')} rows of 6 result cells, in Node, real Office.js, no latency, processor time`,
  );
  const [floor, looked, writing, whole] = await measured(runs, bytes, [
    async () => {
      const values = blockOf(await planned());
      return () => bareAssignment(values);
    },
    async () => {
      const values = blockOf(await planned());
      return async () => {
        await bareAssignment(values);
        await bareLook(values);
      };
    },
    async () => {
      const plan = await planned();
      return async () => {
        const { verified } = await applyWriteBack(plan);
        if (verified !== rowCount) throw new Error('The benchmark measures something else than it says');
      };
    },
    async () => {
      const { outcomes } = await staged();
      return async () => {
        const table = await readSelectedTable();
        await applyWriteBack(planFor(table, outcomes));
      };
    },
  ]);
  print('floor: one bare assignment of the same values', floor);
  print('second floor: the same, and one look at the ids', looked, floor?.ms);
  print('write-back: find, check, write, read back', writing, floor?.ms);
  if (writing !== undefined && looked !== undefined) {
    console.log(`    ${(writing.ms / looked.ms).toFixed(2)} × second floor`);
  }
  print('the same with reading and planning before it', whole, floor?.ms);
  const [naive] = await measured(1, bytes, [
    async () => {
      const values = blockOf(await planned()).slice(0, NAIVE_ROWS);
      return () => rowByRow(values);
    },
  ]);
  print(`instead: row by row, ${NAIVE_ROWS.toLocaleString('en-US')} rows of them`, naive);
}

interface Figures {
  /** Of the processor. */
  ms: number;
  requests: number;
  bytes: number;
}

/** The middle of several runs of each job, each on a workbook of its own; a first run of all warms up. */
async function measured(
  runs: number,
  bytes: Uint8Array,
  jobs: readonly (() => Promise<() => Promise<void>>)[],
): Promise<Figures[]> {
  const all = jobs.map((): Figures[] => []);
  for (let run = runs === 1 ? 1 : 0; run <= runs; run += 1) {
    for (const [nth, job] of jobs.entries()) {
      const figures = await once(bytes, job);
      if (run > 0) all[nth]?.push(figures);
    }
  }
  return all.map((counted) => {
    counted.sort((one, other) => one.ms - other.ms);
    const middle = counted[Math.floor(counted.length / 2)];
    if (middle === undefined) throw new Error('Nothing was measured');
    return middle;
  });
}

async function once(bytes: Uint8Array, prepare: () => Promise<() => Promise<void>>): Promise<Figures> {
  const book = await loadXlsx(bytes, loadEngine());
  const host: OfficeHost = await startOfficeHost(book);
  try {
    const [sheet] = book.sheets();
    if (sheet === undefined) throw new Error('The workbook has no sheet');
    book.select(sheet.id, [{ row: 1, column: 0, rows: 1, columns: 1 }], 'person');
    const work = await prepare();
    host.resetRequests();
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    return { ms: (user + system) / 1_000, requests: host.requests(), bytes: host.requestBytes() };
  } finally {
    host.dispose();
  }
}

function print(what: string, figures: Figures | undefined, floorMs?: number): void {
  if (figures === undefined) throw new Error('Nothing was measured');
  const { ms, requests, bytes } = figures;
  const size = `${requests.toLocaleString('en-US')} requests, ${(bytes / 1e6).toFixed(2)} MB sent`;
  console.log(`${reportLine(what, ms, floorMs)}  ${size}`);
}

async function staged(): Promise<{ table: SheetTable; outcomes: DistributionOutcome[] }> {
  const table = await readSelectedTable();
  const { plan } = checkTable(table, suggestMapping(table.header), {
    defaultCurrency: 'USD',
    today: '2026-11-02' as IsoDate,
  });
  if (plan === null) throw new Error('The table has problems');
  const outcomes = plan.distributions.map((distribution, number) => ({
    distribution,
    outcome: {
      outcome: 'accepted' as const,
      entryId: `entry-${number}`,
      contentHash: 'a'.repeat(64),
      generation: 1,
      existing: false,
      acceptedAt: '2026-11-02T10:00:00Z',
      acceptedFor: 'Preparer',
      livemode: false,
      distributionId: `dst_Bench${String(number).padStart(20, '0')}` as DistributionId,
      distributionStatus: 'draft',
      senderUrl: null,
      payments: distribution.rows.map(({ index }) => ({
        id: `dpmt_Bench${String(index).padStart(20, '0')}` as PaymentId,
        status: 'staged',
      })),
      warnings: [],
    },
  }));
  return { table, outcomes };
}

function planFor(table: SheetTable, outcomes: DistributionOutcome[]): WriteBackPlan {
  return planWriteBack(table, suggestMapping(table.header), outcomes, { serial: 46_328.5 });
}

async function planned(): Promise<WriteBackPlan> {
  const { table, outcomes } = await staged();
  return planFor(table, outcomes);
}

const columns = resultColumnsOf(payoutForm.results);

function blockOf({ cells, table }: Pick<WriteBackPlan, 'cells' | 'table'>): (string | number)[][] {
  const block = table.values.map(() => columns.map((): string | number => ''));
  for (const { rowOffset, column, value } of cells) {
    const row = block[rowOffset];
    if (row !== undefined && value !== null) row[columns.indexOf(column)] = value;
  }
  return block;
}

/** All in one request, however large: the workbench takes 5 MB as Excel on the web does, so more goes in parts. */
async function bareAssignment(values: (string | number)[][]): Promise<void> {
  const rowsAtOnce = 20_000;
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    for (let start = 0; start < values.length; start += rowsAtOnce) {
      const part = values.slice(start, start + rowsAtOnce);
      sheet.getRangeByIndexes(1 + start, 20, part.length, columns.length).values = part;
      await context.sync();
    }
  });
}

/** Both columns of ids, in one request: 50,000 rows of them fit into an answer. */
async function bareLook(values: (string | number)[][]): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const ids = sheet.getRangeByIndexes(1, 20, values.length, 2);
    ids.load('values');
    await context.sync();
    const isHeld = ids.values.every(
      ([first, second], row) => first === values[row]?.[0] && second === values[row]?.[1],
    );
    if (!isHeld) throw new Error('The floor does not hold what was written');
  });
}

async function rowByRow(values: (string | number)[][]): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    for (const [index, row] of values.entries()) {
      sheet.getRangeByIndexes(1 + index, 20, 1, row.length).values = [row];
      await context.sync();
    }
  });
}
