import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RegistrationKind } from '../../../src/contract/index.ts';
import {
  formOfKind,
  planRegistrationWriteBack,
  sameRegistrationPlan,
  suggestRegistration,
  type CellValue,
  type RegistrationPlan,
  type RegistrationResult,
  type SheetTable,
} from '../../../src/domain/index.ts';
import {
  checkedAt,
  checkRows,
  headerOf,
  planRows,
  registered,
  registrationTable,
  withoutId,
  type Cells,
} from '../../support/registration-builders.ts';

const prefixes = { 'payment-instructions': 'pmi', entity: 'ent', contact: 'cnt' } as const;

/** The id that a row of the first sheet was given, so that a test knows it wherever the row has gone. */
function idOf(kind: RegistrationKind, index: number): string {
  return `${prefixes[kind]}_Row${index}`;
}

/** As if Nova had accepted every row. */
function accepted(plan: RegistrationPlan): RegistrationResult[] {
  return plan.groups.map((registration) => ({
    registration,
    outcome: registration.rows.map(({ index }) => registered(idOf(plan.kind, index))),
  }));
}

function writeBack(kind: RegistrationKind, table: SheetTable, results: RegistrationResult[]) {
  return planRegistrationWriteBack(table, suggestRegistration(kind, table.header), kind, results, checkedAt);
}

/** The id of each line of the table that the plan writes one to; `''` for one that it takes away. */
function idsOf({ cells }: ReturnType<typeof writeBack>): [number, string | number | null][] {
  return cells
    .filter(({ column }) => column === 'registeredId')
    .map(({ rowOffset, value }) => [rowOffset, value]);
}

const rowsOf: Readonly<Record<RegistrationKind, (nth: number) => Cells>> = {
  'payment-instructions': (nth) => ({
    entity: `ent_P${Math.floor(nth / 2)}`,
    entityName: '',
    // Two rows of one entity that only the number tells apart.
    accountNumber: `0001110${100 + nth}`,
  }),
  entity: (nth) => ({ name: `Payee ${nth}`, externalReference: nth % 3 === 0 ? '' : `E-${nth}` }),
  contact: (nth) => ({ email: `person${nth}@example.com`, externalReference: '' }),
};
const kinds = Object.keys(rowsOf) as RegistrationKind[];

test.each(kinds)(
  'ids, time and message of %s stand in the row, whatever its result columns are called',
  (kind) => {
    const rows = [0, 1, 2].map(rowsOf[kind]);
    const plan = writeBack(kind, registrationTable(kind, rows), accepted(planRows(kind, rows)));
    expect(plan.unplaced).toEqual([]);
    expect(plan.reference.form).toBe(kind);
    expect(plan.cells.slice(0, 3)).toEqual([
      { rowOffset: 0, column: 'registeredId', value: idOf(kind, 0), link: null },
      { rowOffset: 0, column: 'checkedAt', value: checkedAt.serial, link: null },
      { rowOffset: 0, column: 'message', value: '', link: null },
    ]);
    expect(idsOf(plan)).toEqual([0, 1, 2].map((index) => [index, idOf(kind, index)]));
  },
);

test.each(withoutId.map((outcome) => [outcome.outcome, outcome] as const))(
  '%s writes a message and no id',
  (_name, outcome) => {
    const plan = planRows('payment-instructions', [{}]);
    const [registration] = plan.groups;
    if (registration === undefined) throw new Error('No group');
    const table = registrationTable('payment-instructions', [{}]);
    const { cells, unplaced } = writeBack('payment-instructions', table, [
      { registration, outcome: [outcome] },
    ]);
    expect(unplaced).toEqual([]);
    expect(cells.map(({ column }) => column)).toEqual(['checkedAt', 'message']);
    expect(String(cells[1]?.value)).toContain('message' in outcome ? outcome.message : '?');
  },
);

test('a refused reference names who bears it, and an id from another workbook where it comes from', () => {
  const [registration] = planRows('entity', [{}]).groups;
  if (registration === undefined) throw new Error('No group');
  const table = registrationTable('entity', [{}]);
  const messageOf = (outcome: RegistrationResult['outcome']) =>
    writeBack('entity', table, [{ registration, outcome }]).cells.find(({ column }) => column === 'message')
      ?.value;
  expect(messageOf([withoutId[0] ?? null])).toContain('ent_Holder1 (Holder LP)');
  const elsewhere = { workbook: 'other.xlsx', sheet: 'Payees' };
  expect(messageOf([registered('ent_X1', { existing: true, acceptedFrom: elsewhere })])).toMatch(
    /^Registered from other\.xlsx, sheet Payees, on 2026-03-02 10:00 UTC by preparer@example\.com\.$/,
  );
});

test('what was not asked leaves its row alone', () => {
  const rows = [{}, { entity: 'ent_Bob1', accountNumber: '000777888' }];
  const [first, second] = planRows('payment-instructions', rows).groups;
  if (first === undefined || second === undefined) throw new Error('No groups');
  const plan = writeBack('payment-instructions', registrationTable('payment-instructions', rows), [
    { registration: first, outcome: [null] },
    { registration: second, outcome: null },
  ]);
  expect([plan.cells, plan.unplaced]).toEqual([[], []]);
});

describe('a sheet that changed meanwhile', () => {
  const kind = 'payment-instructions';

  test('lists what was deleted with its id and the ending of its account alone', () => {
    const rows = [0, 1].map(rowsOf[kind]);
    const plan = writeBack(kind, registrationTable(kind, [rowsOf[kind](1)]), accepted(planRows(kind, rows)));
    expect(plan.unplaced).toEqual([
      {
        id: 'pmi_Row0',
        title: 'Ada Capital LP',
        entity: 'ent_P0',
        accountEnding: '0100',
        reason: 'The row that stood in row 5 was deleted or changed, or bears another id.',
      },
    ]);
    expect(JSON.stringify(plan.unplaced)).not.toContain('0001110100');
    expect(idsOf(plan)).toEqual([[0, 'pmi_Row1']]);
  });

  test('gives a row whose account was changed no id', () => {
    const fresh = registrationTable(kind, [{ accountNumber: '000999999' }]);
    const plan = writeBack(kind, fresh, accepted(planRows(kind, [{}])));
    expect(idsOf(plan)).toEqual([]);
    expect(plan.unplaced.map(({ id }) => id)).toEqual(['pmi_Row0']);
  });

  test('leaves an id alone that is none of these results', () => {
    const fresh = registrationTable(kind, [{}], { results: [['pmi_Other', 46_000, '']] });
    const plan = writeBack(kind, fresh, accepted(planRows(kind, [{}])));
    expect(idsOf(plan)).toEqual([]);
    expect(plan.unplaced).toHaveLength(1);
  });

  test('puts ids right that somebody sorted away from their rows', () => {
    const rows = [0, 1, 2].map(rowsOf[kind]);
    const wrong = ['pmi_Row2', 'pmi_Row0', 'pmi_Row1'].map((id) => [id, 46_000, '']);
    const fresh = registrationTable(kind, rows, { results: wrong });
    expect(idsOf(writeBack(kind, fresh, accepted(planRows(kind, rows))))).toEqual(
      [0, 1, 2].map((index) => [index, idOf(kind, index)]),
    );
  });

  test('takes an id away from a row that it does not belong to', () => {
    const stray = { entity: 'ent_Other', accountNumber: '000888777' };
    const fresh = registrationTable(kind, [{}, stray], {
      results: [
        ['pmi_Row0', 46_000, ''],
        ['pmi_Row0', 46_000, ''],
      ],
    });
    expect(idsOf(writeBack(kind, fresh, accepted(planRows(kind, [{}]))))).toEqual([
      [0, 'pmi_Row0'],
      [1, ''],
    ]);
  });

  test('knows a row by its id whose account number was masked since', () => {
    const fresh = registrationTable(kind, [{ accountNumber: '••••2333' }], {
      results: [['pmi_Row0', 46_000, '']],
    });
    const plan = writeBack(kind, fresh, accepted(planRows(kind, [{}])));
    expect(plan.unplaced).toEqual([]);
    expect(idsOf(plan)).toEqual([[0, 'pmi_Row0']]);
  });
});

/** What people do to a sheet between the check and the write-back: an order, rows that go, and rows that come. */
const shuffled = (count: number) =>
  fc
    .tuple(
      fc.shuffledSubarray([...Array(count).keys()], { minLength: 0, maxLength: count }),
      fc.array(fc.nat(count), { maxLength: 4 }),
    )
    .map(([kept, comes]) => {
      const lines: (number | null)[] = [...kept];
      for (const at of comes) lines.splice(Math.min(at, lines.length), 0, null);
      return lines;
    });

test.each(kinds)('however a sheet of %s is shuffled, every id stands beside its own row', (kind) => {
  const rows = Array.from({ length: 24 }, (_, nth) => rowsOf[kind](nth));
  const results = accepted(planRows(kind, rows));
  fc.assert(
    fc.property(shuffled(rows.length), (lines) => {
      const fresh = registrationTable(
        kind,
        lines.map((line, nth) => (line === null ? rowsOf[kind](1_000 + nth) : (rows[line] ?? {}))),
      );
      const plan = writeBack(kind, fresh, results);
      expect(idsOf(plan)).toEqual(
        lines.flatMap((line, at) => (line === null ? [] : [[at, idOf(kind, line)]])),
      );
      const gone = rows.map((_row, index) => index).filter((index) => !lines.includes(index));
      expect(new Set(plan.unplaced.map(({ id }) => id))).toEqual(
        new Set(gone.map((index) => idOf(kind, index))),
      );
    }),
    { numRuns: 60 },
  );
});

test('a hundred entities with one to three instructions each find their rows after sorting', () => {
  const kind = 'payment-instructions';
  const rows: Cells[] = Array.from({ length: 100 }, (_, nth) =>
    Array.from({ length: 1 + (nth % 3) }, (_unused, own) => ({
      entity: `ent_H${nth}`,
      entityName: '',
      // Equal but for the number, and for some the number alone differs by its first digits.
      accountNumber: `000${own}${String(nth).padStart(4, '0')}0000`,
    })),
  ).flat();
  const results = accepted(planRows(kind, rows));
  expect(results).toHaveLength(100);
  const order = [...rows.keys()].sort((one, other) => ((one * 73) % 199) - ((other * 73) % 199));
  const plan = writeBack(
    kind,
    registrationTable(
      kind,
      order.map((index) => rows[index] ?? {}),
    ),
    results,
  );
  expect(plan.unplaced).toEqual([]);
  expect(idsOf(plan)).toEqual(order.map((index, at) => [at, idOf(kind, index)]));
});

describe('sameRegistrationPlan', () => {
  const of = (rows: Cells[], changes: Parameters<typeof registrationTable>[2] = {}) => {
    const { plan } = checkRows('payment-instructions', rows, changes);
    if (plan === null) throw new Error('No plan');
    return plan;
  };

  test('does not mind where the rows stand', () => {
    expect(sameRegistrationPlan(of([{}]), of([{}], { headerRowIndex: 9 }))).toBe(true);
  });

  test.each<[string, Cells[], Parameters<typeof registrationTable>[2]]>([
    ['an account number', [{ accountNumber: '000111222334' }], {}],
    ['the entity', [{ entity: 'ent_Bob1' }], {}],
    ['its name', [{ entityName: 'ADA CAPITAL LP' }], {}],
    ['another row', [{}, { accountNumber: '000777888' }], {}],
    ['a row that was hidden', [{}], { hidden: [true] }],
  ])('sees %s', (_what, rows, changes) => {
    expect(sameRegistrationPlan(of([{}]), of(rows, changes))).toBe(false);
  });
});

test('result columns of the form are taken for no field of it', () => {
  const header: CellValue[] = [...headerOf('entity'), ...Object.values(formOfKind('entity').results)];
  expect(Object.values(suggestRegistration('entity', header))).toEqual([0, 1, 2, 3]);
});
