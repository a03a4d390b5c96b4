import { Workbook } from '@cj-tech-master/excelts';
import { z } from 'zod';
import type { IsoDate } from '../contract/index.ts';
import {
  checkTable,
  groupPayments,
  planSubmission,
  readTable,
  suggestMapping,
  validateRows,
} from '../domain/index.ts';
import { readSelectedTable } from '../excel/index.ts';
import { loadXlsx } from '../workbench/book/xlsx-load.ts';
import { loadEngine } from '../workbench/node/engine.ts';
import { startOfficeHost } from '../workbench/node/office-host.ts';
import { benchWorkbook } from './bench-workbook.ts';
import { medianMs, reportLine } from './measure.ts';

const runs = 7;
const options = { defaultCurrency: 'USD', today: '2026-11-02' as IsoDate };

/**
 * Each stage on its own line, through Microsoft's own Office.js in this process. The floor is what any add-in must do:
 * the bare values of the same cells. The last line is what a user would pick instead: a script that opens the saved
 * workbook with a spreadsheet library and checks each row with a schema.
 */
export async function benchStages(rowCount: number): Promise<void> {
  const bytes = await benchWorkbook(rowCount);
  const book = await loadXlsx(bytes, loadEngine());
  const host = await startOfficeHost(book);
  try {
    const [sheet] = book.sheets();
    if (sheet === undefined) throw new Error('The workbook has no sheet');
    book.select(sheet.id, [{ row: 1, column: 0, rows: 1, columns: 1 }], 'person');

    const floor = await medianMs(runs, () => bareValues(`A1:I${rowCount + 1}`));
    host.resetRequests();
    const table = await readSelectedTable();
    const requests = host.requests();
    const mapping = suggestMapping(table.header);
    const read = readTable(table, mapping);
    const { rows } = validateRows(read, options);
    const { groups } = groupPayments(rows, null);
    const result = checkTable(table, mapping, options);
    if (result.rowCount !== rowCount || result.plan?.distributions.length !== 10) {
      throw new Error('The benchmark measures something else than it says');
    }

    console.log(`${rowCount.toLocaleString('en-US')} rows, in Node, real Office.js, no latency`);
    console.log(reportLine('floor: the bare values of the same cells', floor));
    console.log(
      reportLine(`reading (${requests} Office.js requests)`, await medianMs(runs, readSelectedTable), floor),
    );
    console.log(reportLine('readTable', await medianMs(runs, () => readTable(table, mapping)), floor));
    console.log(reportLine('validating', await medianMs(runs, () => validateRows(read, options)), floor));
    console.log(reportLine('grouping', await medianMs(runs, () => groupPayments(rows, null)), floor));
    console.log(
      reportLine('planning', await medianMs(runs, () => planSubmission(groups, table.source)), floor),
    );
    console.log(
      reportLine(
        'all checks together',
        await medianMs(runs, () => checkTable(table, mapping, options)),
        floor,
      ),
    );
    console.log(
      reportLine(
        'instead: a spreadsheet library and a schema per row',
        await medianMs(3, () => scriptInstead(bytes)),
        floor,
      ),
    );
  } finally {
    host.dispose();
  }
}

async function bareValues(address: string): Promise<void> {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange(address).load('values');
    await context.sync();
    if (range.values.length === 0) throw new Error('No values');
  });
}

const rowSchema = z.tuple([
  z.string().min(1),
  z.string().regex(/^veh_[A-Za-z0-9]+$/),
  z.union([z.date(), z.number()]),
  z.string(),
  z.string().regex(/^ent_[A-Za-z0-9]+$/),
  z.number().positive(),
  z.literal('USD'),
  z.string().regex(/^cnt_[A-Za-z0-9]+$/),
  z.string(),
]);

async function scriptInstead(bytes: Uint8Array): Promise<void> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  workbook.worksheets[0]?.eachRow((row, number) => {
    if (number > 1) rowSchema.parse(Array.from({ length: 9 }, (_, column) => row.getCell(column + 1).value));
  });
}
