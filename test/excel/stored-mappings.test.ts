import { describe, expect, test } from '@jest/globals';
import { payoutFields, payoutForm, type ColumnMapping, type TableReference } from '../../src/domain/index.ts';
import { parseStoredMappings, recallMapping, rememberMapping } from '../../src/excel/stored-mappings.ts';

const reference: TableReference = {
  sheetId: 'sheet-1',
  sheetName: 'Payouts',
  tableId: null,
  tableName: null,
  rowIndex: 0,
  columnIndex: 0,
  header: ['Investor id', 'Net', 'Note'],
};
const mapping = {
  ...Object.fromEntries(payoutFields.map((field) => [field, null])),
  entity: 0,
  amount: 1,
} as ColumnMapping;

describe('mappings kept in the workbook', () => {
  const stored = rememberMapping(payoutForm, [], reference, mapping);

  test('follow their columns', () => {
    const recalled = recallMapping(payoutForm, stored, reference, ['Note', 'Net', 'New', 'Investor id']);
    expect(recalled).toEqual({ ...mapping, entity: 3, amount: 1 });
  });

  test('serve a copied sheet with the same headers, and no other', () => {
    const copy = { ...reference, sheetId: 'sheet-2' };
    expect(recallMapping(payoutForm, stored, copy, reference.header)).toEqual(mapping);
    expect(recallMapping(payoutForm, stored, copy, ['Investor id', 'Gross', 'Note'])).toBeNull();
  });

  test('are replaced by a newer one for the same table', () => {
    const newer = rememberMapping(payoutForm, stored, reference, { ...mapping, amount: 2 });
    expect(newer).toHaveLength(1);
    expect(recallMapping(payoutForm, newer, reference, reference.header)?.amount).toBe(2);
  });

  test('of an Excel table keep what is left after a header was renamed', () => {
    const table = { ...reference, tableId: 'table-1' };
    const recalled = recallMapping(payoutForm, rememberMapping(payoutForm, [], table, mapping), table, [
      'Investor id',
      'Gross',
    ]);
    expect(recalled).toMatchObject({ entity: 0, amount: null });
  });

  test.each([null, 'text', [{ sheetId: 1 }], [{ sheetId: 's', tableId: null, headers: { amount: 2 } }]])(
    'are not taken from %j',
    (setting) => {
      expect(parseStoredMappings(setting)).toEqual([]);
    },
  );
});
