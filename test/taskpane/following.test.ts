/** How the pane follows the sheet by itself: checking again, marking cells, correcting them. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CellValue, PayoutField } from '../../src/domain/index.ts';
import { CellEditModeError } from '../../src/excel/index.ts';
import { createController, type DeskActions } from '../../src/taskpane/controller.ts';
import type { Phase } from '../../src/taskpane/state.ts';
import { createStore, type Store } from '../../src/taskpane/store.ts';
import { header, payoutTable } from '../support/builders.ts';
import { deskInMemory, type DeskInMemory } from './desk-in-memory.ts';

const rows: Partial<Record<PayoutField, CellValue>>[] = [
  { distributionName: 'First', entity: 'ent_A1', amount: 110 },
  { distributionName: 'First', entity: 'ent_A2', amount: 200 },
  { distributionName: 'Second', entity: 'ent_B1', amount: 300 },
];
const pauses = { quietMs: 20, retryMs: 20 };

let desk: DeskInMemory;
let store: Store;
let actions: DeskActions;

beforeEach(async () => {
  desk = deskInMemory(payoutTable(rows));
  store = createStore();
  actions = createController(desk, store, pauses);
  await actions.signIn('GOOD');
});

function change(row: number, name: string, value: CellValue): void {
  const cells = desk.excel.table.values[row] ?? [];
  cells[header.indexOf(name)] = value;
  desk.excel.onChange?.();
}

// A pane that nobody sees does nothing by itself any more.
afterEach(() => desk.page.show(false));

function phaseAt<S extends Phase['step']>(step: S): Extract<Phase, { step: S }> {
  const { phase } = store.get();
  if (phase.step !== step) throw new Error(`at ${phase.step}: ${JSON.stringify(store.get().notice)}`);
  return phase as Extract<Phase, { step: S }>;
}

/** Checks, and waits until the pane hears of changes. */
async function check(): Promise<void> {
  await actions.check();
  await until(() => desk.excel.onChange !== null);
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isSo(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(isSo()).toBe(true);
}

/** Long enough for a change to have been checked, if it were going to be. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 120));

describe('checking again by itself', () => {
  test('a mended cell empties the list, and the check stays where it is', async () => {
    change(0, 'Entity', 'cnt_Wrong1');
    await check();
    expect(phaseAt('checked').reading.check.problems).toHaveLength(1);
    change(0, 'Entity', 'ent_A1');
    await until(() => phaseAt('checked').reading.check.problems.length === 0);
    expect(store.get()).toMatchObject({ busy: null, rechecking: false, notice: null });
  });

  test('a preview takes up new amounts and stays; a new problem leads back to the check and says why', async () => {
    await check();
    change(0, 'Amount', 101);
    await until(() => phaseAt('preview').reading.check.plan?.totals[0]?.amountCents === 60100);
    change(0, 'Amount', 'many');
    await until(() => store.get().phase.step === 'checked');
    expect(store.get().notice?.title).toBe('The sheet changed');
  });

  test('many changes in a row are one check', async () => {
    await check();
    const before = phaseAt('preview').reading;
    let readings = 0;
    store.subscribe(() => {
      const { phase } = store.get();
      if ('reading' in phase && phase.reading !== before) readings += 1;
    });
    for (const amount of [111, 112, 113, 114]) change(0, 'Amount', amount);
    await quiet();
    expect(readings).toBe(1);
  });

  test('while a cell is being edited it waits quietly', async () => {
    await check();
    desk.excel.failures.rereadTable = [1, 2].map(
      () => new CellEditModeError('InvalidOperationInCellEditMode'),
    );
    change(0, 'Amount', 101);
    await until(() => phaseAt('preview').reading.check.plan?.totals[0]?.amountCents === 60100);
    expect(store.get().notice).toBeNull();
  });

  test('at the control total nothing moves by itself, and nobody watches the sheet', async () => {
    await check();
    actions.go('confirm');
    await until(() => desk.excel.onChange === null);
    const { reading } = phaseAt('confirm');
    change(0, 'Amount', 101);
    await quiet();
    expect(phaseAt('confirm').reading).toBe(reading);
  });

  test('warnings that were looked at count as looked at only while they stay the same', async () => {
    change(0, 'Entity', 'ent_A2');
    await check();
    expect(phaseAt('checked').reading.check.problems.some(({ code }) => code === 'payee-twice')).toBe(true);
    actions.seeWarnings(true);
    const { reading } = phaseAt('checked');
    change(2, 'Payee name', 'Somebody else');
    await until(() => phaseAt('checked').reading !== reading);
    expect(phaseAt('checked').warningsSeen).toBe(true);
    change(2, 'Entity', 'ent_A2');
    change(2, 'Distribution name', 'First');
    await until(() => !phaseAt('checked').warningsSeen);
  });
});

describe('marks in the sheet', () => {
  const amountColumn = header.indexOf('Amount') + 1;

  test('what a former pane left is taken away at the start', async () => {
    await actions.start();
    await until(() => desk.excel.marks?.length === 0);
  });

  test('they follow the check and are gone when it is left', async () => {
    change(0, 'Amount', -1);
    await check();
    actions.mark(true);
    await until(() => desk.excel.marks?.join() === `4,${amountColumn} problem`);
    change(1, 'Amount', 0);
    await until(() => desk.excel.marks?.length === 2);
    actions.go('source');
    await until(() => desk.excel.marks?.length === 0);
  });

  test('they are gone after signing out', async () => {
    change(0, 'Amount', -1);
    await check();
    actions.mark(true);
    await until(() => desk.excel.marks?.length === 1);
    actions.signOut();
    await until(() => desk.excel.marks?.length === 0);
    expect(store.get().marking).toBe(false);
  });

  test('while a cell is being edited they wait', async () => {
    change(0, 'Amount', -1);
    await check();
    desk.excel.failures.markCells = [new CellEditModeError('InvalidOperationInCellEditMode')];
    actions.mark(true);
    await until(() => desk.excel.marks?.length === 1);
    expect(store.get()).toMatchObject({ marking: true, notice: null });
  });
});

describe('a check that began by itself before a run', () => {
  test.each(['a check that fails', 'a check that ends well'])('%s does not disturb it', async (end) => {
    await check();
    expect(phaseAt('preview').reading.check.problems).toEqual([]);
    const { rereadTable } = desk.excel;
    const { stage } = desk.proxy;
    const [read, sent] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
    let reads = 0;
    desk.excel.rereadTable = async () => {
      reads += 1;
      if (reads === 1) await read.promise;
      return rereadTable();
    };
    desk.proxy.stage = async (request) => {
      await sent.promise;
      return stage(request);
    };
    change(0, 'Amount', 110);
    await until(() => reads === 1);
    actions.go('confirm');
    actions.typeControlTotal('USD', '610.00');
    const run = actions.stage();
    const isSending = () => {
      const { phase } = store.get();
      return phase.step === 'progress' && phase.run.stage === 'sending';
    };
    await until(isSending);
    if (end === 'a check that fails') read.reject(new Error('Excel did not answer'));
    else read.resolve(null);
    await quiet();
    expect(isSending()).toBe(true);
    expect(store.get().notice).toBeNull();
    sent.resolve(null);
    await run;
    expect(phaseAt('result').results).toMatchObject({ stop: null });
    expect(phaseAt('result').results.outcomes.map(({ outcome }) => outcome?.outcome)).toEqual([
      'accepted',
      'accepted',
    ]);
  });
});

describe('corrections', () => {
  test('all of them are one step, and the check runs again', async () => {
    change(0, 'Entity', ' ent_A1');
    change(1, 'Entity', 'ent_A2\u200b');
    await check();
    const { problems } = phaseAt('checked').reading.check;
    await actions.fix(problems);
    expect(desk.excel.corrected).toEqual([['ent_A1', 'ent_A2']]);
    expect(phaseAt('checked').reading.check.problems).toEqual([]);
  });

  test('a cell that changed since the check is left alone and named', async () => {
    change(0, 'Entity', ' ent_A1');
    await check();
    const { problems } = phaseAt('checked').reading.check;
    desk.excel.onChange = null;
    change(0, 'Entity', 'ent_Other');
    await actions.fix(problems);
    expect(desk.excel.table.values[0]?.[header.indexOf('Entity')]).toBe('ent_Other');
    expect(store.get().notice).toMatchObject({ intent: 'warning', title: '1 cell was not corrected' });
  });

  test('too many for one undo step say how often to undo', async () => {
    change(0, 'Entity', ' ent_A1');
    await check();
    desk.excel.undoSteps = 3;
    await actions.fix(phaseAt('checked').reading.check.problems);
    expect(store.get().notice).toMatchObject({
      intent: 'info',
      text: expect.stringContaining('undo 3 times'),
    });
  });
});
