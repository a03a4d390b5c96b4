import { describe, expect, test } from '@jest/globals';
import { payoutForm, type ResultCell, type SheetTable, type WriteBackPlan } from '../../src/domain/index.ts';
import { applyWriteBack, readSelectedTable, rereadTable } from '../../src/excel/index.ts';
import { area, payouts, Workbook } from './workbook.ts';

const CHECKED_AT = 45_870.5;
const headers = Object.values(payoutForm.results);

/** What every row of a table gets: ids that tell the row's first cell. */
function resultsFor(table: SheetTable, rows = [...table.values.keys()]): ResultCell[] {
  return rows.flatMap((rowOffset): ResultCell[] => {
    const name = String(table.values[rowOffset]?.[table.header.indexOf('Investor')]);
    const cell = { rowOffset, link: null };
    return [
      { ...cell, column: 'distributionId', value: `dst_${name}` },
      { ...cell, column: 'paymentId', value: `dpmt_${name}` },
      { ...cell, column: 'distributionStatus', value: 'draft' },
      { ...cell, column: 'paymentStatus', value: 'created' },
      { ...cell, column: 'checkedAt', value: CHECKED_AT },
      { ...cell, column: 'message', value: null },
    ];
  });
}

function planFor(table: SheetTable, cells = resultsFor(table)): WriteBackPlan {
  return { reference: table.reference, table, cells, unplaced: [] };
}

async function opened(kind: 'table' | 'region'): Promise<{ workbook: Workbook; table: SheetTable }> {
  const workbook = await Workbook.open();
  if (kind === 'table') workbook.fillTable('B3', payouts);
  else workbook.fill('B3', payouts);
  workbook.select('B3');
  return { workbook, table: await readSelectedTable() };
}

const written = (name: string) => [`dst_${name}`, `dpmt_${name}`, 'draft', 'created', CHECKED_AT, ''];

describe.each(['table', 'region'] as const)('results beside a %s', (kind) => {
  test('are written into new columns and read back', async () => {
    const { workbook, table } = await opened(kind);
    const report = await applyWriteBack(planFor(table));
    expect(report).toEqual({ verified: 4, expected: 4, mismatches: [] });
    expect(workbook.values('B3:J7')).toEqual([
      [...(payouts[0] ?? []), ...headers],
      ...payouts.slice(1).map((row) => [...row, ...written(String(row[0]))]),
    ]);
    const formats = workbook.book.numberFormats(workbook.sheetId, area('E4:J7'));
    expect(formats).toEqual(payouts.slice(1).map(() => ['@', '@', '@', '@', 'yyyy-mm-dd hh:mm "UTC"', '@']));
  });

  test('go into the columns that are there the second time, wherever they were moved', async () => {
    const { workbook, table } = await opened(kind);
    await applyWriteBack(planFor(table));
    workbook.fill('B3', [['Message', 'Amount']]);
    workbook.fill('D3', [['Investor']]).fill('J3', [['Vehicle']]);
    const body = workbook.values('B4:J7');
    const swapped = body.map((row) => ['', row[2] ?? '', row[0] ?? '', ...row.slice(3, 8), row[1] ?? '']);
    workbook.fill('B4', swapped);
    const fresh = await rereadTable(table.reference);
    expect(fresh.header).toHaveLength(9);

    const cells = resultsFor(fresh).map((cell) =>
      cell.column === 'message' ? { ...cell, value: 'executed' } : cell,
    );
    expect(await applyWriteBack(planFor(fresh, cells))).toEqual({ verified: 4, expected: 4, mismatches: [] });
    expect(workbook.values('B3:J7').map((row) => row[0])).toEqual([
      'Message',
      ...Array<string>(4).fill('executed'),
    ]);
    expect(
      workbook
        .values('K3:P7')
        .flat()
        .every((value) => value === ''),
    ).toBe(true);
  });

  test('are refused when a row was sorted, inserted, deleted or edited meanwhile, with nothing written', async () => {
    const { workbook, table } = await opened(kind);
    workbook.book.sort(workbook.sheetId, area('B4:D7'), 3, true, 'person');
    await expect(applyWriteBack(planFor(table))).rejects.toMatchObject({ code: 'sheet-changed' });
    expect(
      workbook
        .values('E3:J7')
        .flat()
        .every((value) => value === ''),
    ).toBe(true);

    const fresh = await rereadTable(table.reference);
    expect(await applyWriteBack(planFor(fresh))).toMatchObject({ verified: 4 });
    for (const row of workbook.values('B4:F7')) {
      expect(row.slice(3)).toEqual([`dst_${String(row[0])}`, `dpmt_${String(row[0])}`]);
    }
  });

  test('follow the table when rows are inserted above it', async () => {
    const { workbook, table } = await opened(kind);
    workbook.book.insertRows(workbook.sheetId, 1, 2, 'person');
    expect(await applyWriteBack(planFor(table))).toMatchObject({ verified: 4, expected: 4 });
    expect(workbook.values('E6')).toEqual([['dst_ent_alder']]);
  });

  test('land in their rows when rows are hidden, which stay hidden', async () => {
    const { workbook, table } = await opened(kind);
    workbook.book.setRowsHidden(workbook.sheetId, 4, 2, true, 'person');
    expect(await applyWriteBack(planFor(table))).toMatchObject({ verified: 4, mismatches: [] });
    expect(workbook.values('E4:E7').flat()).toEqual(payouts.slice(1).map(([name]) => `dst_${String(name)}`));
    expect([3, 4, 5, 6].map((row) => workbook.book.isRowHidden(workbook.sheetId, row))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('land in their rows under a filter, which stays', async () => {
    const { workbook, table } = await opened(kind);
    workbook.book.filter(workbook.sheetId, area('B3:D7'), 2, ['veh_two'], 'person');
    expect(await applyWriteBack(planFor(table))).toMatchObject({ verified: 4, mismatches: [] });
    expect(workbook.values('E4:E7').flat()).toEqual(payouts.slice(1).map(([name]) => `dst_${String(name)}`));
    expect(workbook.book.isFiltered(workbook.sheetId)).toBe(true);
    expect(workbook.book.isRowHidden(workbook.sheetId, 3)).toBe(true);
  });

  test('are refused over foreign content, which stays', async () => {
    const { workbook, table } = await opened(kind);
    workbook.fill('H5', [['mine']]);
    await expect(applyWriteBack(planFor(table))).rejects.toMatchObject({
      code: 'result-columns-blocked',
      neededColumns: 6,
      freeColumns: 3,
    });
    expect(
      workbook
        .values('E3:J7')
        .flat()
        .filter((value) => value !== ''),
    ).toEqual(['mine']);
  });

  test("are refused over a column of the user's own with the same name, which stays", async () => {
    const { workbook, table } = await opened(kind);
    workbook.fill('B3', [['Message']]);
    const fresh = await rereadTable(table.reference);
    await expect(applyWriteBack(planFor(fresh))).rejects.toMatchObject({ code: 'result-column-taken' });
    expect(workbook.values('B3:E4')).toEqual([
      ['Message', 'Vehicle', 'Amount', ''],
      ['ent_alder', 'veh_one', 100.5, ''],
    ]);
  });

  test.each(['=UPPER("done")', '=""'])('leave %j in one of them alone', async (formula) => {
    const { workbook, table } = await opened(kind);
    await applyWriteBack(planFor(table));
    workbook.fill('G5', [[formula]]);
    const fresh = await rereadTable(table.reference);
    const [own] = workbook.book.formulas(workbook.sheetId, area('G5'));
    await expect(applyWriteBack(planFor(fresh))).rejects.toMatchObject({ code: 'result-column-taken' });
    expect(workbook.book.formulas(workbook.sheetId, area('G5'))).toEqual([own]);
    // A formula in a row that is not written is no obstacle.
    const others = resultsFor(fresh, [0, 2, 3]).map((cell) =>
      cell.column === 'distributionStatus' ? { ...cell, value: 'approved' } : cell,
    );
    expect(await applyWriteBack(planFor(fresh, others))).toMatchObject({ verified: 3, mismatches: [] });
    expect(workbook.values('G4:G7').flat()).toEqual(['approved', expect.anything(), 'approved', 'approved']);
    expect(workbook.book.formulas(workbook.sheetId, area('G5'))).toEqual([own]);
  });

  test('are refused over a spill that shows nothing, which goes on spilling', async () => {
    const { workbook, table } = await opened(kind);
    // Its own cell stands above the table: beside the rows there is nothing to see.
    workbook.fill('G2', [['=IF(SEQUENCE(6)=1,"above","")']]);
    expect(workbook.values('G2:G7').flat()).toEqual(['above', '', '', '', '', '']);
    await expect(applyWriteBack(planFor(table))).rejects.toMatchObject({
      code: 'result-columns-blocked',
      freeColumns: 2,
    });
    expect(workbook.values('G2')).toEqual([['above']]);
    expect(workbook.values('E3:J7').flat().join('')).toBe('');
  });

  test('are refused over a spill in one of them', async () => {
    const { workbook, table } = await opened(kind);
    await applyWriteBack(planFor(table));
    workbook.fill('I4', [[''], [''], [''], ['']]).fill('I5', [['=IF(SEQUENCE(2)=1,"","")']]);
    const before = workbook.values('I5:I6');
    const fresh = await rereadTable(table.reference);
    await expect(applyWriteBack(planFor(fresh))).rejects.toMatchObject({ code: 'result-column-taken' });
    if (kind === 'region') {
      // The formula's own row is not written, but what it spills into is.
      const below = planFor(fresh, resultsFor(fresh, [2, 3]));
      await expect(applyWriteBack(below)).rejects.toMatchObject({ code: 'result-column-taken' });
      expect(before).toEqual([[''], ['']]);
    }
    expect(workbook.book.formulas(workbook.sheetId, area('I5'))).toEqual([['=IF(SEQUENCE(2)=1,"","")']]);
    expect(workbook.values('I5:I6')).toEqual(before);
  });

  test('are refused on a protected sheet, which stays protected', async () => {
    const { workbook, table } = await opened(kind);
    workbook.book.protect(workbook.sheetId);
    workbook.host.resetRequests();
    await expect(applyWriteBack(planFor(table))).rejects.toMatchObject({ code: 'sheet-protected' });
    expect(workbook.host.requests()).toBe(2);
    expect(workbook.book.sheets()[0]?.protected).toBe(true);
    expect(
      workbook
        .values('E3:J7')
        .flat()
        .every((value) => value === ''),
    ).toBe(true);
  });

  test('of some rows leave the others and the cells without a value alone', async () => {
    const { workbook, table } = await opened(kind);
    await applyWriteBack(planFor(table));
    workbook.fill('J4', [['my note'], ['my other note']]);
    const fresh = await rereadTable(table.reference);
    const cells: ResultCell[] = [
      { rowOffset: 0, column: 'paymentStatus', value: 'disbursed', link: null },
      { rowOffset: 3, column: 'paymentStatus', value: 'failed', link: null },
      { rowOffset: 0, column: 'message', value: null, link: null },
    ];
    expect(await applyWriteBack(planFor(fresh, cells))).toEqual({ verified: 0, expected: 0, mismatches: [] });
    expect(workbook.values('H4:H7').flat()).toEqual(['disbursed', 'created', 'created', 'failed']);
    expect(workbook.values('J4:J5').flat()).toEqual(['my note', 'my other note']);
  });
});

describe('results beside a region that is no plain block', () => {
  const more = [['ent_elm', 'veh_two', 9]];
  const twoRows = [
    ['Payee', 'Fund', 'Payout'],
    ['entity id', 'vehicle id', 'amount'],
  ];

  test('stand in the last row of a header of two rows', async () => {
    const workbook = await Workbook.open();
    workbook
      .fill('B2', [['Payouts']])
      .fill('B3', [...twoRows, ...payouts.slice(1)])
      .select('B6');
    const table = await readSelectedTable();
    expect(table).toMatchObject({ headerRowIndex: 3, headerRowCount: 2 });
    const cells = resultsFor({ ...table, header: ['Investor'] });
    expect(await applyWriteBack(planFor(table, cells))).toEqual({ verified: 4, expected: 4, mismatches: [] });
    expect(workbook.values('E3:J4')).toEqual([headers.map(() => ''), headers]);
    expect(workbook.values('E5:E8').flat()).toEqual(payouts.slice(1).map(([name]) => `dst_${name}`));
    const again = await readSelectedTable();
    expect(again.header).toEqual([...table.header, ...headers]);
    expect(await rereadTable(table.reference)).toEqual(again);
    expect(await applyWriteBack(planFor(again, cells))).toMatchObject({ verified: 4 });
  });

  test.each([
    ['blank rows in it', 'B9', 'B3', 5],
    ['a selection that bounds it', 'B14', 'B3:D14', 10],
  ])('with %s reach its last row', async (_name, below, selection, lastRow) => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts).fill(below, more).select(selection);
    const table = await readSelectedTable();
    expect(await applyWriteBack(planFor(table, resultsFor(table, [0, 3, lastRow])))).toMatchObject({
      verified: 3,
      expected: 3,
    });
    const again = await rereadTable(table.reference);
    expect(again.values.at(-1)).toEqual([...(more[0] ?? []), ...written('ent_elm')]);
    expect(again.values).toHaveLength(lastRow + 1);
  });

  test('of a name are found again, though the name does not cover them', async () => {
    const workbook = await Workbook.open();
    workbook.fill('B3', payouts).select('B3');
    workbook.book.addName('Quarter', '=Payouts!$B$3:$D$7');
    const table = await readSelectedTable();
    expect(table.foundBy).toBe('name');
    expect(await applyWriteBack(planFor(table))).toMatchObject({ verified: 4 });
    expect((await rereadTable(table.reference)).header).toEqual([...(payouts[0] ?? []), ...headers]);
  });

  test('are refused over formulas that show nothing', async () => {
    const workbook = await Workbook.open();
    workbook
      .fill('B3', payouts)
      .fill('G5', [['=""']])
      .select('B3');
    await expect(applyWriteBack(planFor(await readSelectedTable()))).rejects.toMatchObject({
      code: 'result-columns-blocked',
      freeColumns: 2,
    });
    expect(workbook.values('E3:J3').flat()).toEqual(headers.map(() => ''));
  });
});

describe('text stays text', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', "'=1+1", '0012', '1/2', 'TRUE', '12345678901234567890'])(
    '%s',
    async (text) => {
      const { workbook, table } = await opened('table');
      const cells: ResultCell[] = [{ rowOffset: 1, column: 'message', value: text, link: null }];
      expect(await applyWriteBack(planFor(table, cells))).toMatchObject({ mismatches: [] });
      const shown = text.replace(/^'/, '');
      expect(workbook.values('J5')).toEqual([[shown]]);
      expect(workbook.book.formulas(workbook.sheetId, area('J5'))[0]?.[0]).not.toBe(2);
    },
  );

  test.each(['=1+1', '0012', '1/2'])('also in unlocked cells of a protected sheet: %s', async (text) => {
    const { workbook, table } = await opened('region');
    workbook.book.setFormat(workbook.sheetId, area('E3:J7'), { locked: false }, 'person');
    workbook.book.protect(workbook.sheetId);
    const cells: ResultCell[] = [{ rowOffset: 1, column: 'message', value: text, link: null }];
    expect(await applyWriteBack(planFor(table, cells))).toMatchObject({ mismatches: [] });
    expect(workbook.values('J5')).toEqual([[text]]);
  });

  test('also where a column of that name was a number column', async () => {
    const workbook = await Workbook.open();
    workbook.fill(
      'B3',
      payouts.map((row, index) => [...row, index === 0 ? payoutForm.results.distributionId : '']),
    );
    workbook.select('B3');
    const table = await readSelectedTable();
    const cells: ResultCell[] = [{ rowOffset: 0, column: 'distributionId', value: '0012', link: null }];
    expect(await applyWriteBack(planFor(table, cells))).toMatchObject({ verified: 1, mismatches: [] });
    expect(workbook.values('E4:E5')).toEqual([['0012'], ['']]);
  });
});

describe('links', () => {
  test('stand on the distribution id, https only, and leave the id as it is', async () => {
    const { workbook, table } = await opened('table');
    const cells = resultsFor(table).map((cell) =>
      cell.column !== 'distributionId'
        ? cell
        : { ...cell, link: cell.rowOffset === 0 ? 'https://nova.example/d/1' : 'javascript:alert(1)' },
    );
    expect(await applyWriteBack(planFor(table, cells))).toMatchObject({ verified: 4, mismatches: [] });
    expect(workbook.book.hyperlink(workbook.sheetId, area('E4'))).toMatchObject({
      address: 'https://nova.example/d/1',
    });
    expect(workbook.book.hyperlink(workbook.sheetId, area('E5'))).toBeNull();
    expect(workbook.values('E4')).toEqual([['dst_ent_alder']]);
  });
});

describe('an Excel table', () => {
  test('grows by the result columns and keeps its totals row', async () => {
    const workbook = await Workbook.open();
    const { id } = workbook.fillTable('B3', payouts);
    workbook.book.setTableTotals(id, true);
    workbook.select('B3');
    const table = await readSelectedTable();
    expect(await applyWriteBack(planFor(table, resultsFor(table, [0, 1, 2, 3])))).toMatchObject({
      verified: 4,
    });
    const [info] = workbook.book.tables();
    expect(info).toMatchObject({ showTotals: true, area: { column: 1, columns: 9, rows: 6 } });
  });
});

describe('when Excel does not play along', () => {
  test('a cell that is being edited leaves everything to be written again', async () => {
    const { workbook, table } = await opened('table');
    workbook.book.setEditing(true);
    await expect(applyWriteBack(planFor(table))).rejects.toMatchObject({ code: 'cell-edit-mode' });
    workbook.book.setEditing(false);
    expect(await applyWriteBack(planFor(table))).toMatchObject({ verified: 4 });
  });

  test('a hang while writing ends in a timeout, and the same plan can be written after a new look', async () => {
    const { workbook, table } = await opened('region');
    let requests = 0;
    const stop = workbook.book.onChange((change) => {
      if (change.kind === 'cells') requests += 1;
    });
    // Finding, reading and the look at the cells for the results pass; writing hangs.
    for (let passing = 0; passing < 3; passing++) workbook.host.failAfterActions(100_000, 'GeneralException');
    workbook.host.hangNext(true);
    await expect(applyWriteBack(planFor(table), { timeoutMs: 200 })).rejects.toMatchObject({
      code: 'excel-timeout',
    });
    stop();
    expect(requests).toBeGreaterThan(0);
    const fresh = await rereadTable(table.reference);
    expect(await applyWriteBack(planFor(fresh))).toMatchObject({ verified: 4, mismatches: [] });
  });

  test('a sheet that is protected half-way is said, and what was written stays', async () => {
    const { workbook, table } = await opened('region');
    const stop = workbook.book.onChange((change) => {
      if (change.kind !== 'cells' || workbook.values('E3')[0]?.[0] === '') return;
      stop();
      workbook.book.protect(workbook.sheetId);
    });
    await expect(applyWriteBack(planFor(table))).rejects.toMatchObject({ code: 'sheet-protected' });
    expect(workbook.values('E3:J3')).toEqual([headers]);
  });

  test('ids that somebody changed meanwhile are told by address', async () => {
    const { workbook, table } = await opened('region');
    const stop = workbook.book.onChange((change) => {
      if (change.kind !== 'cells' || workbook.values('E5')[0]?.[0] === '') return;
      stop();
      workbook.fill('E5', [['dst_other']]);
    });
    expect(await applyWriteBack(planFor(table))).toEqual({
      verified: 3,
      expected: 4,
      mismatches: ['Payouts!E5'],
    });
  });

  test('a copy of an id that Ctrl+Z brings back beside another row meanwhile is told by address', async () => {
    const { workbook, table } = await opened('region');
    const stop = workbook.book.onChange((change) => {
      if (change.kind !== 'cells' || workbook.values('E5')[0]?.[0] === '') return;
      stop();
      workbook.fill('E6', [['dst_ent_alder', 'dpmt_ent_alder']]);
    });
    const first = String(table.values[0]?.[0]);
    const cells = resultsFor(table, [0, 1]).map((cell) => ({
      ...cell,
      value: typeof cell.value === 'string' ? cell.value.replace(first, 'ent_alder') : cell.value,
    }));
    expect(await applyWriteBack(planFor(table, cells))).toEqual({
      verified: 2,
      expected: 2,
      mismatches: ['Payouts!E6', 'Payouts!F6'],
    });
    // Those that the plan has seen and left are not its own.
    const fresh = await rereadTable(table.reference);
    expect(await applyWriteBack(planFor(fresh, cells))).toMatchObject({ verified: 2, mismatches: [] });
  });

  test('rows that somebody sorted while they were written are told, not taken for verified', async () => {
    const { workbook, table } = await opened('region');
    const stop = workbook.book.onChange((change) => {
      if (change.kind !== 'cells' || workbook.values('E7')[0]?.[0] === '') return;
      stop();
      workbook.book.sort(workbook.sheetId, area('B4:D7'), 3, true, 'person');
    });
    const report = await applyWriteBack(planFor(table));
    expect(report.expected).toBe(4);
    expect(report.verified).toBeLessThan(4);
    expect(report.mismatches.length).toBeGreaterThan(0);
  });
});

test('results beside a table that was made of the data alone are its own', async () => {
  const { workbook, table } = await opened('region');
  await applyWriteBack(planFor(table));
  workbook.book.addTable(workbook.sheetId, area('B3:D7'), true, 'Made');
  workbook.book.insertRows(workbook.sheetId, 4, 1, 'person');
  const fresh = await rereadTable(table.reference);
  expect(fresh.header).toEqual([...(payouts[0] ?? []), ...headers]);
  expect(fresh.values).toHaveLength(5);
  const rows = [0, 2, 3, 4];
  const cells = resultsFor(fresh, rows).map((cell) => ({ ...cell, value: cell.value ?? 'executed' }));
  expect(await applyWriteBack(planFor(fresh, cells))).toEqual({ verified: 4, expected: 4, mismatches: [] });
  expect(workbook.values('J4:J8').flat()).toEqual(['executed', '', 'executed', 'executed', 'executed']);
  expect(workbook.values('K3:P8').flat().join('')).toBe('');
});

describe('somebody else at the very moment of writing', () => {
  /** Two rows that were staged before and two that were not; the column of messages is missing, so that it is created. */
  async function halfStaged(kind: 'table' | 'region'): Promise<{ workbook: Workbook; table: SheetTable }> {
    const workbook = await Workbook.open();
    const five = headers.slice(0, 5);
    const before = ['dst_old', 'dpmt_old', 'executed', 'disbursed', 45_000];
    const cells = payouts.map((row, index) => [
      ...row,
      ...(index === 0 ? five : index === 1 ? before : five.map(() => '')),
    ]);
    cells[2] = [...(payouts[2] ?? []), 'dst_old', 'dpmt_old2', 'executed', 'disbursed', 45_000];
    if (kind === 'table') workbook.fillTable('B3', cells);
    else workbook.fill('B3', cells);
    workbook.select('B3');
    return { workbook, table: await readSelectedTable() };
  }

  /** Called once, between the request that creates a column and the one that writes the values. */
  function whenCreated(workbook: Workbook, act: () => void): void {
    const stop = workbook.book.onChange((change) => {
      if (change.kind !== 'cells' || workbook.values('J3')[0]?.[0] !== 'Message') return;
      stop();
      act();
    });
  }

  const idsByName = (workbook: Workbook, lastRow = 7): Record<string, unknown> =>
    Object.fromEntries<unknown>(
      workbook.values(`B4:F${lastRow}`).map((row): [string, unknown] => [String(row[0]), row[4]]),
    );
  const idsOf = (workbook: Workbook) => workbook.values('F4:F7').flat();
  const settled = {
    ent_alder: 'dpmt_old',
    ent_birch: 'dpmt_old2',
    ent_cedar: 'dpmt_ent_cedar',
    ent_dogwood: 'dpmt_ent_dogwood',
  };

  describe.each(['table', 'region'] as const)('in a %s', (kind) => {
    test('sorts: the ids that other rows bore are put back, and the next look writes beside the right ones', async () => {
      const { workbook, table } = await halfStaged(kind);
      whenCreated(workbook, () => {
        workbook.book.sort(workbook.sheetId, area('B4:J7'), 3, true, 'person');
      });
      await expect(applyWriteBack(planFor(table, resultsFor(table, [2, 3])))).rejects.toMatchObject({
        code: 'sheet-changed',
      });
      expect(workbook.values('B4:F7').map((row) => [row[0], row[4]])).toEqual([
        ['ent_dogwood', ''],
        ['ent_cedar', ''],
        ['ent_alder', 'dpmt_old'],
        ['ent_birch', 'dpmt_old2'],
      ]);
      const fresh = await rereadTable(table.reference);
      expect(await applyWriteBack(planFor(fresh, resultsFor(fresh, [0, 1])))).toMatchObject({ verified: 2 });
      expect(idsByName(workbook)).toEqual(settled);
    });

    test('deletes a row: nothing is left beside a row that it does not belong to', async () => {
      const { workbook, table } = await halfStaged(kind);
      whenCreated(workbook, () => workbook.book.deleteRows(workbook.sheetId, 3, 1, 'person'));
      await expect(applyWriteBack(planFor(table, resultsFor(table, [1, 2])))).rejects.toMatchObject({
        code: 'sheet-changed',
      });
      expect(idsByName(workbook, 6)).toEqual({ ent_birch: 'dpmt_old2', ent_cedar: '', ent_dogwood: '' });
    });

    test('inserts a row: the ids stand beside their own rows or nowhere', async () => {
      const { workbook, table } = await halfStaged(kind);
      whenCreated(workbook, () => workbook.book.insertRows(workbook.sheetId, 5, 1, 'person'));
      await expect(applyWriteBack(planFor(table, resultsFor(table, [2, 3])))).rejects.toMatchObject({
        code: 'sheet-changed',
      });
      const fresh = await rereadTable({ ...table.reference, spansBlankRows: true });
      expect(await applyWriteBack(planFor(fresh, resultsFor(fresh, [3, 4])))).toMatchObject({ verified: 2 });
      expect(idsByName(workbook, 8)).toEqual({ ...settled, '': '' });
    });

    test('moves the column of ids: what stands in its place is put back', async () => {
      const { workbook, table } = await halfStaged(kind);
      whenCreated(workbook, () => {
        workbook.fill('D3', [['Nova payment']]).fill('F3', [['Amount']]);
        const amounts = workbook.values('D4:D7');
        workbook.fill('D4', workbook.values('F4:F7')).fill('F4', amounts);
      });
      await expect(applyWriteBack(planFor(table, resultsFor(table, [2, 3])))).rejects.toMatchObject({
        code: 'sheet-changed',
      });
      expect(workbook.values('F4:F7').flat()).toEqual([100.5, 250, 75.25, 12]);
      expect(workbook.values('D4:D7').flat()).toEqual(['dpmt_old', 'dpmt_old2', '', '']);
    });

    test('moves the column that tells the rows under the ids: it is put back although it was written over', async () => {
      const { workbook, table } = await halfStaged(kind);
      whenCreated(workbook, () => {
        workbook.fill('B3', [['Nova payment']]).fill('F3', [['Investor']]);
        const names = workbook.values('B4:B7');
        workbook.fill('B4', workbook.values('F4:F7')).fill('F4', names);
      });
      await expect(applyWriteBack(planFor(table, resultsFor(table, [2, 3])))).rejects.toMatchObject({
        code: 'sheet-changed',
      });
      expect(workbook.values('F4:F7').flat()).toEqual(payouts.slice(1).map(([name]) => name));
      expect(workbook.values('B4:B7').flat()).toEqual(['dpmt_old', 'dpmt_old2', '', '']);
    });

    test('deletes a row, and another before the ids are taken back: they are found where they stand', async () => {
      const { workbook, table } = await halfStaged(kind);
      const { book, sheetId } = workbook;
      whenCreated(workbook, () => {
        book.sort(sheetId, area('B4:J7'), 3, true, 'person');
        const stop = book.onChange((change) => {
          if (change.kind !== 'cells' || !idsOf(workbook).includes('dpmt_ent_dogwood')) return;
          stop();
          book.deleteRows(sheetId, 3, 1, 'person');
        });
      });
      await expect(applyWriteBack(planFor(table, resultsFor(table, [1, 2, 3])))).rejects.toMatchObject({
        code: 'sheet-changed',
      });
      const left = idsByName(workbook, 6);
      expect(Object.keys(left)).toHaveLength(3);
      for (const [name, id] of Object.entries(left)) {
        expect([name, id]).toEqual([name, { ent_alder: 'dpmt_old', ent_birch: 'dpmt_old2' }[name] ?? '']);
      }
    });
  });

  test('amounts that somebody brings under a new column of a region stay numbers', async () => {
    const { workbook, table } = await halfStaged('region');
    const { book, sheetId } = workbook;
    whenCreated(workbook, () => {
      const [amounts, formats] = [workbook.values('D3:D7'), book.numberFormats(sheetId, area('D3:D7'))];
      const [messages, texts] = [workbook.values('J3:J7'), book.numberFormats(sheetId, area('J3:J7'))];
      book.setNumberFormats(sheetId, area('J3:J7'), formats, 'person');
      book.setNumberFormats(sheetId, area('D3:D7'), texts, 'person');
      workbook.fill('D3', messages).fill('J3', amounts);
    });
    const cells = resultsFor(table).map((cell) => ({ ...cell, value: cell.value ?? 'staged' }));
    await expect(applyWriteBack(planFor(table, cells))).rejects.toMatchObject({ code: 'sheet-changed' });
    expect(workbook.values('J3:J7').flat()).toEqual(['Amount', 100.5, 250, 75.25, 12]);
  });

  test('a change in a column that the plan does not use is no change of the rows', async () => {
    const workbook = await Workbook.open();
    const noted = payouts.map((row, index) => [...row, index === 0 ? 'Note' : `note ${index}`]);
    workbook.fill('B3', noted).select('B3');
    const table = await readSelectedTable();
    workbook.fill('E5', [['seen']]);
    await expect(applyWriteBack(planFor(table))).rejects.toMatchObject({ code: 'sheet-changed' });
    const plan = { ...planFor(table), keyColumns: [0, 1, 2] };
    expect(await applyWriteBack(plan)).toMatchObject({ verified: 4, mismatches: [] });
    expect(workbook.values('E5')).toEqual([['seen']]);
  });
});

describe('size', () => {
  test('long texts in the table are read again in chunks that fit', async () => {
    const workbook = await Workbook.open();
    const text = 'x'.repeat(3_000);
    workbook.fill('A1', [
      ['Investor', 'Text'],
      ...Array.from({ length: 2_500 }, (_, row) => [`ent_${row}`, text]),
    ]);
    workbook.select('A1');
    const table = await readSelectedTable();
    expect(await applyWriteBack(planFor(table, resultsFor(table, [0, 2_499])))).toMatchObject({
      verified: 2,
    });
    expect(workbook.values('C2501')).toEqual([['dst_ent_2499']]);
  });

  test('10,000 rows are written and verified in requests that grow with bytes, not rows', async () => {
    const workbook = await Workbook.open();
    const rows = Array.from({ length: 10_000 }, (_, row) => [`ent_${row}`, 'veh_one', row + 0.25]);
    workbook.fillTable('A1', [payouts[0] ?? [], ...rows]);
    workbook.select('A1');
    const table = await readSelectedTable();
    workbook.host.resetRequests();
    expect(await applyWriteBack(planFor(table))).toEqual({
      verified: 10_000,
      expected: 10_000,
      mismatches: [],
    });
    expect(workbook.host.requests()).toBeLessThanOrEqual(6);
    expect(workbook.values('D10001:E10001')).toEqual([['dst_ent_9999', 'dpmt_ent_9999']]);
  });
});
