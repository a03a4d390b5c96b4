import type { CellValue, SheetTable } from '../domain/index.ts';

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

/** What is the matter with the table; `clean` is ten distributions without problems. */
export const tableShapes = [
  'clean',
  'one distribution',
  'a distribution per row',
  'faulty ids',
  'text amounts',
] as const;
export type TableShape = (typeof tableShapes)[number];

function distributionsOf(shape: TableShape, count: number): number {
  if (shape === 'one distribution') return 1;
  return shape === 'a distribution per row' ? count : 10;
}

/** Twelve columns; every payee, entity and amount its own, as in a large fund. */
export function largeTable(count: number, shape: TableShape = 'clean'): SheetTable {
  const values = Array.from({ length: count }, (_, index): CellValue[] => {
    const distribution = Math.floor((index * distributionsOf(shape, count)) / count);
    const amount = Math.round(100_000 + ((index * 7919) % 99_991) * 3.17) / 100;
    const number = String(index + 1).padStart(6, '0');
    return [
      `Distribution ${distribution + 1}`,
      `veh_Fund${distribution % 2}aaaaaaaaaaaaaaaa`,
      46_660,
      `Investor ${number} LP`,
      shape === 'faulty ids' ? `ent_Bench${number} \u0430` : `ent_Bench${number}aaaaaaaaaaa`,
      shape === 'text amounts' ? `${amount.toFixed(2).replace('.', ',')} $` : amount,
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
