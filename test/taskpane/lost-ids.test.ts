/** What the pane does when ids do not get into the sheet, or do not stay there. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { CellValue, PayoutField } from '../../src/domain/index.ts';
import { CellEditModeError, ExcelTimeoutError, SheetProtectedError } from '../../src/excel/index.ts';
import { createController, type DeskActions } from '../../src/taskpane/controller.ts';
import { keptResults } from '../../src/taskpane/pending-results.ts';
import type { Phase } from '../../src/taskpane/state.ts';
import { createStore, type Store } from '../../src/taskpane/store.ts';
import { header, payoutTable } from '../support/builders.ts';
import { deskInMemory, type DeskInMemory } from './desk-in-memory.ts';

const rows: Partial<Record<PayoutField, CellValue>>[] = [
  { distributionName: 'First', entity: 'ent_A1', amount: 110 },
  { distributionName: 'First', entity: 'ent_A2', amount: 200 },
  { distributionName: 'Second', entity: 'ent_B1', amount: 300 },
];
const ids = ['dpmt_D1x0', 'dpmt_D1x1', 'dpmt_D2x0'];

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

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isSo(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(isSo()).toBe(true);
}

const quiet = () => new Promise((resolve) => setTimeout(resolve, 100));
const isLost = () => phaseAt('result').writing.status === 'lost';
const payments = () => {
  const column = desk.excel.table.header.indexOf('Nova payment');
  return desk.excel.table.values.map((row) => row[column]);
};

async function stage(): Promise<void> {
  await actions.check();
  actions.go('confirm');
  actions.typeControlTotal('USD', '610');
  await actions.stage();
  phaseAt('result');
}

/** As Ctrl+Z does: the results go, and Excel tells of a change. */
function undo(...lines: number[]): void {
  for (const line of lines.length > 0 ? lines : [0, 1, 2]) {
    const row = desk.excel.table.values[line] ?? [];
    for (let column = header.length; column < row.length; column += 1) row[column] = '';
  }
}

test('ids that are undone while the results are shown are noticed, kept, and written again', async () => {
  await stage();
  expect(keptResults(desk.storage)).toBeNull();
  await until(() => desk.excel.onChange !== null);
  undo(1, 2);
  desk.excel.onChange?.();
  await until(isLost);
  expect(phaseAt('result').writing).toEqual({ status: 'lost', held: { held: 1, placed: 3 } });
  expect(keptResults(desk.storage)?.outcomes).toHaveLength(2);
  expect(payments()).toEqual([ids[0], '', '']);
  await actions.write();
  expect(payments()).toEqual(ids);
  expect(keptResults(desk.storage)).toBeNull();
  expect(desk.proxy.sent).toHaveLength(2);
  // And once more, since it is watched again.
  await until(() => desk.excel.onChange !== null);
  undo();
  desk.excel.onChange?.();
  await until(isLost);
});

test('other changes beside the results say nothing', async () => {
  await stage();
  await until(() => desk.excel.onChange !== null);
  desk.excel.table.values.reverse();
  (desk.excel.table.values[0] ?? [])[header.indexOf('Payee name')] = 'Somebody else';
  desk.excel.onChange?.();
  await quiet();
  expect(phaseAt('result').writing.status).toBe('written');
});

test('the look waits while a cell is edited', async () => {
  await stage();
  await until(() => desk.excel.onChange !== null);
  undo();
  desk.excel.failures.rereadTable = [new CellEditModeError('InvalidOperationInCellEditMode')];
  desk.excel.onChange?.();
  await until(isLost);
  expect(store.get().notice).toBeNull();
});

test('a refresh from the results notices it where Excel told nothing', async () => {
  await stage();
  undo(0);
  await actions.refresh();
  expect(phaseAt('result').writing).toEqual({ status: 'lost', held: { held: 2, placed: 3 } });
  expect(desk.proxy.refreshCount).toBe(0);
});

test('a refresh offers ids that some rows have lost, and the check does', async () => {
  await stage();
  actions.go('source');
  undo(0, 1);
  await actions.refresh();
  phaseAt('refreshed');
  await until(() => store.get().offer !== null);
  expect(store.get().offer?.recall.map(({ distribution }) => distribution.rows.length)).toEqual([2]);
  await actions.restore();
  expect(payments()).toEqual(ids);

  undo(2);
  await actions.checkAgain();
  expect(phaseAt('preview').reading.recall).toHaveLength(1);
  await actions.restore();
  expect(payments()).toEqual(ids);
  expect(desk.proxy.sent).toHaveLength(2);
});

test('a refresh that finds no ids at all offers them, too', async () => {
  await stage();
  actions.go('source');
  undo();
  await actions.refresh();
  await until(() => store.get().offer !== null);
  phaseAt('source');
  await actions.restore();
  expect(payments()).toEqual(ids);
});

test('a write that is refused half-way tells what the sheet bears, and the rest is written later', async () => {
  await actions.check();
  actions.go('confirm');
  actions.typeControlTotal('USD', '610');
  const { applyWriteBack } = desk.excel;
  desk.excel.applyWriteBack = async (plan) => {
    desk.excel.applyWriteBack = applyWriteBack;
    await applyWriteBack({ ...plan, cells: plan.cells.filter(({ rowOffset }) => rowOffset < 2) });
    throw new SheetProtectedError('AccessDenied');
  };
  await actions.stage();
  expect(phaseAt('result').writing).toMatchObject({ status: 'failed', held: { held: 2, placed: 3 } });
  expect(payments()).toEqual([ids[0], ids[1], '']);
  expect(keptResults(desk.storage)?.outcomes).toHaveLength(2);
  await actions.write();
  expect(phaseAt('result').writing).toMatchObject({ status: 'written', report: { verified: 3 } });
  expect(payments()).toEqual(ids);
});

test('after a write that was never answered nothing more is asked of Excel until a person says so', async () => {
  await actions.check();
  actions.go('confirm');
  actions.typeControlTotal('USD', '610');
  desk.excel.failures.applyWriteBack = [new ExcelTimeoutError(60_000)];
  await actions.stage();
  const { writing } = phaseAt('result');
  expect(writing).toMatchObject({
    status: 'failed',
    notice: { text: expect.stringContaining('60 seconds') },
  });
  expect(writing).not.toHaveProperty('held');
  expect(keptResults(desk.storage)?.outcomes).toHaveLength(2);
  await actions.write();
  expect(payments()).toEqual(ids);
});
