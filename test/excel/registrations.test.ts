import { describe, expect, test } from '@jest/globals';
import type { RegistrationKind } from '../../src/contract/index.ts';
import {
  checkRegistration,
  entityForm,
  instructionsForm,
  payoutForm,
  planRegistrationWriteBack,
  suggestFor,
  suggestRegistration,
  type CellValue,
  type RegistrationPlan,
  type RegistrationResult,
  type SheetTable,
} from '../../src/domain/index.ts';
import {
  applyWriteBack,
  loadMapping,
  loadMappingFor,
  readCandidate,
  readSelectedTable,
  rereadTable,
  saveMapping,
  saveMappingFor,
  listCandidates,
} from '../../src/excel/index.ts';
import { checkedAt, registered } from '../support/registration-builders.ts';
import { Workbook } from './workbook.ts';

const header = ['Entity', 'Type', 'Beneficiary', 'Account number', 'Routing number', 'Bank'];
/** An apostrophe in front makes text of digits, as a person does who knows Excel. */
const details = [
  ['ent_alder', 'ACH', 'Alder LP', "'000111222", "'021000021", 'Example Bank'],
  ['ent_birch', 'Domestic wire', 'Birch LLC', "'000333444", "'011000015", 'Sample Bank'],
  ['ent_alder', 'Domestic wire', 'Alder LP', "'000111222", "'021000021", 'Example Bank'],
  ['ent_cedar', 'ACH', 'Cedar Trust', "'000555666", "'021000021", 'Example Bank'],
];

async function opened(kind: 'table' | 'region', cells: CellValue[][]): Promise<Workbook> {
  const workbook = await Workbook.open();
  if (kind === 'table') workbook.fillTable('B3', cells);
  else workbook.fill('B3', cells);
  workbook.select('B3');
  return workbook;
}

function planOf(kind: RegistrationKind, table: SheetTable): RegistrationPlan {
  const check = checkRegistration(table, suggestRegistration(kind, table.header, table), kind);
  if (check.plan === null) throw new Error(check.problems.map(({ code }) => code).join());
  return check.plan;
}

/** As if Nova had taken every row, with an id that names entity and type. */
function taken({ groups }: RegistrationPlan): RegistrationResult[] {
  return groups.map((registration) => ({
    registration,
    outcome: registration.rows.map(({ content }) =>
      registered(
        content.kind === 'payment-instructions'
          ? `pmi_${content.entity.slice(4)}${content.item.type === 'ach' ? 'Ach' : 'Wire'}`
          : `ent_${content.item.name.replace(/\W/g, '')}`,
      ),
    ),
  }));
}

async function write(kind: RegistrationKind, table: SheetTable, results: RegistrationResult[]) {
  const mapping = suggestRegistration(kind, table.header, table);
  const plan = planRegistrationWriteBack(table, mapping, kind, results, checkedAt);
  return { ...(await applyWriteBack(plan)), unplaced: plan.unplaced };
}

describe.each(['table', 'region'] as const)('bank details in a %s', (place) => {
  const kind = 'payment-instructions';

  test('are read for what they are, and their ids written into three columns of their own', async () => {
    const workbook = await opened(place, [header, ...details]);
    const table = await readSelectedTable({ form: 'recognise' });
    expect(table.reference.form).toBe(kind);
    expect(await write(kind, table, taken(planOf(kind, table)))).toEqual({
      verified: 4,
      expected: 4,
      mismatches: [],
      unplaced: [],
    });
    expect(workbook.values('B3:K3')).toEqual([
      [...header, 'Nova payment instructions', 'Checked at', 'Message', ''],
    ]);
    expect(workbook.values('H4:J7')).toEqual(
      ['pmi_alderAch', 'pmi_birchWire', 'pmi_alderWire', 'pmi_cedarAch'].map((id) => [
        id,
        checkedAt.serial,
        '',
      ]),
    );
    // What people typed keeps its leading zeros.
    expect(workbook.values('E4:F4')).toEqual([['000111222', '021000021']]);
    const again = await rereadTable(table.reference);
    const check = checkRegistration(again, suggestRegistration(kind, again.header, again), kind);
    expect(check.problems).toEqual([]);
    expect(check.plan?.groups).toEqual([]);
    expect(check.registered.map(({ id }) => id)).toEqual([
      'pmi_alderAch',
      'pmi_birchWire',
      'pmi_alderWire',
      'pmi_cedarAch',
    ]);
  });

  test('find their rows when somebody sorted, inserted and deleted meanwhile', async () => {
    const workbook = await opened(place, [header, ...details]);
    const table = await readSelectedTable({ form: 'recognise' });
    const results = taken(planOf(kind, table));
    const [alder, birch, alderWire] = details;
    const newcomer = ['ent_dogwood', 'ACH', 'Dogwood LP', "'000777888", "'021000021", 'Example Bank'];
    workbook.fill('B4', [alderWire ?? [], newcomer, birch ?? [], alder ?? []]);
    const fresh = await rereadTable(table.reference);
    expect(await write(kind, fresh, results)).toMatchObject({
      verified: 3,
      expected: 3,
      mismatches: [],
      unplaced: [{ id: 'pmi_cedarAch', entity: 'ent_cedar', accountEnding: '5666' }],
    });
    expect(workbook.values('H4:H7').flat()).toEqual(['pmi_alderWire', '', 'pmi_birchWire', 'pmi_alderAch']);
  });

  test('that are masked after they were registered are neither judged nor sent again', async () => {
    const workbook = await opened(place, [header, ...details]);
    const table = await readSelectedTable({ form: 'recognise' });
    await write(kind, table, taken(planOf(kind, table)));
    workbook.fill('E4', [['••••1222'], ['••••3444'], ['••••1222'], ['••••5666']]);
    const fresh = await rereadTable(table.reference);
    const check = checkRegistration(fresh, suggestRegistration(kind, fresh.header, fresh), kind);
    expect([check.problems, check.plan?.groups]).toEqual([[], []]);
  });

  test('that were typed as numbers are refused', async () => {
    await opened(place, [header, ['ent_alder', 'ACH', 'Alder LP', 111_222, 21_000_021, 'Example Bank']]);
    const table = await readSelectedTable({ form: 'recognise' });
    const check = checkRegistration(table, suggestRegistration(kind, table.header, table), kind);
    expect(check.problems.map(({ code }) => code)).toEqual([
      'account-number-is-number',
      'routing-number-lost-zero',
    ]);
  });
});

test('one hundred entities with one to three instructions each: every id beside its own row after sorting', async () => {
  const kind = 'payment-instructions';
  const types = ['ACH', 'Domestic wire', 'ACH'];
  const rows = Array.from({ length: 100 }, (_, nth) =>
    types.slice(0, 1 + (nth % 3)).map((type, own) => {
      const account = `000${own}${String(nth).padStart(4, '0')}`;
      return [`ent_H${nth}`, type, `Payee ${nth}`, `'${account}`, "'021000021", 'Example Bank'];
    }),
  ).flat();
  const workbook = await opened('region', [header, ...rows]);
  const table = await readSelectedTable({ form: 'recognise' });
  const { groups } = planOf(kind, table);
  expect(groups).toHaveLength(100);
  // Nova's answers come in no order: each id tells the account that it was given for.
  const results = groups.toReversed().map((registration) => ({
    registration,
    outcome: registration.rows.map(({ content }) =>
      registered(`pmi_${content.kind === 'payment-instructions' ? (content.item.accountNumber ?? '') : ''}`),
    ),
  }));
  const sorted = rows.toSorted((one, other) =>
    String(one[3]).slice(-5) < String(other[3]).slice(-5) ? 1 : -1,
  );
  workbook.fill('B4', sorted);
  const fresh = await rereadTable(table.reference);
  expect(await write(kind, fresh, results)).toEqual({
    verified: rows.length,
    expected: rows.length,
    mismatches: [],
    unplaced: [],
  });
  const last = 3 + rows.length;
  const ids = workbook.values(`H4:H${last}`).flat();
  expect(ids).toEqual(workbook.values(`E4:E${last}`).map(([account]) => `pmi_${account}`));
  expect(new Set(ids).size).toBe(199);
});

const entities = [
  ['Name', 'Type', 'Reference'],
  ['Alder LP', 'LP', 'E-1'],
  ['Birch LLC', 'LLC', 'E-2'],
  ['Cedar Trust', 'Trust', 'E-3'],
];

describe.each(['table', 'region'] as const)('entities in a %s', (place) => {
  test('get their ids, which a second registration does not touch', async () => {
    const workbook = await opened(place, entities);
    const table = await readSelectedTable({ form: 'recognise' });
    expect(table.reference.form).toBe('entity');
    const [group] = taken(planOf('entity', table));
    if (group === undefined) throw new Error('No group');
    await write('entity', table, [{ ...group, outcome: (group.outcome ?? []).slice(0, 2) }]);
    expect(workbook.values('E3:F6')).toEqual([
      ['Nova entity', 'Checked at'],
      ['ent_AlderLP', checkedAt.serial],
      ['ent_BirchLLC', checkedAt.serial],
      ['', ''],
    ]);
    const fresh = await rereadTable(table.reference);
    const plan = planOf('entity', fresh);
    expect(plan.groups.map(({ rows }) => rows.map(({ rowIndex }) => rowIndex))).toEqual([[5]]);
    await write('entity', fresh, taken(plan));
    expect(workbook.values('E4:E6').flat()).toEqual(['ent_AlderLP', 'ent_BirchLLC', 'ent_CedarTrust']);
  });
});

test('a payout table keeps a column "Nova entity" for its entities', async () => {
  const payouts = [
    ['Investor', 'Fund', 'Amount', 'Date', 'Distribution', 'Nova entity'],
    ['Alder LP', 'veh_one', 100.5, 46_112, 'Q1', 'ent_alder'],
    ['Birch LLC', 'veh_one', 250, 46_112, 'Q1', 'ent_birch'],
  ];
  await opened('region', payouts);
  for (const form of ['payout', 'recognise'] as const) {
    const table = await readSelectedTable({ form });
    expect(table.reference.form).toBeUndefined();
    expect(table.header).toEqual(payouts[0]);
    expect(suggestFor(payoutForm, table.header, table).entity).toBe(5);
  }
});

test('a table that goes on from entities to bank details is read as either', async () => {
  await opened('region', [
    ['Name', 'Legal form', 'Nova entity', 'Method', 'Beneficiary', 'Account number', 'ABA'],
    ['Alder LP', 'LP', 'ent_alder', 'ACH', 'Alder LP', "'000111222", "'021000021"],
  ]);
  const table = await readSelectedTable({ form: 'recognise' });
  expect(table.reference.form).toBe('payment-instructions');
  expect(suggestFor(instructionsForm, table.header).entity).toBe(2);
  const asEntities = await rereadTable(table.reference, { form: 'entity' });
  expect(asEntities.reference.form).toBe('entity');
  expect(suggestFor(entityForm, asEntities.header)).toMatchObject({ name: 0, entityType: 1 });
});

test('a table from the list is recognised when it is read', async () => {
  await opened('table', [header, ...details]);
  const [candidate] = await listCandidates();
  if (candidate === undefined) throw new Error('No candidate');
  const table = await readCandidate(candidate, { form: 'recognise' });
  expect(table.reference.form).toBe('payment-instructions');
});

test('the workbook keeps the mapping of each form apart, of one table too', async () => {
  await opened('table', [header, ...details]);
  const table = await readSelectedTable({ form: 'recognise' });
  const { reference } = table;
  const mine = { ...suggestFor(instructionsForm, table.header), bankName: null };
  expect(await loadMappingFor(instructionsForm, reference, table.header)).toBeNull();
  await saveMappingFor(instructionsForm, reference, mine);
  expect(await loadMappingFor(instructionsForm, reference, table.header)).toEqual(mine);
  expect(await loadMapping(reference, table.header)).toBeNull();
  const payouts = suggestFor(payoutForm, table.header);
  await saveMapping(reference, payouts);
  expect(await loadMapping(reference, table.header)).toEqual(payouts);
  expect(await loadMappingFor(instructionsForm, reference, table.header)).toEqual(mine);
});

test('columns for results are made for the form alone', async () => {
  const workbook = await opened('region', entities);
  // Three columns are enough for an entity; the six of a payout would not fit.
  workbook.fill('I3', [['Notes'], ['a'], ['b'], ['c']]);
  const table = await readSelectedTable({ form: 'recognise' });
  expect(table.freeColumnsRight).toBe(4);
  await write('entity', table, taken(planOf('entity', table)));
  expect(workbook.values('B3:I3')).toEqual([
    ['Name', 'Type', 'Reference', 'Nova entity', 'Checked at', 'Message', '', 'Notes'],
  ]);
});
