import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Currency } from '../../src/contract/index.ts';
import {
  cellAddress,
  checkTable,
  groupPayments,
  payoutCodes,
  problemCodes,
  readTable,
  validateRows,
  type Problem,
  type ProblemCode,
} from '../../src/domain/index.ts';
import {
  cellsOf,
  check,
  header,
  headerWithResults,
  mapping,
  options,
  payoutTable,
  planOf,
  stagedCells,
  tableOf,
} from '../support/builders.ts';
import { setLanguage } from '../../src/words/index.ts';
import { ruleCases } from './rules.ts';

const told = ({ code, cell }: Problem) => `${code} at ${cell === null ? 'table' : cellAddress(cell)}`;

describe('each rule', () => {
  test.each(ruleCases)('$name', ({ table, problems, message }) => {
    const result = check(table);
    expect(result.problems.map(told)).toEqual(problems);
    expect(result.problems.map((problem) => problem.message).join('\n')).toContain(message);
    const blocks = result.problems.some(({ severity }) => severity === 'problem');
    expect(result.plan === null).toBe(blocks);
  });
});

/** Rules that no small table of USD payouts can break; or that are shown in the corpus; each has its own tests. */
const elsewhere: ProblemCode[] = [
  'column-mapped-twice',
  'column-is-result',
  'currencies-mixed',
  'distribution-too-large',
  'distribution-cents-differ',
  'subtotal-among-rows',
  'amount-equals-rows-above',
  'amount-unusual',
  'tie-out-differs',
  'changed-since-staged',
  'entity-unknown',
  'contact-unknown',
  'payee-name-differs',
  'payee-without-instructions',
  'payees-not-checked',
];

test('every listed code is exercised, and every code that is emitted is listed with its severity', () => {
  const emitted = ruleCases.flatMap(({ table }) => check(table).problems);
  for (const { code, severity } of emitted) {
    expect(problemCodes[code as ProblemCode]).toBe(severity);
  }
  const exercised = new Set([...emitted.map(({ code }) => code), ...elsewhere]);
  expect([...exercised].sort()).toEqual(Object.keys(payoutCodes).sort());
});

test('every message is a sentence that says what to do, without the address', () => {
  for (const { message } of ruleCases.flatMap(({ table }) => check(table).problems)) {
    expect(message).toMatch(/\.$/);
    expect(message.length).toBeLessThan(320);
  }
});

describe.each(['de-DE', 'fr-CH'])('in %s', (tag) => {
  beforeAll(() => setLanguage(tag));
  afterAll(() => setLanguage('en-US'));

  test.each(ruleCases)(
    '$name is found at the same cell, and told in that language',
    ({ table, problems }) => {
      const found = check(table).problems;
      expect(found.map(told)).toEqual(problems);
      for (const { message } of found) {
        expect(message).toMatch(/\.$/);
        expect(message.length).toBeLessThan(400);
        expect(message).not.toMatch(/\b(the|and|is|not|of|this|row|cell|with|confirm|enter|or)\b/i);
      }
    },
  );
});

test('a valid table passes without a word', () => {
  const result = check(
    payoutTable([{}, { entity: 'ent_Bob1', contacts: 'cnt_a; cnt_b\ncnt_c,', currency: '' }]),
  );
  expect(result.problems).toEqual([]);
  expect(result.rowCount).toBe(2);
  expect(result.plan?.distributions[0]?.request.payments[1]).toEqual({
    entity: 'ent_Bob1',
    amountCents: 123456,
    currency: 'USD',
    contacts: ['cnt_a', 'cnt_b', 'cnt_c'],
    dateOverride: null,
  });
});

describe('the mapping', () => {
  test('one column for two fields', () => {
    const { problems } = checkTable(payoutTable([{}]), { ...mapping, payeeName: mapping.entity }, options);
    expect(problems.map(told)).toEqual(['column-mapped-twice at E4']);
    expect(problems[0]?.message).toContain('both the entity and the payee name');
  });

  test('a result column as a field', () => {
    const table = tableOf([cellsOf()], { header: headerWithResults });
    const { problems } = checkTable(table, { ...mapping, payeeName: 15 }, options);
    expect(problems.map(told)).toEqual(['column-is-result at Q4']);
  });

  test('a column that is not there any more', () => {
    const { problems } = checkTable(payoutTable([{}]), { ...mapping, amount: 40 }, options);
    expect(problems.map(told)).toEqual(['required-column-missing at table']);
    expect(problems[0]?.field).toBe('amount');
  });
});

describe('currencies', () => {
  test('the default is used for a blank cell and an absent column', () => {
    const without = tableOf([cellsOf().filter((_, index) => index !== 6)], {
      header: header.filter((_, index) => index !== 6),
    });
    for (const table of [payoutTable([{ currency: '' }]), without]) {
      expect(check(table).plan?.totals).toEqual([{ currency: 'USD', amountCents: 123456, count: 1 }]);
      expect(check(table, { defaultCurrency: 'EUR' }).problems.map(told)).toEqual([
        'currency-not-supported at table',
      ]);
    }
    expect(check(payoutTable([{}]), { defaultCurrency: 'EUR' }).problems).toEqual([]);
  });

  test('two in one distribution ask', () => {
    const { rows } = validateRows(readTable(payoutTable([{}, { entity: 'ent_Bob1' }]), mapping), options);
    const mixed = rows.map((row, index) => (index === 1 ? { ...row, currency: 'EUR' as Currency } : row));
    const { problems, groups } = groupPayments(mixed, null);
    expect(problems.map(told)).toEqual(['currencies-mixed at table']);
    expect(problems[0]?.message).toContain('mixes USD and EUR');
    expect(groups[0]?.totals.map(({ currency }) => currency)).toEqual(['USD', 'EUR']);
  });
});

test('a distribution of more than 20,000 payments is refused at the first row too many', () => {
  const rows = Array.from({ length: 20_001 }, (_, index) => ({ entity: `ent_A${index}` }));
  const { problems } = check(payoutTable(rows));
  expect(problems.map(told)).toEqual(['distribution-too-large at B20005']);
});

describe('rows that are no payouts', () => {
  test('blank rows and totals are left out with their reason', () => {
    const table = tableOf([
      cellsOf(),
      [],
      ['  '],
      ['Total', '', '', '', '', 1234.56],
      ['', '', '', '', 'Grand total:', 1234.56],
      ['veh_Alpha1 Subtotal', '', '', '', '', 5],
      ['Sum', '', '', '', '', 5],
    ]);
    const result = check(table);
    expect(result.problems).toEqual([]);
    expect(result.rowCount).toBe(1);
    expect(result.leftOut).toEqual([
      { rowIndex: 5, reason: 'blank' },
      { rowIndex: 6, reason: 'blank' },
      { rowIndex: 7, reason: 'totals-row' },
      { rowIndex: 8, reason: 'totals-row' },
      { rowIndex: 9, reason: 'totals-row' },
      { rowIndex: 10, reason: 'totals-row' },
    ]);
  });

  test("an Excel table's totals row is left out whatever it says", () => {
    const result = check(payoutTable([{}, { entity: 'ent_x' }], { hasTotalsRow: true }));
    expect(result.problems).toEqual([]);
    expect(result.leftOut).toEqual([{ rowIndex: 5, reason: 'totals-row' }]);
  });

  test('a payee called Total whose entity is missing is not left unpaid unseen', () => {
    const result = check(payoutTable([{ payeeName: 'Total Return Fund', entity: '' }]));
    expect(result.problems.map(told)).toEqual(['required-cell-blank at E5']);
    const summary = check(payoutTable([{}, { distributionName: 'Summit sale', entity: 'ent_b' }]));
    expect(summary.rowCount).toBe(2);
  });
});

describe('rows that are staged', () => {
  const old = { distributionDate: '2025-12-31' };

  test('are not sent again and raise no warnings of old', () => {
    const table = tableOf(
      [
        [...cellsOf(old), ...stagedCells('dst_a', 'dpmt_a')],
        [...cellsOf(old), ...stagedCells('dst_a', 'dpmt_b')],
        cellsOf(),
      ],
      { header: headerWithResults },
    );
    const result = check(table);
    expect(result.problems.map(told)).toEqual(['name-with-two-dates at D7']);
    expect(result.plan?.distributions).toHaveLength(1);
    expect(result.plan?.alreadyStaged.map(({ rows }) => rows.length)).toEqual([2]);
    expect(result.plan?.totals).toEqual([{ currency: 'USD', amountCents: 123456, count: 1 }]);
  });

  test('a new distribution that resembles two old ones is told once', () => {
    const reference = { externalReference: 'R1' };
    const table = tableOf(
      [
        cellsOf({ ...reference, distributionName: 'New' }),
        [...cellsOf({ ...reference, distributionName: 'Old' }), ...stagedCells('dst_a', 'dpmt_a')],
        [...cellsOf({ ...reference, distributionName: 'Older' }), ...stagedCells('dst_b', 'dpmt_b')],
      ],
      { header: headerWithResults },
    );
    expect(check(table).problems.map(told)).toEqual(['reference-on-two-distributions at K5']);
  });

  test('a distribution id without a payment id counts as staged', () => {
    const plan = planOf(tableOf([[...cellsOf(), 'dst_a']], { header: headerWithResults }));
    expect(plan.distributions).toEqual([]);
    expect(plan.alreadyStaged).toHaveLength(1);
  });

  test('a message alone does not make a row staged', () => {
    const plan = planOf(
      tableOf([[...cellsOf(), '', '', '', '', 46100.5, 'Not staged: no such entity']], {
        header: headerWithResults,
      }),
    );
    expect(plan.distributions).toHaveLength(1);
  });
});

describe('a narrower selection', () => {
  const rows = [
    {},
    { distributionName: 'Other', entity: 'ent_Bob1' },
    { entity: 'ent_Eve1' },
    { distributionName: 'Other', entity: 'ent_Dan1' },
  ];

  test('takes its distributions whole and leaves out the others', () => {
    const { plan } = check(payoutTable(rows, { selectedRows: [2] }));
    expect(
      plan?.distributions.map(({ request, rowsOutsideSelection }) => [request.name, rowsOutsideSelection]),
    ).toEqual([['Q1 2026', 1]]);
    expect(plan?.distributions[0]?.rows.map(({ rowIndex }) => rowIndex)).toEqual([4, 6]);
  });

  test('is not held up by a problem of another distribution, but by one of its own', () => {
    const broken = rows.map((row, index) => (index === 3 ? { ...row, amount: 0 } : row));
    expect(check(payoutTable(broken, { selectedRows: [2] })).problems).toEqual([]);
    expect(check(payoutTable(broken, { selectedRows: [1] })).problems.map(told)).toEqual([
      'amount-zero at G8',
    ]);
  });

  test('is held up by a row that could belong to it', () => {
    const unclear = rows.map((row, index) => (index === 3 ? { ...row, vehicle: 'x' } : row));
    expect(check(payoutTable(unclear, { selectedRows: [2] })).problems.map(told)).toEqual([
      'id-malformed at C8',
    ]);
  });

  test('reports the other rows of a distribution of which only a broken row is selected', () => {
    const broken = rows.map((row, index) => (index === 3 || index === 1 ? { ...row, amount: 0 } : row));
    expect(check(payoutTable(broken, { selectedRows: [1] })).problems.map(told)).toEqual([
      'amount-zero at G6',
      'amount-zero at G8',
    ]);
  });
});

test('problems stand in sheet order, those of the table first', () => {
  const table = payoutTable([{ amount: 0, distributionName: '' }, { entity: '' }], { sheetProtected: true });
  expect(check(table).problems.map(told)).toEqual([
    'sheet-protected at table',
    'required-cell-blank at B5',
    'amount-zero at G5',
    'required-cell-blank at E6',
  ]);
});

test('dates are read in the 1904 system where the workbook has it', () => {
  const plan = planOf(payoutTable([{ distributionDate: 46112 - 1462 }], { date1904: true }));
  expect(plan.distributions[0]?.request.distributionDate).toBe('2026-03-31');
});
