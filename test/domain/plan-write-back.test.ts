import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  followColumns,
  planWriteBack,
  suggestMapping,
  type CellValue,
  type DistributionOutcome,
  type ResultCell,
  type SheetTable,
} from '../../src/domain/index.ts';
import {
  accepted,
  cellsOf,
  check,
  header,
  headerWithResults,
  otherMode,
  planOf,
  rejected,
  stagedCells,
  tableOf,
  unknown,
} from '../support/builders.ts';

const checkedAt = { serial: 46083.5 };

function withResults(values: CellValue[][], changes: Partial<SheetTable> = {}): SheetTable {
  return tableOf(values, { header: headerWithResults, ...changes });
}

function stage(table: SheetTable): DistributionOutcome[] {
  return planOf(table).distributions.map((distribution, index) => ({
    distribution,
    outcome: accepted(distribution, `dst_D${index}`),
  }));
}

function writeBack(table: SheetTable, outcomes: DistributionOutcome[]) {
  return planWriteBack(table, suggestMapping(table.header), outcomes, checkedAt);
}

/** `[rowOffset, payment id]` of each row that gets one. */
function payments(cells: ResultCell[]) {
  return cells
    .filter(({ column }) => column === 'paymentId')
    .map(({ rowOffset, value }) => [rowOffset, value]);
}

function valuesOf(cells: ResultCell[], rowOffset: number) {
  return Object.fromEntries(
    cells.filter((cell) => cell.rowOffset === rowOffset).map(({ column, value }) => [column, value]),
  );
}

const ada = cellsOf();
const bob = cellsOf({ entity: 'ent_Bob1', payeeName: 'Bob LP' });
const eve = cellsOf({ entity: 'ent_Eve1', payeeName: 'Eve LP', distributionName: 'Other' });

describe('what is written', () => {
  test('an accepted row gets ids, statuses, the time and no message', () => {
    const table = withResults([ada, bob]);
    const plan = writeBack(table, stage(table));
    expect(valuesOf(plan.cells, 1)).toEqual({
      distributionId: 'dst_D0',
      paymentId: 'dpmt_D0x1',
      distributionStatus: 'draft',
      paymentStatus: 'staged',
      checkedAt: 46083.5,
      message: '',
    });
    expect(plan.cells[0]?.link).toBe('https://portal.example/dst_D0');
    expect(plan.cells.filter(({ link }) => link !== null).map(({ column }) => column)).toEqual([
      'distributionId',
      'distributionId',
    ]);
    expect(plan.unplaced).toEqual([]);
    expect(plan.table).toBe(table);
  });

  test.each([
    [rejected('The entity does not exist.'), 'Not staged: The entity does not exist.'],
    [unknown('Nova did not answer.'), 'Outcome not known yet: Nova did not answer.'],
    [rejected('=HYPERLINK("x")\n\u0007'), 'Not staged: =HYPERLINK("x")'],
  ])('a row without success gets its message and no ids', (outcome, message) => {
    const table = withResults([ada]);
    const [staged] = stage(table);
    const plan = writeBack(table, staged === undefined ? [] : [{ ...staged, outcome }]);
    expect(valuesOf(plan.cells, 0)).toEqual({ checkedAt: 46083.5, message });
    expect(plan.unplaced).toEqual([]);
  });

  test('a row that Nova created in the other mode gets the message that names it, and no ids', () => {
    const table = withResults([ada]);
    const outcomes = stage(table).map(({ distribution }) => ({
      distribution,
      outcome: otherMode(distribution, 'dst_Far'),
    }));
    const plan = writeBack(table, outcomes);
    expect(valuesOf(plan.cells, 0)).toEqual({
      checkedAt: 46083.5,
      message: 'Nova created dst_Far in live mode.',
    });
    expect(plan.unplaced).toEqual([]);
    // Nor is it missed where the row is gone: there is nothing of it to bring back.
    expect(writeBack(withResults([bob]), outcomes)).toMatchObject({ cells: [], unplaced: [] });
  });

  test('what was not sent leaves its rows alone', () => {
    const table = withResults([ada]);
    const plan = writeBack(
      table,
      stage(table).map((staged) => ({ ...staged, outcome: null })),
    );
    expect(plan.cells).toEqual([]);
  });

  test("a payment that Nova's answer lacks is said in its row, with the answer's warnings", () => {
    const table = withResults([ada]);
    const outcomes = stage(table).map(({ distribution }) => ({
      distribution,
      outcome: accepted(distribution, 'dst_D0', { payments: [null], warnings: ['One payment is missing.'] }),
    }));
    expect(valuesOf(writeBack(table, outcomes).cells, 0)).toMatchObject({
      distributionId: 'dst_D0',
      paymentId: '',
      message:
        "Nova's answer holds no payment for this row; look at the distribution in Nova. One payment is missing.",
    });
  });

  test('statuses that nobody knows are written as they came, but never as a formula, and no link but https', () => {
    const table = withResults([ada]);
    const outcomes = stage(table).map(({ distribution }) => ({
      distribution,
      outcome: accepted(distribution, 'dst_D0', {
        distributionStatus: '=1+1',
        senderUrl: 'javascript:alert(1)',
      }),
    }));
    const { cells } = writeBack(table, outcomes);
    expect(valuesOf(cells, 0)['distributionStatus']).toBe("'=1+1");
    expect(cells.every(({ link }) => link === null)).toBe(true);
  });
});

describe('rows are found again', () => {
  test('after sorting, inserting and deleting', () => {
    const outcomes = stage(withResults([ada, bob, eve]));
    const plan = writeBack(withResults([[], eve, cellsOf({ entity: 'ent_New1' }), ada]), outcomes);
    expect(payments(plan.cells)).toEqual([
      [1, 'dpmt_D1x0'],
      [3, 'dpmt_D0x0'],
    ]);
    expect(plan.unplaced).toEqual([
      {
        distributionId: 'dst_D0',
        paymentId: 'dpmt_D0x1',
        distributionStatus: 'draft',
        paymentStatus: 'staged',
        entity: 'ent_Bob1',
        amountCents: 123456,
        currency: 'USD',
        payeeName: 'Bob LP',
        reason: 'What stood in row 6 was deleted or changed, or the row has other ids now.',
      },
    ]);
  });

  test('after columns were moved, when the mapping follows them', () => {
    const table = withResults([ada, bob]);
    const outcomes = stage(table);
    const moved = tableOf([[...bob].reverse(), [...ada].reverse()], { header: [...header].reverse() });
    const mapping = followColumns(suggestMapping(table.header), table.header, moved.header);
    const plan = planWriteBack(moved, mapping, outcomes, checkedAt);
    expect(payments(plan.cells)).toEqual([
      [0, 'dpmt_D0x1'],
      [1, 'dpmt_D0x0'],
    ]);
  });

  test('after a payee was renamed, but not after the amount was changed', () => {
    const outcomes = stage(withResults([ada, bob]));
    const renamed = cellsOf({ payeeName: 'Ada Capital II LP' });
    const changed = cellsOf({ entity: 'ent_Bob1', payeeName: 'Bob LP', amount: 1 });
    const plan = writeBack(withResults([changed, renamed]), outcomes);
    expect(payments(plan.cells)).toEqual([[1, 'dpmt_D0x0']]);
    expect(plan.unplaced.map(({ paymentId }) => paymentId)).toEqual(['dpmt_D0x1']);
  });

  test('equal rows by their payee, wherever they went, and else in order', () => {
    const twin = cellsOf({ payeeName: 'Ada Capital LP, second account' });
    const outcomes = stage(withResults([ada, twin, ada]));
    expect(payments(writeBack(withResults([twin, ada, ada]), outcomes).cells)).toEqual([
      [0, 'dpmt_D0x1'],
      [1, 'dpmt_D0x0'],
      [2, 'dpmt_D0x2'],
    ]);
  });

  test('by the id that was written before, when the results are written again', () => {
    const outcomes = stage(withResults([ada, ada]));
    const fresh = withResults([
      [...ada, ...stagedCells('dst_D0', 'dpmt_D0x1')],
      [...ada, 'dst_D0'],
    ]);
    expect(payments(writeBack(fresh, outcomes).cells)).toEqual([
      [0, 'dpmt_D0x1'],
      [1, 'dpmt_D0x0'],
    ]);
  });

  test('but never a row that bears other ids', () => {
    const outcomes = stage(withResults([ada]));
    const plan = writeBack(withResults([[...ada, ...stagedCells('dst_Other', 'dpmt_Other')]]), outcomes);
    expect(plan.cells).toEqual([]);
    expect(plan.unplaced).toHaveLength(1);
  });

  test("by the content, where ids stand beside each other's rows because somebody sorted while they were written", () => {
    const outcomes = stage(withResults([ada, bob, eve]));
    const astray = withResults([
      [...bob, ...stagedCells('dst_D0', 'dpmt_D0x0')],
      [...eve, ...stagedCells('dst_D0', 'dpmt_D0x1')],
      [...ada, ...stagedCells('dst_D1', 'dpmt_D1x0')],
    ]);
    expect(payments(writeBack(astray, outcomes).cells)).toEqual([
      [0, 'dpmt_D0x1'],
      [1, 'dpmt_D1x0'],
      [2, 'dpmt_D0x0'],
    ]);
  });

  test('by the id alone where the content was edited after staging, and nothing else fits', () => {
    const outcomes = stage(withResults([ada, bob]));
    const edited = cellsOf({ amount: 99 });
    const fresh = withResults([[...edited, ...stagedCells('dst_D0', 'dpmt_D0x0')], bob]);
    const plan = writeBack(fresh, outcomes);
    expect(payments(plan.cells)).toEqual([
      [0, 'dpmt_D0x0'],
      [1, 'dpmt_D0x1'],
    ]);
    expect(plan.unplaced).toEqual([]);
  });

  test('though half of their ids are missing, or are those of another row', () => {
    const outcomes = stage(withResults([ada, bob]));
    const [own, others] = [stagedCells('dst_D0', 'dpmt_D0x0'), stagedCells('dst_D0', 'dpmt_D0x1')];
    const halves = writeBack(
      withResults([
        [...ada, '', ...others.slice(1)],
        [...bob, '', ...others.slice(1)],
      ]),
      outcomes,
    );
    expect(payments(halves.cells)).toEqual([
      [0, 'dpmt_D0x0'],
      [1, 'dpmt_D0x1'],
    ]);
    expect(halves.unplaced).toEqual([]);
    expect(valuesOf(halves.cells, 1)).toMatchObject({ distributionId: 'dst_D0' });
    expect(writeBack(withResults([[...ada, '', ...own.slice(1)]]), outcomes).unplaced).toMatchObject([
      { paymentId: 'dpmt_D0x1' },
    ]);
  });

  test('though their ids stand a column too far right', () => {
    const outcomes = stage(withResults([ada, bob]));
    const shifted = ['', ...stagedCells('dst_D0', 'dpmt_D0x0')].slice(0, 6);
    const { cells, unplaced } = writeBack(withResults([[...ada, ...shifted], bob]), outcomes);
    expect(unplaced).toEqual([]);
    expect(valuesOf(cells, 0)).toMatchObject({ distributionId: 'dst_D0', paymentId: 'dpmt_D0x0' });
  });

  test('nothing is placed when a required column is gone', () => {
    const outcomes = stage(withResults([ada]));
    const gone = tableOf([ada], { header: header.map((text) => (text === 'Entity' ? 'x' : text)) });
    expect(writeBack(gone, outcomes)).toMatchObject({ cells: [], unplaced: [{ paymentId: 'dpmt_D0x0' }] });
  });

  test('rows whose currency came from the default', () => {
    const table = withResults([cellsOf({ currency: '' })]);
    expect(payments(writeBack(table, stage(table)).cells)).toEqual([[0, 'dpmt_D0x0']]);
  });
});

const anyRow = fc
  .record({
    distributionName: fc.constantFrom('Q1', 'Sale'),
    entity: fc.constantFrom('ent_a', 'ent_b', 'ent_c'),
    payeeName: fc.constantFrom('A', 'B'),
    amount: fc.constantFrom(1, 2.5, 1000.01),
  })
  .map(cellsOf);

describe('ids beside a row that they do not belong to, as Ctrl+Z brings them back', () => {
  const outcomes = stage(withResults([ada, bob]));
  const twice = withResults([
    [...ada, ...stagedCells('dst_D0', 'dpmt_D0x0')],
    [...eve, ...stagedCells('dst_D0', 'dpmt_D0x0')],
    bob,
  ]);
  const blank = { distributionId: '', paymentId: '', distributionStatus: '', paymentStatus: '' };

  test('are taken away, once their own row bears them', () => {
    const { cells, unplaced } = writeBack(twice, outcomes);
    expect(valuesOf(cells, 1)).toEqual(blank);
    expect(payments(cells)).toEqual([
      [0, 'dpmt_D0x0'],
      [1, ''],
      [2, 'dpmt_D0x1'],
    ]);
    expect(unplaced).toEqual([]);
  });

  test('also from a row in which so much is missing that it is no payout', () => {
    const broken = withResults([
      [...ada, ...stagedCells('dst_D0', 'dpmt_D0x0')],
      [...ada.map(() => ''), ...stagedCells('dst_D0', 'dpmt_D0x0')],
      bob,
    ]);
    expect(valuesOf(writeBack(broken, outcomes).cells, 1)).toEqual(blank);
  });

  test('also from a row that was refused', () => {
    const plan = planOf(withResults([ada, eve]));
    const [first, second] = plan.distributions;
    if (first === undefined || second === undefined) throw new Error('Two distributions are needed.');
    const { cells } = writeBack(twice, [
      { distribution: first, outcome: accepted(first, 'dst_D0') },
      { distribution: second, outcome: rejected('No such payee') },
    ]);
    expect(valuesOf(cells, 1)).toMatchObject(blank);
    expect(valuesOf(cells, 1)['message']).toContain('Not staged');
  });

  test('but not from a copy of the row, nor other ids, nor where their own row is gone', () => {
    const copied = withResults([twice.values[0] ?? [], twice.values[0] ?? [], bob]);
    expect(payments(writeBack(copied, outcomes).cells)).not.toContainEqual([1, '']);
    const others = withResults([ada, [...eve, ...stagedCells('dst_X', 'dpmt_X0')], bob]);
    expect(payments(writeBack(others, outcomes).cells)).not.toContainEqual([1, '']);
    const edited = withResults([[...eve, ...stagedCells('dst_D0', 'dpmt_D0x0')], bob]);
    expect(payments(writeBack(edited, outcomes).cells)).toContainEqual([0, 'dpmt_D0x0']);
  });
});

test('whatever people do to the rows, each id stands beside a row of its content or is listed as unplaced', () => {
  const edit = fc.record({
    deleted: fc.boolean(),
    inserted: fc.option(anyRow, { freq: 3 }),
    place: fc.nat(),
  });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyRow, edit), { minLength: 1, maxLength: 20 }),
      fc.infiniteStream(fc.nat()),
      (drawn, random) => {
        const before = withResults(drawn.map(([cells]) => cells));
        const outcomes = stage(before);
        const after = drawn.flatMap(([cells, { deleted, inserted }]) => [
          ...(deleted ? [] : [cells]),
          ...(inserted === null ? [] : [inserted, []]),
        ]);
        const order = new Map(after.map((cells) => [cells, random.next().value as number]));
        const fresh = withResults([...after].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)));
        const plan = writeBack(fresh, outcomes);
        const rowOf = new Map(
          outcomes.flatMap(({ distribution, outcome }) =>
            outcome?.outcome === 'accepted'
              ? outcome.payments.map(
                  (payment, index) => [payment?.id as string, distribution.rows[index]] as const,
                )
              : [],
          ),
        );
        const written = payments(plan.cells) as [number, string][];
        for (const [rowOffset, id] of written) {
          const cells = fresh.values[rowOffset] ?? [];
          const row = rowOf.get(id);
          expect([cells[0], cells[3], cells[5]]).toEqual([
            row?.distributionName,
            row?.entity,
            (row?.amountCents ?? 0) / 100,
          ]);
        }
        const everyId = [...written.map(([, id]) => id), ...plan.unplaced.map(({ paymentId }) => paymentId)];
        expect(everyId.sort()).toEqual([...rowOf.keys()].sort());
        expect(new Set(written.map(([rowOffset]) => rowOffset)).size).toBe(written.length);
        const untouched =
          check(before).groups.flatMap(({ rows }) => rows).length -
          drawn.filter(([, { deleted }]) => deleted).length;
        expect(written.length).toBeGreaterThanOrEqual(untouched);
      },
    ),
    { numRuns: 300 },
  );
});
