import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { IsoDate } from '../../src/contract/index.ts';
import { checkTable, suggestMapping } from '../../src/domain/index.ts';
import { readSelectedTable } from '../../src/excel/index.ts';
import { projectPath } from '../../src/scripts/project-path.ts';
import { buildSample } from '../../src/scripts/sample.ts';
import { loadXlsx } from '../../src/workbench/book/xlsx.ts';
import { loadEngine } from '../../src/workbench/node/engine.ts';
import { startOfficeHost } from '../../src/workbench/node/office-host.ts';

test('the committed sample is what the script builds', async () => {
  const committed = readFileSync(projectPath('assets/sample-payouts.xlsx'));
  expect(committed.equals(await buildSample())).toBe(true);
});

test('the sample has two problems to mend, a hidden row and a totals row, and nothing else to look at', async () => {
  const book = await loadXlsx(await buildSample(), loadEngine());
  const [sheet] = book.sheets();
  book.select(sheet?.id ?? '', [{ row: 5, column: 0, rows: 1, columns: 1 }], 'person');
  const host = await startOfficeHost(book);
  try {
    const table = await readSelectedTable();
    const options = { defaultCurrency: 'USD', today: '2026-11-21' as IsoDate };
    const result = checkTable(table, suggestMapping(table.header), options);
    expect(result.problems.map(({ code, severity, cell }) => [code, severity, cell?.rowIndex])).toEqual([
      ['amount-is-text', 'problem', 21],
      [expect.any(String), 'problem', 36],
    ]);
    expect({ rows: result.rowCount, leftOut: result.leftOut }).toEqual({
      rows: 50,
      leftOut: [{ rowIndex: 54, reason: 'totals-row' }],
    });
    expect(table.hidden.filter(Boolean)).toHaveLength(1);
  } finally {
    host.dispose();
  }
});
