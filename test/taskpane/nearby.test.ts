import { beforeEach, describe, expect, test } from '@jest/globals';
import type { TableCandidate } from '../../src/domain/index.ts';
import { SelectionError } from '../../src/excel/index.ts';
import { createController, type DeskActions } from '../../src/taskpane/controller.ts';
import { createStore, type Store } from '../../src/taskpane/store.ts';
import { payoutTable } from '../support/builders.ts';
import { deskInMemory, type DeskInMemory } from './desk-in-memory.ts';

let desk: DeskInMemory;
let store: Store;
let actions: DeskActions;

const candidate = (label: string): TableCandidate => ({
  kind: 'table',
  label,
  address: `${label}!A1:F51`,
  sheetId: label,
  sheetName: label,
  hiddenSheet: false,
  ...{ rowIndex: 0, columnIndex: 0, rowCount: 51, columnCount: 6 },
  reference: {
    ...{ sheetId: label, sheetName: label, tableId: `id of ${label}`, tableName: label },
    ...{ rowIndex: 0, columnIndex: 0, header: [] },
  },
});

beforeEach(() => {
  desk = deskInMemory(payoutTable([{ distributionName: 'First', amount: 100 }]));
  store = createStore();
  actions = createController(desk, store);
});

type Known = ReturnType<Store['get']>['nearby'];

/** Waits until this is known of the workbook. */
async function known(isSo: (nearby: Known) => boolean): Promise<void> {
  const end = Date.now() + 3_000;
  while (!isSo(store.get().nearby)) {
    if (Date.now() > end) throw new Error(`Still ${JSON.stringify(store.get().nearby)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('what the first screen knows of the workbook', () => {
  test('is the table at the selection, and follows that; no other screen listens', async () => {
    desk.excel.peek = { at: 'table', tableId: '1', name: 'Payouts', rowCount: 50, isSelection: false };
    await actions.signIn('GOOD');
    await known((nearby) => nearby?.selection.at === 'table');
    desk.excel.peek = { at: 'cells' };
    desk.excel.onSelect?.();
    await known((nearby) => nearby?.selection.at === 'cells');
    await actions.check();
    expect(store.get().nearby).toBeNull();
    await known(() => desk.excel.onSelect === null);
  });

  test('is looked at again when somebody comes into the pane: cells were filled where they were selected', async () => {
    desk.excel.peek = { at: 'blank' };
    await actions.signIn('GOOD');
    await known((nearby) => nearby?.selection.at === 'blank');
    desk.excel.peek = { at: 'cells' };
    desk.page.enter();
    await known((nearby) => nearby?.selection.at === 'cells');
  });

  test('is nothing while Excel does not say', async () => {
    desk.excel.failures.peekSelection = [new SelectionError('selection-unusable', 'It is a chart.')];
    await actions.signIn('GOOD');
    await known(() => desk.excel.failures.peekSelection?.length === 0);
    expect(store.get().nearby).toBeNull();
    desk.excel.onSelect?.();
    await known((nearby) => nearby?.selection.at === 'cells');
  });
});

describe('on a blank sheet', () => {
  beforeEach(() => {
    desk.excel.peek = { at: 'blank' };
    const blank = new SelectionError('no-table', 'Nothing is here.');
    // The pane looks at the selection when it opens, too.
    desk.excel.failures.readSelectedTable = [blank, blank];
  });

  test('the only table of the workbook is offered, and checked', async () => {
    desk.excel.candidates = [candidate('Payouts'), { ...candidate('Old'), hiddenSheet: true }];
    await actions.signIn('GOOD');
    await known((nearby) => nearby?.offer?.candidate.label === 'Payouts');
    expect(store.get().nearby?.offer?.isAgain).toBe(false);
    await actions.check();
    expect(store.get().phase.step).not.toBe('source');
  });

  test('of several none is guessed; none at all is said', async () => {
    desk.excel.candidates = [candidate('Payouts'), candidate('Archive')];
    await actions.signIn('GOOD');
    await known((nearby) => nearby?.tableCount === 2);
    expect(store.get().nearby?.offer).toBeNull();
    await actions.check();
    expect(store.get()).toMatchObject({ phase: { step: 'source' }, notice: { text: 'Nothing is here.' } });
  });

  test('the one that was staged from last comes before the others', async () => {
    desk.excel.candidates = [candidate('Archive'), candidate('Payouts')];
    desk.excel.lastTable = 'id of Payouts';
    await actions.signIn('GOOD');
    await known((nearby) => nearby?.offer?.candidate.label === 'Payouts');
    expect(store.get().nearby?.offer?.isAgain).toBe(true);
  });
});

test('a run remembers from which table it was sent, a check does not', async () => {
  desk.excel.table = {
    ...desk.excel.table,
    reference: { ...desk.excel.table.reference, tableId: 'the table' },
  };
  await actions.signIn('GOOD');
  await actions.check();
  if (store.get().phase.step === 'checked') {
    actions.seeWarnings(true);
    actions.go('preview');
  }
  actions.go('confirm');
  actions.typeControlTotal('USD', '100');
  expect(desk.excel.lastTable).toBeNull();
  await actions.stage();
  expect(desk.excel.lastTable).toBe('the table');
});
