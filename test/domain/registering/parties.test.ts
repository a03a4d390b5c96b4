import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entityTypes, registrationSchema } from '../../../src/contract/index.ts';
import { contactForm, entityForm, registrationCodes, type CellValue } from '../../../src/domain/index.ts';
import { checkRows, planRows, type Cells } from '../../support/registration-builders.ts';
import { instructionsFaults, partyFaults } from './faults.ts';

test('good rows have no problem, and make what the contract takes', () => {
  const entities = planRows('entity', [
    {},
    { name: 'Bob Trust', entityType: 'Trust', externalReference: '' },
  ]);
  expect<unknown>(entities.groups.map(({ registration }) => registrationSchema.parse(registration))).toEqual([
    {
      kind: 'entity',
      items: [
        { name: 'Ada Capital LP', type: 'partnership', externalReference: 'E-1', externalType: null },
        { name: 'Bob Trust', type: 'trust', externalReference: null, externalType: null },
      ],
    },
  ]);
  const contacts = planRows('contact', [
    {},
    { name: 'Bob', email: ' bob@example.com ', externalReference: 7 },
  ]);
  expect<unknown>(contacts.groups.map(({ registration }) => registrationSchema.parse(registration))).toEqual([
    {
      kind: 'contact',
      items: [
        { name: 'Ann Example', email: 'ann@example.com', externalReference: 'C-1' },
        { name: 'Bob', email: 'bob@example.com', externalReference: '7' },
      ],
    },
  ]);
});

test.each(partyFaults)('%s of %s: %j', (code, kind, cells) => {
  expect(checkRows(kind, [cells]).problems.map((problem) => problem.code)).toEqual([code]);
});

test.each(entityTypes)('the type %s may be written as Nova writes it', (type) => {
  expect(typeOf(type)).toBe(type);
  expect(typeOf(type.replaceAll('_', ' ').toUpperCase())).toBe(type);
});

test.each([
  ['LLC', 'llc'],
  ['L.L.C.', 'llc'],
  ['Limited liability company', 'llc'],
  ['IRA', 'individual_retirement_plan'],
  ['Limited partnership', 'partnership'],
  ['LP', 'partnership'],
  ['JTWROS', 'joint_tenants_ros'],
  ['C-Corp', 'corporation'],
  ['Inc.', 'corporation'],
  ['Revocable trust', 'trust'],
  ['Charitable Remainder Trust', 'charitable_remainder_trust'],
  ['401(k) plan', 'employee_benefit_plan'],
  ['Other', 'other_entity'],
  ['Fund', null],
  ['Company', null],
  ['Joint', null],
])('the type %j is %s', (label, type) => {
  expect(typeOf(label)).toBe(type);
});

function typeOf(label: string) {
  const registration = checkRows('entity', [{ entityType: label }]).plan?.groups[0]?.registration;
  return registration?.kind === 'entity' ? registration.items[0]?.type : null;
}

const hidden = { email: 'ann\u200b@example.com' };

test('an address with a hidden character can be mended to what is seen', () => {
  expect(checkRows('contact', [hidden]).problems[0]?.correction).toEqual({
    kind: 'remove-invisible',
    to: 'ann@example.com',
  });
});

describe('rows against each other', () => {
  const found = (kind: 'entity' | 'contact', other: Cells) =>
    checkRows(kind, [{}, other]).problems.map(({ code, cell }) => [code, cell?.rowIndex]);

  test.each<[string[], 'entity' | 'contact', Cells]>([
    [['row-twice'], 'entity', {}],
    [['row-twice'], 'contact', {}],
    [['reference-twice'], 'entity', { name: 'Bob LLC' }],
    [['reference-twice'], 'contact', { email: 'bob@example.com' }],
    [['name-twice'], 'entity', { name: 'ADA  Capital LP', externalReference: 'E-2' }],
    [['name-twice'], 'contact', { name: 'Ann E.', email: 'Ann@example.com', externalReference: '' }],
    [[], 'contact', { email: 'bob@example.com', externalReference: 'C-2' }],
  ])('%j of %s %j', (codes, kind, other) => {
    expect(found(kind, other)).toEqual(codes.map((code) => [code, 5]));
  });
});

test('a hundred and twenty rows go in groups of fifty, and a selection narrows them', () => {
  const rows = Array.from({ length: 120 }, (_, nth) => ({
    name: `Payee ${nth}`,
    externalReference: `R${nth}`,
  }));
  const { groups } = planRows('entity', rows);
  expect(groups.map(({ title, rows: own }) => [title, own.length])).toEqual([
    ['Rows 5 to 54', 50],
    ['Rows 55 to 104', 50],
    ['Rows 105 to 124', 20],
  ]);
  const check = checkRows('entity', rows, { selectedRows: [3, 4] });
  expect(check.plan?.groups.map(({ title }) => title)).toEqual(['Rows 8 to 9']);
});

const anyCell = fc.oneof(
  fc.constantFrom<CellValue>('', 'LLC', 'ann@example.com', '#REF!', false, '\u200b', ' '),
  fc.string(),
  fc.double({ noNaN: true }),
);

test.each([entityForm, contactForm])(
  'whatever the cells hold, the check ends, and what it plans is what the contract takes',
  ({ kind, fields }) => {
    const row = fc.tuple(...fields.map(() => fc.option(anyCell, { nil: undefined })));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const cells = rows.map((values) => {
          const row: Cells = {};
          fields.forEach((field, nth) => {
            const value = values[nth];
            if (value !== undefined) row[field] = value;
          });
          return row;
        });
        const { plan } = checkRows(kind === 'entity' ? 'entity' : 'contact', cells);
        for (const { registration } of plan?.groups ?? []) registrationSchema.parse(registration);
      }),
      { numRuns: 300 },
    );
  },
);

test('an empty table says that there is nothing to register', () => {
  expect(checkRows('entity', []).problems.map(({ code }) => code)).toEqual(['no-registration-rows']);
});

test('a line with a total is none to register', () => {
  const check = checkRows('entity', [{}, { name: 'Total', entityType: '', externalReference: '' }]);
  expect(check.leftOut).toEqual([{ rowIndex: 5, reason: 'totals-row' }]);
  expect(check.problems).toEqual([]);
});

test('every message is a sentence that says what to do, without the address', () => {
  const problems = [
    ...instructionsFaults.flatMap(([, cells]) => checkRows('payment-instructions', [cells, cells]).problems),
    ...partyFaults.flatMap(([, kind, cells]) => checkRows(kind, [cells, cells]).problems),
  ];
  for (const { message } of problems) {
    expect(message).toMatch(/^[A-Z"].*\.$/);
    expect(message.length).toBeLessThan(320);
  }
});

test('every code has a row that must be given it', () => {
  const alone = ['no-registration-rows', 'registered-id-twice'];
  const between = ['row-twice', 'reference-twice', 'name-twice', 'account-on-two-entities'];
  const exercised = new Set([
    ...instructionsFaults.map(([code]) => code),
    ...partyFaults.map(([code]) => code),
    ...alone,
    ...between,
  ]);
  expect(Object.keys(registrationCodes).filter((code) => !exercised.has(code))).toEqual([]);
});
