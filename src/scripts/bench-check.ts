import type {
  ContactId,
  Currency,
  DistributionRequest,
  EntityId,
  IsoDate,
  VehicleId,
} from '../contract/index.ts';
import { cents } from '../contract/index.ts';
import { checkTable, checkTableInSlices, suggestMapping } from '../domain/index.ts';
import type { CellValue, CheckOptions, ColumnMapping, SheetTable } from '../domain/index.ts';
import { largeTable, tableShapes, type TableShape } from './bench-tables.ts';

const rowCount = 100_000;
const runs = 15;
const sliceRuns = 7;
const sliceMs = 12;
const options: CheckOptions = { defaultCurrency: 'USD', today: '2026-11-02' as IsoDate };

/**
 * The check without Excel, from the cell matrix to the plan. It is compared with a loop that builds the same request
 * bodies and checks nothing, and both with themselves on a tenth of the rows. All is measured in turn in one process and
 * compared within its turn, so that a machine that slows down slows all of it down; the middle turn is reported. On a
 * machine that does other work besides, the processor time is the truer figure; it includes the collector's threads.
 */
export function benchCheck(): void {
  const large = largeTable(rowCount);
  const small = largeTable(rowCount / 10);
  const mapping = suggestMapping(large.header);
  proveSame(large, mapping);
  const turns = Array.from({ length: runs + 2 }, () => ({
    bare: taken(1, () => bareRequests(large, mapping)),
    check: taken(1, () => checkTable(large, mapping, options)),
    // Ten times in a row: a tenth of the rows takes too little time to be measured once.
    tenth: taken(10, () => checkTable(small, mapping, options)),
    bareTenth: taken(10, () => bareRequests(small, mapping)),
  })).slice(2);
  const ms = (what: keyof (typeof turns)[number]) =>
    `${median(turns.map((turn) => turn[what].wallMs)).toFixed(1)} ms`;
  const times = (what: keyof (typeof turns)[number], of: keyof (typeof turns)[number], digits: number) => {
    const ratio = (kind: keyof Taken) => median(turns.map((turn) => turn[what][kind] / turn[of][kind]));
    return `${ratio('wallMs').toFixed(digits)} times (in processor time ${ratio('cpuMs').toFixed(digits)})`;
  };
  console.log(`${rowCount.toLocaleString('en-US')} rows × 12 columns, from the cell matrix to the plan`);
  console.log(`  a bare loop that builds the same request bodies: ${ms('bare')}`);
  console.log(`  the check: ${ms('check')}, ${times('check', 'bare', 2)} what the bare loop takes`);
  console.log(`  the check of a tenth of the rows: ${ms('tenth')}`);
  console.log(`  ten times the rows cost the check ${times('check', 'tenth', 1)} as much`);
  console.log(`  ten times the rows cost the bare loop ${times('bare', 'bareTenth', 1)} as much`);
  for (const shape of tableShapes) console.log(sliceLine(shape, mapping));
}

function sliceLine(shape: TableShape, mapping: ColumnMapping): string {
  const table = largeTable(rowCount, shape);
  const longest = Array.from({ length: sliceRuns + 1 }, () => longestSlice(table, mapping)).slice(1);
  const wall = longest.map(({ wallMs }) => wallMs);
  const cpu = longest.map(({ cpuMs }) => cpuMs);
  return [
    `  in slices of ${sliceMs} ms, ${shape}: the longest took ${median(wall).toFixed(1)} ms`,
    `(median of ${sliceRuns} runs; worst ${Math.max(...wall).toFixed(1)} ms;`,
    `in processor time ${median(cpu).toFixed(1)} ms, worst ${Math.max(...cpu).toFixed(1)} ms)`,
  ].join(' ');
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

interface Taken {
  wallMs: number;
  cpuMs: number;
}

/** What one of several times in a row takes, by the clock and by the processor. */
function taken(times: number, work: () => unknown): Taken {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  for (let time = 0; time < times; time += 1) work();
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs: (performance.now() - start) / times, cpuMs: (user + system) / 1_000 / times };
}

/** By the clock and by this thread's own time, each its own longest. */
function longestSlice(table: SheetTable, mapping: ColumnMapping): Taken {
  const steps = checkTableInSlices(table, mapping, options, { sliceMs, now: () => performance.now() });
  const longest: Taken = { wallMs: 0, cpuMs: 0 };
  for (;;) {
    const [start, cpu] = [performance.now(), process.threadCpuUsage()];
    const { done } = steps.next();
    const { user, system } = process.threadCpuUsage(cpu);
    longest.wallMs = Math.max(longest.wallMs, performance.now() - start);
    longest.cpuMs = Math.max(longest.cpuMs, (user + system) / 1_000);
    if (done === true) return longest;
  }
}

/** What somebody would write who trusts every cell. */
function bareRequests(table: SheetTable, mapping: ColumnMapping): DistributionRequest[] {
  const cell = (cells: CellValue[], column: number | null) => (column === null ? '' : (cells[column] ?? ''));
  const byKey = new Map<string, DistributionRequest>();
  for (const cells of table.values) {
    const name = String(cell(cells, mapping.distributionName));
    const vehicle = String(cell(cells, mapping.vehicle)) as VehicleId;
    const distributionDate = isoDate(Number(cell(cells, mapping.distributionDate)));
    const externalReference = String(cell(cells, mapping.externalReference)) || null;
    const key = `${vehicle}|${distributionDate}|${name}|${externalReference}`;
    let request = byKey.get(key);
    if (request === undefined) {
      request = { name, vehicle, distributionDate, externalReference, payments: [] };
      byKey.set(key, request);
    }
    const contacts = String(cell(cells, mapping.contacts));
    const dateOverride = cell(cells, mapping.dateOverride);
    request.payments.push({
      entity: String(cell(cells, mapping.entity)) as EntityId,
      amountCents: cents(Math.round(Number(cell(cells, mapping.amount)) * 100)),
      currency: String(cell(cells, mapping.currency)) as Currency,
      contacts: contacts === '' ? [] : (contacts.split('; ') as ContactId[]),
      dateOverride: dateOverride === '' ? null : isoDate(Number(dateOverride)),
    });
  }
  return [...byKey.values()];
}

function isoDate(serial: number): IsoDate {
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10) as IsoDate;
}

/** The comparison says something only as long as both come to the same bodies. */
function proveSame(table: SheetTable, mapping: ColumnMapping): void {
  const { plan, rowCount: count } = checkTable(table, mapping, options);
  const planned = JSON.stringify(plan?.distributions.map(({ request }) => request));
  if (count !== rowCount || planned !== JSON.stringify(bareRequests(table, mapping))) {
    throw new Error('The benchmark measures something else than it says');
  }
}

if (import.meta.main) benchCheck();
