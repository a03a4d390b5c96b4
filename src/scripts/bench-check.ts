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

const rowCount = 100_000;
const runs = 9;
const sliceMs = 12;
const options: CheckOptions = { defaultCurrency: 'USD', today: '2026-11-02' as IsoDate };

/**
 * The check without Excel, from the cell matrix to the plan. It is compared with a loop that builds the same request
 * bodies and checks nothing, and with itself on a tenth of the rows. All is measured in turn in one process, so that a
 * machine that slows down slows all of it down.
 */
export function benchCheck(): void {
  const large = largeTable(rowCount);
  const small = largeTable(rowCount / 10);
  const mapping = suggestMapping(large.header);
  const samples: Record<'bare' | 'bareTenth' | 'check' | 'tenth' | 'slice', number[]> = {
    bare: [],
    bareTenth: [],
    check: [],
    tenth: [],
    slice: [],
  };
  proveSame(large, mapping);
  for (let run = -2; run < runs; run += 1) {
    const bare = timeMs(() => bareRequests(large, mapping));
    const check = timeMs(() => checkTable(large, mapping, options));
    // Ten times in a row: a tenth of the rows takes too little time to be measured once.
    const tenth = timeMs(() => {
      for (let time = 0; time < 10; time += 1) checkTable(small, mapping, options);
    });
    const bareTenth = timeMs(() => {
      for (let time = 0; time < 10; time += 1) bareRequests(small, mapping);
    });
    const slice = longestSliceMs(large, mapping);
    if (run < 0) continue;
    samples.bare.push(bare);
    samples.bareTenth.push(bareTenth / 10);
    samples.check.push(check);
    samples.tenth.push(tenth / 10);
    samples.slice.push(slice);
  }
  const [bare, check, tenth] = [median(samples.bare), median(samples.check), median(samples.tenth)];
  console.log(`${rowCount.toLocaleString('en-US')} rows × 12 columns, from the cell matrix to the plan`);
  console.log(`  a bare loop that builds the same request bodies: ${bare.toFixed(1)} ms`);
  console.log(`  the check: ${check.toFixed(1)} ms, ${(check / bare).toFixed(2)} times the bare loop`);
  console.log(
    `  a tenth of the rows: ${tenth.toFixed(1)} ms; ten times the rows cost ${(check / tenth).toFixed(1)} times as much`,
  );
  console.log(
    `  the bare loop: ten times ${(bare / median(samples.bareTenth)).toFixed(1)}`,
  );
  console.log(samples);
  console.log(
    `  in slices of ${sliceMs} ms: the longest took ${median(samples.slice).toFixed(1)} ms (median of ${runs} runs; worst ${Math.max(...samples.slice).toFixed(1)} ms)`,
  );
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function timeMs(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function longestSliceMs(table: SheetTable, mapping: ColumnMapping): number {
  const steps = checkTableInSlices(table, mapping, options, { sliceMs, now: () => performance.now() });
  let longest = 0;
  for (;;) {
    const start = performance.now();
    const { done } = steps.next();
    longest = Math.max(longest, performance.now() - start);
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

const header = [
  'Distribution',
  'Vehicle',
  'Pay date',
  'Investor',
  'Entity',
  'Net amount',
  'Currency',
  'Notify',
  'Date override',
  'Reference',
  'Region',
  'Comment',
];

/** Ten distributions without problems; every payee, entity and amount its own, as in a large fund. */
function largeTable(count: number): SheetTable {
  const values = Array.from({ length: count }, (_, index): CellValue[] => {
    const distribution = Math.floor((index * 10) / count);
    const number = String(index + 1).padStart(6, '0');
    return [
      `Distribution ${distribution + 1}`,
      `veh_Fund${distribution % 2}aaaaaaaaaaaaaaaa`,
      46_660,
      `Investor ${number} LP`,
      `ent_Bench${number}aaaaaaaaaaa`,
      Math.round(100_000 + ((index * 7919) % 99_991) * 3.17) / 100,
      'USD',
      index % 3 === 0 ? `cnt_Ann${number}; cnt_Bob${number}` : `cnt_Ann${number}`,
      index % 10 === 0 ? 46_661 : '',
      `BENCH-${distribution + 1}`,
      'EMEA',
      index % 4 === 0 ? 'Wired before' : '',
    ];
  });
  return {
    reference: {
      sheetId: '{1}',
      sheetName: 'Payouts',
      tableId: null,
      tableName: null,
      rowIndex: 0,
      columnIndex: 0,
      header,
    },
    source: { workbook: 'bench.xlsx', sheet: 'Payouts' },
    foundBy: 'region',
    address: `Payouts!A1:L${count + 1}`,
    headerRowIndex: 0,
    firstColumnIndex: 0,
    header,
    values,
    numberFormats: values.map((cells) => cells.map((_, column) => formats[column] ?? 'General')),
    hidden: values.map(() => false),
    hasTotalsRow: false,
    date1904: false,
    selectedRows: null,
    sheetProtected: false,
    freeColumnsRight: 6,
  };
}

const formats: Readonly<Record<number, string>> = { 2: 'yyyy-mm-dd', 5: '#,##0.00', 8: 'yyyy-mm-dd' };

if (import.meta.main) benchCheck();
