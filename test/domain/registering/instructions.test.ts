import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instructionsTypes, registrationSchema } from '../../../src/contract/index.ts';
import { instructionsForm, type CellValue } from '../../../src/domain/index.ts';
import { abroad, checkRows, planRows, type Cells } from '../../support/registration-builders.ts';
import { instructionsFaults, noAddress } from './faults.ts';

/** The codes of one row, without what concerns the table. */
function codes(cells: Cells): string[] {
  return checkRows('payment-instructions', [cells]).problems.map(({ code }) => code);
}

function only(cells: Cells) {
  const { problems } = checkRows('payment-instructions', [cells]);
  expect(problems).toHaveLength(1);
  const [problem] = problems;
  if (problem === undefined) throw new Error('No problem');
  return problem;
}

test('good rows of every type have no problem, and make what the contract takes', () => {
  const rows: Cells[] = [
    {},
    { ...abroad, entity: 'ent_Bob1' },
    { entity: 'ent_Cid1', instructionsType: 'ACH', accountNumber: '000444555', ...noAddress },
  ];
  const { problems, plan } = checkRows('payment-instructions', rows);
  expect(problems).toEqual([]);
  expect<unknown>(plan?.groups.map(({ registration }) => registrationSchema.parse(registration))).toEqual([
    {
      kind: 'payment-instructions',
      entity: 'ent_Ada1',
      items: [
        {
          type: 'domestic_wire',
          beneficiaryName: 'Ada Capital LP',
          accountNumber: '000111222333',
          routingNumber: '021000021',
          swiftCode: null,
          bankName: 'Example Bank',
          branchCode: null,
          address: {
            street1: '1 Example Street',
            street2: null,
            city: 'New York',
            state: 'NY',
            postalCode: '10001',
            countryCode: 'US',
          },
          intermediaryName: null,
          intermediarySwiftCode: null,
          instructionsLine1: null,
          instructionsLine2: null,
          instructionsLine3: null,
          externalReference: null,
        },
      ],
    },
    {
      kind: 'payment-instructions',
      entity: 'ent_Bob1',
      items: [
        expect.objectContaining({
          type: 'international_wire',
          accountNumber: 'GB33BUKB20201555555555',
          routingNumber: null,
          swiftCode: 'BUKBGB22',
        }),
      ],
    },
    {
      kind: 'payment-instructions',
      entity: 'ent_Cid1',
      items: [expect.objectContaining({ type: 'ach', address: null })],
    },
  ]);
});

describe('one fault in a row', () => {
  test.each(instructionsFaults)('%s: %j', (code, cells) => {
    expect(codes(cells)).toEqual([code]);
  });

  test.each<[string, Cells]>([
    ['a beneficiary spelled in another way', { beneficiaryName: 'ADA CAPITAL, L.P.' }],
    ['an IBAN in groups of four', { ...abroad, accountNumber: 'GB33 BUKB 2020 1555 5555 55' }],
    ['a routing number in a numeric cell that has all nine digits', { routingNumber: 121000358 }],
    ['spaces around what is meant', { routingNumber: ' 021000021 ', bankName: ' Example Bank ' }],
    ['small letters in a SWIFT code', { ...abroad, swiftCode: 'bukbgb22xxx' }],
    ['no name of the entity to compare with', { entityName: '', beneficiaryName: 'Bob LLC' }],
    ['a wire inside the United States without an address', noAddress],
  ])('none: %s', (_what, cells) => {
    expect(codes(cells)).toEqual([]);
  });

  test('stands at its cell', () => {
    const column = instructionsForm.fields.indexOf('routingNumber');
    expect(only({ routingNumber: '021000022' })).toMatchObject({
      cell: { rowIndex: 4, columnIndex: 1 + column },
      field: 'routingNumber',
    });
  });
});

test.each<[Cells, string]>([
  [{ routingNumber: 21000021 }, '021000021'],
  [{ routingNumber: '021-000-021' }, '021000021'],
  [{ postalCode: 2139 }, '02139'],
  [{ state: 'new york' }, 'NY'],
  [{ countryCode: 'USA' }, 'US'],
  [{ bankName: 'Example\u200b Bank' }, 'Example Bank'],
  [{ entity: ' ent_Ada1' }, 'ent_Ada1'],
])('%j can be mended to %j', (cells, to) => {
  expect(only(cells).correction?.to).toBe(to);
});

test('a routing number is never padded, and an account number never mended', () => {
  expect(checkRows('payment-instructions', [{ routingNumber: 21000021 }]).plan).toBeNull();
  expect(only({ accountNumber: 111222333 }).correction ?? null).toBeNull();
  expect(only({ accountNumber: '000111222\u200b333' }).correction ?? null).toBeNull();
});

test('what is incomplete blocks where the settings say so', () => {
  const cells = { bankName: '' };
  expect(checkRows('payment-instructions', [cells]).plan).not.toBeNull();
  const strict = checkRows('payment-instructions', [cells], {}, { escalated: ['instructions-incomplete'] });
  expect(strict.problems).toMatchObject([{ code: 'instructions-incomplete', severity: 'problem' }]);
  expect(strict.plan).toBeNull();
});

test('a column that is not there is told once', () => {
  const header = ['Entity', 'Type', 'Beneficiary', 'Account number', 'Routing number'];
  const rows = [1, 2, 3].map((nth) => [`ent_A${nth}`, 'ACH', 'Ada', `00011122${nth}`, '021000021']);
  const { problems, plan } = checkRows('payment-instructions', [], { header, values: rows });
  expect(problems).toMatchObject([{ code: 'instructions-incomplete', cell: null, field: 'bankName' }]);
  expect(problems[0]?.message).toContain('3 rows');
  expect(plan?.groups).toHaveLength(3);
});

test.each([
  ['ACH', 'ach'],
  ['ach', 'ach'],
  ['domestic_wire', 'domestic_wire'],
  ['Domestic Wire', 'domestic_wire'],
  ['Wire (domestic)', 'domestic_wire'],
  ['International wire', 'international_wire'],
  ['SWIFT', 'international_wire'],
  ["Int'l wire", null],
  ['Wire', null],
])('the type %j is %s', (label, type) => {
  const { plan } = checkRows('payment-instructions', [{ instructionsType: label }], {}, {});
  const found = plan?.groups[0]?.registration;
  const item = found?.kind === 'payment-instructions' ? found.items[0] : undefined;
  expect(item?.type ?? null).toBe(type);
});

describe('rows against each other', () => {
  const found = (rows: Cells[], results?: CellValue[][]) =>
    checkRows('payment-instructions', rows, results === undefined ? {} : { results }).problems;

  test('the same row twice blocks', () => {
    expect(found([{}, {}])).toMatchObject([
      { code: 'row-twice', severity: 'problem', cell: { rowIndex: 5 } },
    ]);
  });

  test('one account for two entities names both rows and shows its ending alone', () => {
    const [problem, ...more] = found([{}, { entity: 'ent_Bob1', accountNumber: '0001-1122-2333' }]);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: 'account-on-two-entities', severity: 'warning' });
    expect(problem?.cell).toMatchObject({ rowIndex: 5 });
    expect(problem?.message).toMatch(/ending 2333.*row 5.*ent_Ada1.*ent_Bob1/);
  });

  test('one account for one entity by two types is nothing to tell', () => {
    expect(found([{}, { instructionsType: 'ACH', ...noAddress }])).toEqual([]);
  });

  test('one external reference for two rows blocks', () => {
    expect(
      found([{ externalReference: 'R-1' }, { externalReference: 'R-1', accountNumber: '000999888' }]),
    ).toMatchObject([{ code: 'reference-twice', cell: { rowIndex: 5 } }]);
  });

  test('a row that is registered is compared with, and the new one told', () => {
    const problems = found(
      [{}, {}],
      [
        ['', '', ''],
        ['pmi_One1', 46100.5, ''],
      ],
    );
    expect(problems).toMatchObject([{ code: 'row-twice', cell: { rowIndex: 4 } }]);
    expect(problems[0]?.message).toContain('pmi_One1');
  });
});

describe('rows that bear an id', () => {
  test('are not sent again, and their cells not judged: somebody may have masked them', () => {
    const check = checkRows(
      'payment-instructions',
      [{ accountNumber: '••••2333' }, { entity: 'ent_Bob1', accountNumber: '000777888' }],
      { results: [['pmi_One1', 46100.5, '']] },
    );
    expect(check.problems).toEqual([]);
    expect(check.registered).toEqual([{ rowIndex: 4, id: 'pmi_One1' }]);
    expect(check.plan?.groups.map(({ key }) => key)).toEqual(['ent_Bob1']);
  });

  test('block where the id is none, or stands twice', () => {
    const other = { entity: 'ent_Bob1', accountNumber: '000777888' };
    const codesWith = (...ids: string[]) =>
      checkRows('payment-instructions', [{}, other], {
        results: ids.map((id) => [id, '', '']),
      }).problems.map(({ code }) => code);
    expect(codesWith('pmi_')).toEqual(['result-id-malformed']);
    expect(codesWith('ent_Ada1')).toEqual(['result-id-malformed']);
    expect(codesWith('pmi_One1', 'pmi_One1')).toEqual(['registered-id-twice']);
  });
});

describe('the plan', () => {
  test('puts the rows of an entity together, in the order in which the sheet names them', () => {
    const rows = ['ent_B', 'ent_A', 'ent_B', 'ent_C', 'ent_A'].map((entity, nth) => ({
      entity,
      entityName: `Payee ${entity.slice(4)}`,
      beneficiaryName: `Payee ${entity.slice(4)}`,
      accountNumber: `00011122${nth}`,
    }));
    const plan = planRows('payment-instructions', rows);
    expect(
      plan.groups.map(({ key, title, rows: own }) => [key, title, own.map(({ index }) => index)]),
    ).toEqual([
      ['ent_B', 'Payee B', [0, 2]],
      ['ent_A', 'Payee A', [1, 4]],
      ['ent_C', 'Payee C', [3]],
    ]);
  });

  test('parts more than fifty rows of one entity', () => {
    const rows = Array.from({ length: 51 }, (_, nth) => ({ accountNumber: `0001110${nth + 100}` }));
    const { groups } = planRows('payment-instructions', rows);
    expect(groups.map(({ key, rows: own }) => [key, own.length])).toEqual([
      ['ent_Ada1', 50],
      ['ent_Ada1 2', 1],
    ]);
  });

  test('takes all rows of an entity of which one is selected, and tells nothing of the others', () => {
    const rows = [{}, { entity: 'ent_Bob1', routingNumber: '1' }, { accountNumber: '000777888' }];
    const check = checkRows('payment-instructions', rows, { selectedRows: [2] });
    expect(check.problems).toEqual([]);
    expect(check.plan?.groups.map(({ rows: own }) => own.map(({ index }) => index))).toEqual([[0, 2]]);
  });
});

const anyCell = fc.oneof(
  fc.constantFrom<CellValue>('', 'ACH', 'ent_Ada1', '021000021', 21000021, 'US', '#N/A', true, ' ', '\u200b'),
  fc.string(),
  fc.integer(),
  fc.double({ noNaN: true }),
);

test('whatever the cells hold, the check ends, and what it plans is what the contract takes', () => {
  const row = fc.tuple(...instructionsForm.fields.map(() => fc.option(anyCell, { nil: undefined })));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), fc.constantFrom(...instructionsTypes), (rows, type) => {
      const cells = rows.map((values) => {
        const row: Cells = { instructionsType: type };
        instructionsForm.fields.forEach((field, nth) => {
          const value = values[nth];
          if (value !== undefined) row[field] = value;
        });
        return row;
      });
      const { plan } = checkRows('payment-instructions', cells);
      for (const { registration } of plan?.groups ?? []) registrationSchema.parse(registration);
    }),
    { numRuns: 300 },
  );
});

test('an account number that stands anywhere in a row is repeated by no message', () => {
  const secret = '9988776655443322';
  const field = fc.constantFrom(...instructionsForm.fields);
  const shape = fc.constantFrom<(secret: string) => CellValue>(
    (text) => text,
    (text) => Number(text),
    (text) => ` ${text}`,
    (text) => `${text}\u200b`,
    (text) => `GB33${text}`,
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(field, shape), { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      (put, wire) => {
        const cells = Object.fromEntries(put.map(([name, make]) => [name, make(secret)])) as Cells;
        const { problems } = checkRows('payment-instructions', [wire ? { ...abroad, ...cells } : cells, {}]);
        for (const { message } of problems) expect(message).not.toContain('8877665544');
      },
    ),
    { numRuns: 300 },
  );
});
