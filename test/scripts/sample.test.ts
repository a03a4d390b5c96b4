import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { IsoDate } from '../../src/contract/index.ts';
import {
  cellAddress,
  checkRegistration,
  checkTable,
  suggestMapping,
  suggestRegistration,
} from '../../src/domain/index.ts';
import { readSelectedTable } from '../../src/excel/index.ts';
import { projectPath } from '../../src/scripts/project-path.ts';
import { samplePayeeSheets } from '../../src/scripts/sample-payee-details.ts';
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

test.each([
  ['payment-instructions', 5, ['routing-number-lost-zero'], 'F4'],
  ['entity', 3, [], null],
  ['contact', 2, [], null],
] as const)(
  'the sample has a sheet for %s, with what is to be mended there',
  async (kind, rows, codes, cell) => {
    const book = await loadXlsx(await buildSample(), loadEngine());
    const sheet = book.sheets().find(({ name }) => name === samplePayeeSheets[kind]);
    book.select(sheet?.id ?? '', [{ row: 1, column: 0, rows: 1, columns: 1 }], 'person');
    const host = await startOfficeHost(book);
    try {
      const table = await readSelectedTable({ form: 'recognise' });
      expect(table.reference.form).toBe(kind);
      const result = checkRegistration(table, suggestRegistration(kind, table.header, table), kind);
      expect(result.problems.map(({ code }) => code)).toEqual(codes);
      expect(result.problems.map((problem) => problem.cell && cellAddress(problem.cell))).toEqual(
        cell === null ? [] : [cell],
      );
      expect(result.rowCount).toBe(rows);
    } finally {
      host.dispose();
    }
  },
);
