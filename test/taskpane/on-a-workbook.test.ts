/** The pane's flows through real Office.js on a workbook: what becomes of results that the workbook does not take at once. */
import { afterEach, expect, test } from '@jest/globals';
import * as excel from '../../src/excel/index.ts';
import { createController, type DeskActions } from '../../src/taskpane/controller.ts';
import type { Desk } from '../../src/taskpane/desk.ts';
import { keptResults } from '../../src/taskpane/pending-results.ts';
import type { Phase } from '../../src/taskpane/state.ts';
import { createStore, type Store } from '../../src/taskpane/store.ts';
import { openSecondWindow, type SecondWindow } from '../../src/workbench/node/second-window.ts';
import { area, Workbook } from '../excel/workbook.ts';
import { payouts } from '../excel/pitfalls/payouts.ts';
import { payoutTable } from '../support/builders.ts';
import { deskInMemory, type LedgerInMemory } from './desk-in-memory.ts';

const total = '1000.75';
const timeoutMs = 300;

interface Pane {
  store: Store;
  actions: DeskActions;
  desk: Desk;
  proxy: LedgerInMemory;
}

const panes: ReturnType<typeof deskInMemory>[] = [];
let second: SecondWindow | null = null;
afterEach(() => {
  for (const pane of panes.splice(0)) pane.page.show(false);
  second?.close();
  second = null;
});

/** The workbook of the open host; a pane that shares another's proxy has its ledger. */
async function openPane(proxy?: LedgerInMemory): Promise<Pane> {
  const memory = deskInMemory(payoutTable([]));
  panes.push(memory);
  const desk: Desk = {
    ...memory,
    ...(proxy === undefined ? {} : { proxy }),
    excel: {
      ...excel,
      rereadTable: (reference) => excel.rereadTable(reference, { timeoutMs }),
      applyWriteBack: (plan) => excel.applyWriteBack(plan, { timeoutMs }),
    },
  };
  const store = createStore();
  const actions = createController(desk, store, { quietMs: 10, retryMs: 10 });
  await actions.signIn('GOOD');
  return { store, actions, desk, proxy: proxy ?? memory.proxy };
}

async function openBook(kind: 'table' | 'region' = 'table'): Promise<Workbook> {
  const workbook = await Workbook.open();
  if (kind === 'table') workbook.fillTable('B3', payouts);
  else workbook.fill('B3', payouts);
  return workbook.select('B3');
}

async function stage({ actions }: Pane): Promise<void> {
  await actions.check();
  actions.go('confirm');
  actions.typeControlTotal('USD', total);
  await actions.stage();
}

/** What happens to the workbook while Nova has the distribution. */
function meanwhile({ proxy }: Pane, change: () => void): void {
  proxy.answers.set('Q1 2026', (request) => {
    proxy.answers.clear();
    change();
    return proxy.accept(request);
  });
}

function resultOf({ store }: Pane): Extract<Phase, { step: 'result' }> {
  const { phase } = store.get();
  if (phase.step !== 'result') throw new Error(`at ${phase.step}: ${JSON.stringify(store.get().notice)}`);
  return phase;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !isSo(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(isSo()).toBe(true);
}

const right = [
  ['ent_Alder', 'dpmt_D1x0'],
  ['ent_Birch', 'dpmt_D1x1'],
  ['ent_Cedar', 'dpmt_D1x2'],
  ['ent_Dogwood', 'dpmt_D1x3'],
];
const idsIn = (workbook: Workbook) => workbook.values('E4:H7').map((row) => [row[0], row[3]]);

async function expectWrittenAgain(pane: Pane, workbook: Workbook): Promise<void> {
  expect(keptResults(pane.desk.storage)?.outcomes).toHaveLength(1);
  await pane.actions.write();
  expect(resultOf(pane).writing).toMatchObject({
    status: 'written',
    report: { verified: 4, mismatches: [] },
  });
  expect(idsIn(workbook)).toEqual(right);
  expect(pane.proxy.sent).toHaveLength(1);
  expect(keptResults(pane.desk.storage)).toBeNull();
}

test('space that is taken leads to a results sheet, and later beside the rows', async () => {
  const workbook = await openBook();
  const pane = await openPane();
  meanwhile(pane, () => workbook.fill('I5', [['mine']]));
  await stage(pane);
  expect(resultOf(pane).writing).toMatchObject({ status: 'failed', held: { held: 0, placed: 4 } });
  await pane.actions.writeSheet();
  const made = workbook.book.sheets()[1];
  expect(made?.name).toBe('Nova results');
  const lines = workbook.book.values(made?.id ?? '', area('B2:F5'));
  expect(lines.map((line) => [line[0], line[4]])).toEqual(right);
  expect(workbook.values('G3:L7').flat().join('')).toBe('mine');
  workbook.fill('I5', [['']]);
  await expectWrittenAgain(pane, workbook);
});

test('a sheet that was protected meanwhile stays protected, and is written once it is not', async () => {
  const workbook = await openBook();
  const pane = await openPane();
  meanwhile(pane, () => workbook.book.protect(workbook.sheetId));
  await stage(pane);
  expect(resultOf(pane).writing).toMatchObject({ status: 'failed', notice: { title: expect.any(String) } });
  expect(workbook.book.sheets()[0]?.protected).toBe(true);
  expect(workbook.values('G3:L7').flat().join('')).toBe('');
  workbook.book.unprotect(workbook.sheetId);
  await expectWrittenAgain(pane, workbook);
});

test('a workbook that is read-only takes no results sheet either, and keeps everything as it was', async () => {
  const workbook = await openBook();
  const pane = await openPane();
  meanwhile(pane, () => (workbook.book.readOnly = true));
  await stage(pane);
  await pane.actions.writeSheet();
  expect(pane.store.get().notice).toMatchObject({
    intent: 'error',
    text: expect.stringContaining('read-only'),
  });
  expect(workbook.book.sheets()).toHaveLength(1);
  expect(workbook.values('G3:L7').flat().join('')).toBe('');
  workbook.book.readOnly = false;
  await expectWrittenAgain(pane, workbook);
});

test('what was written before Excel refused the rest is told, and stays', async () => {
  const workbook = await openBook();
  // A row that a filter hides splits the block in two, so that a part of a request can be refused.
  workbook.book.setRowsHidden(workbook.sheetId, 5, 1, true, 'person');
  const pane = await openPane();
  const { applyWriteBack } = pane.desk.excel;
  pane.desk.excel.applyWriteBack = async (plan) => {
    pane.desk.excel.applyWriteBack = applyWriteBack;
    await applyWriteBack({ ...plan, cells: plan.cells.filter(({ rowOffset }) => rowOffset < 2) });
    workbook.book.protect(workbook.sheetId);
    return applyWriteBack(plan);
  };
  await stage(pane);
  expect(resultOf(pane).writing).toMatchObject({ status: 'failed', held: { held: 2, placed: 4 } });
  expect(idsIn(workbook)).toEqual([right[0], right[1], ['ent_Cedar', ''], ['ent_Dogwood', '']]);
  workbook.book.unprotect(workbook.sheetId);
  await expectWrittenAgain(pane, workbook);
});

test.each([false, true])('a request that never settles is given up (executed: %s)', async (executed) => {
  const workbook = await openBook();
  const pane = await openPane();
  const { applyWriteBack } = pane.desk.excel;
  pane.desk.excel.applyWriteBack = (plan) => {
    pane.desk.excel.applyWriteBack = applyWriteBack;
    workbook.host.hangNext(executed);
    return applyWriteBack(plan);
  };
  await stage(pane);
  expect(resultOf(pane).writing).toMatchObject({ status: 'failed' });
  await expectWrittenAgain(pane, workbook);
});

test('ids that are undone are noticed through the events of Excel, and written again', async () => {
  const workbook = await openBook();
  const pane = await openPane();
  await stage(pane);
  expect(resultOf(pane).writing.status).toBe('written');
  // The watch is a request of its own.
  await new Promise((resolve) => setTimeout(resolve, 100));
  for (let steps = 0; steps < 6 && idsIn(workbook).some(([, id]) => id !== ''); steps += 1) {
    workbook.book.undo();
  }
  await until(() => resultOf(pane).writing.status === 'lost');
  expect(resultOf(pane).writing).toMatchObject({ held: { held: 0, placed: 4 } });
  await expectWrittenAgain(pane, workbook);
});

test('sorting, inserting, deleting, moving a column, renaming and converting while Nova has the distribution', async () => {
  const workbook = await openBook();
  const { book, sheetId } = workbook;
  const pane = await openPane();
  meanwhile(pane, () => {
    book.sort(sheetId, area('B4:F7'), 5, true, 'person');
    book.insertRows(sheetId, 4, 2, 'person');
    book.deleteRows(sheetId, 4, 1, 'person');
    book.insertRows(sheetId, 0, 2, 'person');
    book.renameSheet(sheetId, 'Renamed');
    book.convertTableToRange(book.tables()[0]?.id ?? '');
    book.insertColumns(sheetId, 0, 1, 'person');
    book.setRowsHidden(sheetId, 8, 1, true, 'person');
  });
  await stage(pane);
  expect(resultOf(pane).writing).toMatchObject({ status: 'written', report: { verified: 4, expected: 4 } });
  const found = workbook
    .values('F6:I10')
    .filter(([entity]) => entity !== '')
    .map((row) => [row[0], row[3]]);
  expect(found.toSorted()).toEqual(right);
});

test('two panes on one workbook send once, make the columns once, and agree on the ids', async () => {
  const workbook = await openBook();
  const first = await openPane();
  const window = (second = openSecondWindow(workbook.book));
  const other = await window.run(() => openPane(first.proxy));
  await first.actions.check();
  await window.run(() => other.actions.check());
  await stage(first);
  // The other pane still shows the preview of before: the sheet is looked at again, and nothing is sent.
  await window.run(async () => {
    other.actions.go('confirm');
    other.actions.typeControlTotal('USD', total);
    await other.actions.stage();
  });
  expect(first.proxy.sent).toHaveLength(1);
  expect(idsIn(workbook)).toEqual(right);
  const [header = []] = workbook.values('B3:Z3');
  expect(header.filter((text) => text === 'Nova payment')).toHaveLength(1);
  expect(header.filter((text) => text !== '')).toHaveLength(11);
});
