/** What a person says about a table: which one it is, how strictly it is judged, what it ties out to, what is repeated. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CellValue, PayoutField, TableCandidate } from '../../src/domain/index.ts';
import { createController, type DeskActions } from '../../src/taskpane/controller.ts';
import type { Phase } from '../../src/taskpane/state.ts';
import { createStore, type Store } from '../../src/taskpane/store.ts';
import { payoutTable, unknown } from '../support/builders.ts';
import { deskInMemory, type DeskInMemory } from './desk-in-memory.ts';

const rows: Partial<Record<PayoutField, CellValue>>[] = [
  { distributionName: 'First', entity: 'ent_A1', amount: 100 },
  { distributionName: 'Second', entity: 'ent_B1', amount: 300 },
];

let desk: DeskInMemory;
let store: Store;
let actions: DeskActions;

beforeEach(async () => {
  desk = deskInMemory(payoutTable(rows));
  store = createStore();
  actions = createController(desk, store, { quietMs: 10, retryMs: 10 });
  await actions.signIn('GOOD');
});

// A pane that nobody sees does nothing by itself any more.
afterEach(() => desk.page.show(false));

function phaseAt<S extends Phase['step']>(step: S): Extract<Phase, { step: S }> {
  const { phase } = store.get();
  if (phase.step !== step) throw new Error(`at ${phase.step}: ${JSON.stringify(store.get().notice)}`);
  return phase as Extract<Phase, { step: S }>;
}

describe('choosing a table', () => {
  const candidate: TableCandidate = {
    kind: 'region',
    label: 'Payouts!B4:K6',
    address: 'Payouts!B4:K6',
    sheetId: '{sheet-1}',
    sheetName: 'Payouts',
    hiddenSheet: false,
    rowIndex: 3,
    columnIndex: 1,
    rowCount: 3,
    columnCount: 10,
    reference: payoutTable(rows).reference,
  };

  test('the chosen one is checked; Back leads to where it was asked', async () => {
    desk.excel.candidates = [candidate];
    await actions.listTables();
    actions.leaveChoice();
    phaseAt('source');
    await actions.listTables();
    expect(phaseAt('choose').candidates).toEqual([candidate]);
    await actions.chooseTable(candidate);
    const { reading } = phaseAt('preview');
    await actions.listTables();
    actions.leaveChoice();
    expect(phaseAt('preview').reading).toBe(reading);
  });
});

describe('settings', () => {
  test('a warning that is to be treated as a problem blocks', async () => {
    desk.excel.table = payoutTable([
      rows[0] ?? {},
      { ...rows[1], distributionName: 'First', entity: 'ent_A1' },
    ]);
    await actions.check();
    expect(phaseAt('checked').reading.check.plan).not.toBeNull();
    await actions.openSettings();
    const { settings } = store.get();
    if (settings === null) throw new Error('no settings');
    await actions.saveSettings({ ...settings, escalated: ['payee-twice'] });
    expect(store.get().settings).toBeNull();
    expect(desk.excel.settings?.escalated).toEqual(['payee-twice']);
    expect(phaseAt('checked').reading.check.plan).toBeNull();
  });
});

describe('tying out', () => {
  test('a total that agrees lets it pass; one that does not is a problem or a warning at the table', async () => {
    await actions.check();
    actions.go('checked');
    desk.excel.activeValue = 400;
    await actions.takeTieOut();
    expect(phaseAt('checked').reading).toMatchObject({
      tieOut: { address: 'Payouts!A1', amountCents: 40_000 },
      check: { problems: [] },
    });
    desk.excel.cellValue = 400.01;
    await actions.checkAgain();
    expect(phaseAt('checked').reading.check.problems).toHaveLength(1);
    await actions.clearTieOut();
    expect(phaseAt('checked').reading.check.problems).toEqual([]);
  });

  test('a cell that no longer holds an amount blocks the way on', async () => {
    await actions.check();
    actions.go('checked');
    desk.excel.activeValue = 400;
    await actions.takeTieOut();
    desk.excel.cellValue = null;
    await actions.checkAgain();
    expect(phaseAt('checked').reading.tieOut?.amountCents).toBeNull();
    expect(() => actions.go('preview')).toThrow();
  });

  test('is remembered for the table, until it is removed or the cell holds no total any more', async () => {
    await actions.check();
    actions.go('checked');
    desk.excel.activeValue = 400;
    await actions.takeTieOut();
    actions.go('source');
    desk.excel.cellValue = 400.01;
    await actions.check();
    expect(phaseAt('checked').reading).toMatchObject({
      tieOut: { address: 'Payouts!A1', amountCents: 40_001 },
      check: { problems: [{ code: 'tie-out-differs' }] },
    });
    desk.excel.cellValue = 'moved';
    actions.go('source');
    await actions.check();
    expect(phaseAt('preview').reading.tieOut).toBeNull();
    desk.excel.cellValue = 400;
    actions.go('source');
    await actions.check();
    actions.go('checked');
    await actions.clearTieOut();
    expect(desk.excel.tieOutCell).toBeNull();
  });

  test('a selected cell without a number changes nothing and says so', async () => {
    await actions.check();
    actions.go('checked');
    desk.excel.activeValue = 'hello';
    await actions.takeTieOut();
    expect(phaseAt('checked').reading.tieOut).toBeNull();
    expect(store.get().notice?.title).toBe('No total in the selected cell');
  });
});

/** Stages both distributions, and reads the table again as if its ids had never been written. */
async function stagedBefore(): Promise<void> {
  await actions.check();
  actions.go('confirm');
  actions.typeControlTotal('USD', '400');
  await actions.stage();
  desk.excel.table = payoutTable(rows);
  actions.go('source');
  await actions.check();
}

describe('a deliberate repeat', () => {
  test('is sent with its reason, counts in the control total, and nothing else is sent', async () => {
    await stagedBefore();
    const [first] = phaseAt('preview').reading.check.plan?.distributions ?? [];
    if (first === undefined) throw new Error('no plan');
    actions.repeat(first, { ofEntryId: 'entry-1', reason: 'The bank returned it' });
    actions.go('confirm');
    actions.typeControlTotal('USD', '100');
    await actions.stage();
    expect(desk.proxy.sent).toEqual(['First', 'Second', 'First']);
    expect(desk.proxy.repeated).toEqual([{ ofEntryId: 'entry-1', reason: 'The bank returned it' }]);
  });

  test('taken back, nothing is sent', async () => {
    await stagedBefore();
    const [first] = phaseAt('preview').reading.check.plan?.distributions ?? [];
    if (first === undefined) throw new Error('no plan');
    actions.repeat(first, { ofEntryId: 'entry-1', reason: 'The bank returned it' });
    actions.repeat(first, null);
    await actions.stage();
    expect(desk.proxy.sent).toHaveLength(2);
  });
});

describe('an outcome that only a person can resolve', () => {
  async function inNeed() {
    desk.proxy.answers.set('First', () => ({ ...unknown('The key has ended.'), needsPerson: true }));
    await stagedBefore();
    const { reading } = phaseAt('preview');
    const [first] = reading.check.plan?.distributions ?? [];
    const [outcome] = reading.earlier;
    if (first === undefined || outcome?.outcome !== 'unknown') throw new Error('nothing is unknown');
    return { first, outcome };
  }

  test('linked, it counts as staged before', async () => {
    const { first, outcome } = await inNeed();
    await actions.link(first, outcome, 'dst_Found1');
    expect(desk.proxy.linked).toEqual(['entry-1 dst_Found1']);
    expect(phaseAt('preview').reading.earlier[0]).toMatchObject({
      outcome: 'accepted',
      distributionId: 'dst_Found1',
    });
  });

  test('who submitted it cannot declare that it was never created, and reads why', async () => {
    const { first, outcome } = await inNeed();
    await actions.declareNeverCreated(first, outcome, 'Nova support looked it up');
    expect(store.get().notice).toMatchObject({
      title: 'A second person has to declare this',
      text: 'Ask somebody else to declare it.',
    });
    expect(phaseAt('preview').reading.earlier[0]).toBe(outcome);
  });
});
