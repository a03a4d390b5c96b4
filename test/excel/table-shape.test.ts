import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CellValue } from '../../src/domain/index.ts';
import { addressOf, contains, type Extent } from '../../src/excel/extent.ts';
import type { SheetFacts } from '../../src/excel/grow-table.ts';
import { blockAround } from '../../src/excel/cell-grid.ts';
import {
  findTables,
  shapeAround,
  shapeOfName,
  shapeUnder,
  shapeWithin,
  type TableShape,
} from '../../src/excel/table-shape.ts';
import { area } from './workbook.ts';

/** A sheet as it looks: one line per row from row 1, cells from column A parted by `|`, `.` for a blank one. */
function sheet(drawing: string, merged: string[] = [], obstacles: string[] = []): SheetFacts {
  const lines = drawing.trim().split('\n');
  const rows = lines.map((line) => line.split('|').map((text) => asCell(text.trim())));
  const width = Math.max(...rows.map((row) => row.length));
  const values = rows.map((row) => [...row, ...new Array<CellValue>(width - row.length).fill('')]);
  const extent = { rowIndex: 0, columnIndex: 0, rowCount: rows.length, columnCount: width };
  return {
    grid: { extent, values },
    used: extent,
    merged: merged.map(at),
    obstacles: obstacles.map(at),
    form: 'payout',
  };
}

function asCell(text: string): CellValue {
  if (text === '.') return '';
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

function at(address: string): Extent {
  const { row, column, rows, columns } = area(address);
  return { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns };
}

/** What a cell of a table leads to: address, last header row and how many, as a person would say it. */
function from(cell: string, facts: SheetFacts) {
  return said(shapeAround(facts, blockAround(facts.grid, at(cell)), { acrossBlanks: true }));
}

function said(shape: TableShape | null) {
  if (shape === null) return null;
  const address = addressOf('S', shape.extent).slice(2);
  return {
    address,
    headerRow: shape.header.rowIndex + 1,
    headerRows: shape.header.rowCount,
    notes: shape.notes,
  };
}

const plain = `
  Investor  | Vehicle | Amount
  ent_alder | veh_one | 100
  ent_birch | veh_one | 250`;

describe('the header', () => {
  test('is the first row', () => {
    expect(from('B2', sheet(plain))).toEqual({ address: 'A1:C3', headerRow: 1, headerRows: 1, notes: [] });
  });

  test.each([
    ['a title', 'Payouts of the third quarter | . | .'],
    ['a title of two cells', 'Payouts, third quarter | draft | .'],
    ['a label with a date', 'As of | 45992 | .'],
    ['several lines', 'Alder Fund IV | . | .\n Payouts | . | .\n As of | 45992 | .\n Prepared by | Jo | .'],
  ])('stands under %s', (_name, titles) => {
    const facts = sheet(`${titles}${plain}`);
    const top = titles.split('\n').length + 1;
    expect(from('A1', facts)).toMatchObject({
      address: `A${top}:C${top + 2}`,
      headerRow: top,
      headerRows: 1,
      notes: [],
    });
  });

  test('has two rows when the second is known as part of the names', () => {
    const facts = sheet(`
      Distribution | Payee     | Payout
      date         | entity id | amount
      45992        | ent_alder | 100
      45992        | ent_birch | 250`);
    expect(from('A1', facts)).toEqual({ address: 'A1:C4', headerRow: 2, headerRows: 2, notes: [] });
  });

  test('has two rows when the second says the units', () => {
    const facts = sheet(`
      Investor  | Vehicle | Amount
      .         | .       | (USD)
      ent_alder | veh_one | 100`);
    expect(from('A1', facts)).toMatchObject({ headerRow: 2, headerRows: 2 });
  });

  test('stays what it was when result columns stand beside it', () => {
    const results =
      'Nova distribution | Nova payment | Distribution status | Payment status | Checked at | Message';
    const facts = sheet(`
      Payouts      | .         | .      | .                | . | . | . | . | .
      Distribution | Payee     | Payout | .                | . | . | . | . | .
      date         | entity id | amount | ${results}
      45992        | ent_alder | 100    | dst_1 | dpmt_1 | draft | created | 45993 | .
      45992        | ent_birch | 250`);
    expect(from('A3', facts)).toEqual({ address: 'A2:I5', headerRow: 3, headerRows: 2, notes: [] });
  });

  test('has two rows when cells are merged over them', () => {
    const drawing = `
      Payee | .         | Payout | .
      Name  | Entity    | Amount | Currency
      Alder | ent_alder | 100    | USD`;
    expect(from('A1', sheet(drawing, ['A1:B1', 'C1:D1']))).toMatchObject({ headerRow: 2, headerRows: 2 });
    expect(from('A1', sheet(drawing))).toMatchObject({ address: 'A2:D3', headerRow: 2, headerRows: 1 });
  });

  test('has two rows when the second repeats itself', () => {
    const facts = sheet(`
      Payee | .         | Agent | .
      Name  | Id        | Name  | Id
      Alder | ent_alder | Birch | ent_birch`);
    expect(from('A1', facts)).toMatchObject({ headerRow: 2, headerRows: 2 });
  });

  test('does not take a payout row whose amount is open', () => {
    const facts = sheet(`
      Investor | Vehicle | Amount
      Alder LP | Fund IV | TBD
      Birch LP | Fund IV | 250`);
    expect(from('A1', facts)).toMatchObject({ address: 'A1:C3', headerRow: 1, headerRows: 1 });
  });

  test('that is missing is said', () => {
    const shape = from('A1', sheet('ent_alder | veh_one | 100\nent_birch | veh_one | 250'));
    expect(shape).toMatchObject({ address: 'A1:C2', headerRow: 1 });
    expect(shape?.notes).toEqual([expect.stringMatching(/no row looks like a header/i)]);
  });
});

describe('blank rows', () => {
  const parted = `${plain}\n .\n ent_cedar | veh_two | 75\n ent_dogwood | veh_two | 12`;

  test.each(['A1', 'B3', 'A5', 'C6'])(
    'do not end a table that goes on in the same columns, from %s',
    (cell) => {
      expect(from(cell, sheet(parted))).toEqual({
        address: 'A1:C6',
        headerRow: 1,
        headerRows: 1,
        notes: ['Row 4 is blank, and the rows below it were taken too.'],
      });
    },
  );

  test('between header and data do not part them', () => {
    const facts = sheet('Investor | Vehicle | Amount\n .\n ent_alder | veh_one | 100');
    for (const cell of ['A1', 'A3'])
      expect(from(cell, facts)).toMatchObject({ address: 'A1:C3', headerRow: 1 });
  });

  test.each([
    ['a total', 'Total | . | 350'],
    ['notes', 'Prepared by Jo\n Reviewed by Kim'],
    ['another table', 'Vehicle | Name | Bank\n veh_one | Alder Fund | 12'],
  ])('end it before %s', (_name, below) => {
    expect(from('A1', sheet(`${plain}\n .\n ${below}`))).toMatchObject({ address: 'A1:C3', notes: [] });
  });

  test('before rows that may or may not belong to it are said', () => {
    const facts = sheet(`${plain}\n .\n 12 | ent_cedar | veh_two | 8`);
    expect(from('A1', facts)).toMatchObject({ address: 'A1:C3', notes: [expect.stringContaining('row 5')] });
  });

  test('before the same header again are said', () => {
    const facts = sheet(`${plain}\n .${plain}`);
    expect(from('A1', facts)).toMatchObject({ address: 'A1:C3', notes: [expect.stringContaining('row 5')] });
    expect(from('A6', facts)).toMatchObject({ address: 'A5:C7', notes: [] });
  });
});

describe('result columns that a blank column parts from the data', () => {
  const ids = (rest: string) => `
    Investor  | Vehicle | Amount | . | Nova distribution | Nova payment${rest}
    ent_alder | veh_one | 100    | . | dst_A             | dpmt_A
    ent_birch | veh_one | 250    | . | .                 | .
    ent_cedar | veh_two | 75     | . | .                 | .`;

  test('are the table’s own', () => {
    expect(from('A1', sheet(ids('')))?.address).toBe('A1:F4');
    const header = { rowIndex: 0, rowCount: 1, firstColumnIndex: 0, lastColumnIndex: 2 } as const;
    const known = { spansBlankRows: false, selectedRowCount: null };
    expect(said(shapeUnder(sheet(ids('')), header, known))?.address).toBe('A1:F4');
  });

  test('are so also beyond columns whose headers Ctrl+Z has taken away', () => {
    const facts = sheet(`
      Investor  | Vehicle | Amount | .     | .      | .     | .       | .     | Nova distribution | Nova payment
      ent_alder | veh_one | 100    | .     | .      | .     | .       | .     | dst_A             | dpmt_A
      .         | .       | .      | .     | .      | .     | .       | .     | .                 | .
      ent_birch | veh_one | 250    | dst_A | dpmt_B | draft | created | 45993 | dst_A             | dpmt_B`);
    const header = { rowIndex: 0, rowCount: 1, firstColumnIndex: 0, lastColumnIndex: 2 } as const;
    const known = { spansBlankRows: true, selectedRowCount: null };
    expect(said(shapeUnder(facts, header, known))?.address).toBe('A1:J4');
  });

  test('not when they are an Excel table’s, nor when the table has them already', () => {
    expect(from('A1', sheet(ids(''), [], ['E1:F4']))?.address).toBe('A1:C4');
    const twice = `
      Investor  | Vehicle | Nova payment | . | Nova payment | Note
      ent_alder | veh_one | dpmt_A       | . | dpmt_A       | mine
      ent_birch | veh_one | .            | . | .            | .
      ent_cedar | veh_two | .            | . | .            | .`;
    expect(from('A1', sheet(twice))?.address).toBe('A1:C4');
  });
});

describe('blank columns', () => {
  const halves = `
    Investor  | Vehicle | . | Amount | Currency
    ent_alder | veh_one | . | 100    | USD
    ent_birch | veh_one | . | 250    | USD`;

  test.each(['A1', 'B3', 'D1', 'E2'])('do not part a table whose rows line up, from %s', (cell) => {
    const shape = from(cell, sheet(halves));
    expect(shape).toMatchObject({ address: 'A1:E3', headerRow: 1 });
    expect(shape?.notes).toEqual(['Column C is blank, and the columns on both sides of it were taken.']);
  });

  test.each([
    ['a note', '. | .\n see mail | .\n . | .'],
    ['a table of the same columns', 'Investor | Amount\n ent_alder | 5\n ent_birch | 6'],
    ['a longer list', 'Code | Fund\n 1 | One\n 2 | Two\n 3 | Three\n 4 | Four'],
  ])('part it from %s', (_name, beside) => {
    const left = plain.trim().split('\n');
    const lines = beside.split('\n').map((text, row) => `${left[row] ?? '. | . | .'} | . | ${text}`);
    expect(from('A1', sheet(lines.join('\n')))).toMatchObject({ address: 'A1:C3', notes: [] });
  });

  test('do not let it grow into an Excel table', () => {
    expect(from('A1', sheet(halves, [], ['D1:E3']))).toMatchObject({ address: 'A1:B3', notes: [] });
  });

  test('and blank rows at once', () => {
    const facts = sheet(`${halves}\n .\n ent_cedar | veh_two | . | 75 | USD`);
    for (const cell of ['A1', 'E2', 'A5']) expect(from(cell, facts)).toMatchObject({ address: 'A1:E5' });
  });
});

test('a selection is taken as it is, titles and blank edges aside', () => {
  const facts = sheet(`Payouts | . | .${plain}\n .\n ent_elm | veh_two | 9\n ent_fir | veh_two | 8`);
  expect(said(shapeWithin(facts, at('A1:E6')))).toMatchObject({ address: 'A2:C6', headerRow: 2, notes: [] });
});

describe('a named range', () => {
  test('without its header takes the row above', () => {
    expect(said(shapeOfName(sheet(plain), 'Payouts', at('A2:C3')))).toMatchObject({
      address: 'A1:C3',
      headerRow: 1,
    });
  });

  test('that ends before the rows do says so', () => {
    const shape = said(shapeOfName(sheet(plain), 'Payouts', at('A1:C2')));
    expect(shape).toMatchObject({
      address: 'A1:C2',
      notes: ['The name “Payouts” ends in row 2, but more rows are filled below it.'],
    });
  });

  test('takes in the result columns beside it', () => {
    const facts = sheet(`
      Investor  | Amount | Nova distribution | Nova payment | Own
      ent_alder | 100    | dst_1             | dpmt_1       | x`);
    expect(said(shapeOfName(facts, 'Payouts', at('A1:B2')))).toMatchObject({ address: 'A1:D2' });
  });
});

test('all tables of a sheet are found, each once', () => {
  const facts = sheet(
    `
    Payouts of July |           |     | .
    Investor        | Amount    | .   | Fund | Code
    ent_alder       | 100       | .   | One  | 1
    ent_birch       | 250       | .   | .    | .
    .
    ent_cedar       | 75        | .   | .    | .
    .
    Vehicle         | Bank
    veh_one         | 12`.replaceAll('|           |     | .', ''),
  );
  const found = findTables(facts, facts.grid.extent).map((shape) => said(shape)?.address);
  expect(found.sort()).toEqual(['A2:B6', 'A8:B9', 'D2:E3']);
});

test('whatever the cells, a table stands within them with its header on top, and is found again by it', () => {
  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    fc.constantFrom('Investor', 'Amount', 'ent_alder', 'Total', 'USD', '2026-01-05', '#N/A', ' '),
    fc.integer(),
    fc.boolean(),
  );
  const cells = fc
    .integer({ min: 1, max: 6 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 14 }),
    );
  fc.assert(
    fc.property(cells, (values) => {
      const extent = {
        rowIndex: 0,
        columnIndex: 0,
        rowCount: values.length,
        columnCount: values[0]?.length ?? 0,
      };
      const facts = {
        grid: { extent, values },
        used: extent,
        merged: [],
        obstacles: [],
        form: 'payout' as const,
      };
      for (const shape of findTables(facts, extent)) {
        expect(contains(extent, shape.extent)).toBe(true);
        expect(shape.header.rowIndex - shape.header.rowCount + 1).toBe(shape.extent.rowIndex);
        expect(shape.header.rowIndex).toBeLessThan(shape.extent.rowIndex + shape.extent.rowCount);
        const again = shapeUnder(
          facts,
          {
            ...shape.header,
            firstColumnIndex: shape.extent.columnIndex,
            lastColumnIndex: shape.extent.columnIndex + shape.extent.columnCount - 1,
          },
          { spansBlankRows: shape.spansBlankRows, selectedRowCount: null },
        );
        expect(again.extent.rowIndex).toBe(shape.extent.rowIndex);
      }
    }),
    { numRuns: 500 },
  );
});
