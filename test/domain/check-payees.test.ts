import { describe, expect, test } from '@jest/globals';
import type { CheckedContact, CheckedEntity } from '../../src/contract/index.ts';
import {
  cellAddress,
  checkPayeesInSlices,
  payeesToAsk,
  withPayees,
  type CheckResult,
  type PayeeKnowledge,
  type SheetTable,
} from '../../src/domain/index.ts';
import {
  check,
  headerWithResults,
  mapping,
  payoutTable,
  cellsOf,
  stagedCells,
  tableOf,
} from '../support/builders.ts';

const entity = (name: string, instructionsCount: number | null = 1): CheckedEntity => ({
  found: 'yes',
  name,
  externalReference: null,
  instructionsCount,
});
const contact: CheckedContact = { found: 'yes', name: 'Ann', externalReference: null };
const no = { found: 'no' as const };
const notKnown = { found: 'not-known' as const, code: 'nova-busy', message: 'Nova asks to slow down (429).' };

const table = payoutTable([
  { entity: 'ent_A1', payeeName: 'Ada Capital, L.P.' },
  { entity: 'ent_B1', payeeName: 'Bo LLC' },
]);

const known = (
  entities: Record<string, CheckedEntity>,
  contacts: Record<string, CheckedContact> = { cnt_Ann1: contact },
): PayeeKnowledge => ({ entities, contacts });

function judged(payees: PayeeKnowledge, of: SheetTable = table, escalated: string[] = []): CheckResult {
  return withPayees(check(of), { table: of, mapping, payees, escalated });
}

const lines = ({ problems }: CheckResult) =>
  problems.map(
    ({ code, severity, cell }) => `${cell === null ? '-' : cellAddress(cell)} ${severity} ${code}`,
  );

describe('withPayees', () => {
  test('says nothing where every name agrees and everybody can be paid', () => {
    const before = check(table);
    const payees = known({ ent_A1: entity('ADA CAPITAL LP'), ent_B1: entity('Bo LLC') });
    expect(withPayees(before, { table, mapping, payees, escalated: [] })).toBe(before);
  });

  test('warns of another name with both names, and of nobody to be paid', () => {
    const result = judged(known({ ent_A1: entity('Ida Capital LP'), ent_B1: entity('Bo LLC', 0) }));
    expect(lines(result)).toEqual(['F5 warning payee-name-differs', 'E6 warning payee-without-instructions']);
    expect(result.problems[0]?.message).toContain('“Ada Capital, L.P.”');
    expect(result.problems[0]?.message).toContain('in Nova the legal name of ent_A1 is “Ida Capital LP”');
    expect(result.plan).not.toBeNull();
  });

  test('an unknown entity or contact blocks', () => {
    const result = judged(known({ ent_A1: no, ent_B1: entity('Bo LLC') }, { cnt_Ann1: no }));
    expect(lines(result)).toEqual([
      'E5 problem entity-unknown',
      'I5 problem contact-unknown',
      'I6 problem contact-unknown',
    ]);
    expect(result.plan).toBeNull();
  });

  test('what could not be asked is said once, and what nobody asked too', () => {
    const result = judged(known({ ent_A1: notKnown }, { cnt_Ann1: notKnown }));
    expect(lines(result)).toEqual(['- warning payees-not-checked']);
    expect(result.problems[0]?.message).toMatch(
      /^3 entities and contacts were not checked with Nova: Nova asks to slow down \(429\)\. Check again/,
    );
    expect(result.plan).not.toBeNull();
    expect(lines(judged(known({}, {})))).toEqual(['- warning payees-not-checked']);
  });

  test('an answer that does not say how many instructions there are warns of nothing', () => {
    expect(
      lines(judged(known({ ent_A1: entity('Ada Capital LP', null), ent_B1: entity('Bo LLC') }))),
    ).toEqual([]);
  });

  test('a row without a payee has no name to compare', () => {
    const blank = payoutTable([{ entity: 'ent_A1', payeeName: '' }]);
    expect(lines(judged(known({ ent_A1: entity('Ida') }), blank))).toEqual([]);
  });

  test('a row with problems of its own is looked at as well, as far as it can be read', () => {
    const broken = payoutTable([
      { entity: 'ent_A1', amount: 'soon' },
      { entity: 'ent_B1', payeeName: 'Bo LLC', distributionName: '' },
    ]);
    const result = judged(known({ ent_A1: no, ent_B1: entity('Bo LLC', 0) }), broken);
    expect(lines(result)).toEqual([
      'E5 problem entity-unknown',
      'G5 problem amount-not-a-number',
      'B6 problem required-cell-blank',
      'E6 warning payee-without-instructions',
    ]);
  });

  test('a row that was staged is left alone', () => {
    const staged = tableOf(
      [
        [...cellsOf({ entity: 'ent_A1' }), ...stagedCells('dst_One', 'dpmt_One')],
        cellsOf({ entity: 'ent_B1' }),
      ],
      { header: headerWithResults },
    );
    const payees = known({ ent_A1: no, ent_B1: entity('Ada Capital LP') });
    expect(judged(payees, staged).problems.filter(({ code }) => code === 'entity-unknown')).toEqual([]);
    expect(payeesToAsk(check(staged).payees, known({}, {})).unasked.entities).toEqual(['ent_B1']);
  });

  test('rows outside the selection are left alone', () => {
    const two = payoutTable(
      [
        { entity: 'ent_A1', distributionName: 'First' },
        { entity: 'ent_B1', distributionName: 'Second' },
      ],
      { selectedRows: [1] },
    );
    expect(lines(judged(known({ ent_A1: no, ent_B1: entity('Ada Capital LP') }), two))).toEqual([]);
  });

  test('a warning that the user treats as a problem blocks', () => {
    const payees = known({ ent_A1: entity('Ada Capital LP', 0), ent_B1: entity('Bo LLC') });
    const result = judged(payees, table, ['payee-without-instructions']);
    expect(lines(result)).toEqual(['E5 problem payee-without-instructions']);
    expect(result.plan).toBeNull();
  });

  test('comes to the same in slices', () => {
    const payees = known({ ent_A1: no, ent_B1: entity('Ida', 0) }, { cnt_Ann1: no });
    const many = payoutTable(
      Array.from({ length: 400 }, (_, row) => ({ entity: row % 2 ? 'ent_A1' : 'ent_B1' })),
    );
    const context = { table: many, mapping, payees, escalated: [] };
    let now = 0;
    const steps = checkPayeesInSlices(check(many), context, { sliceMs: 1, now: () => (now += 1) });
    let pauses = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) pauses += 1;
    expect(step.value).toEqual(withPayees(check(many), context));
    expect(pauses).toBeGreaterThan(0);
  });
});

test('payeesToAsk names each id once: those nobody asked about, and those with a finding', () => {
  const rows = check(
    payoutTable([
      { entity: 'ent_New1', contacts: 'cnt_New1, cnt_Ann1' },
      { entity: 'ent_New1', contacts: 'cnt_New1' },
      { entity: 'ent_Good1', payeeName: 'Good' },
      { entity: 'ent_Name1', payeeName: 'Bad' },
      { entity: 'ent_None1' },
      { entity: 'ent_Bare1', payeeName: 'Bare' },
      { entity: 'ent_Down1', contacts: 'cnt_None1' },
    ]),
  ).payees;
  const entities = {
    ent_Good1: entity('Good'),
    ent_Name1: entity('Good'),
    ent_None1: no,
    ent_Bare1: entity('Bare', 0),
    ent_Down1: notKnown,
  };
  expect(payeesToAsk(rows, known(entities, { cnt_Ann1: contact, cnt_None1: no }))).toEqual({
    unasked: { entities: ['ent_New1'], contacts: ['cnt_New1'] },
    doubtful: { entities: ['ent_Name1', 'ent_None1', 'ent_Bare1', 'ent_Down1'], contacts: ['cnt_None1'] },
  });
});
