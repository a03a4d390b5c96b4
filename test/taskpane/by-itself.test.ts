/** What the pane does when nobody asks: refreshing statuses, offering lost ids when it opens; and what it lets people restage. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CellValue, PayoutField } from '../../src/domain/index.ts';
import { CellEditModeError } from '../../src/excel/index.ts';
import { ProxyError } from '../../src/taskpane/api.ts';
import { pauseAfter } from '../../src/taskpane/auto-refresh.ts';
import { createController, type DeskActions } from '../../src/taskpane/controller.ts';
import type { Phase } from '../../src/taskpane/state.ts';
import { submissionOf } from '../../src/taskpane/submission.ts';
import { createStore, type Store } from '../../src/taskpane/store.ts';
import { awaiting, header, payoutTable } from '../support/builders.ts';
import { deskInMemory, type DeskInMemory } from './desk-in-memory.ts';

const rows: Partial<Record<PayoutField, CellValue>>[] = [
  { distributionName: 'First', entity: 'ent_A1', amount: 110 },
  { distributionName: 'First', entity: 'ent_A2', amount: 200 },
  { distributionName: 'Second', entity: 'ent_B1', amount: 300 },
];
const pauses = { quietMs: 10, retryMs: 10, refreshMs: 30 };

let desk: DeskInMemory;
let store: Store;
let actions: DeskActions;

async function openPane(): Promise<void> {
  store = createStore();
  actions = createController(desk, store, pauses);
  await actions.signIn('GOOD');
}

beforeEach(async () => {
  desk = deskInMemory(payoutTable(rows));
  const begunMs = Date.now();
  desk.clock = { now: () => new Date(Date.parse('2026-03-02T12:00:00Z') + Date.now() - begunMs) };
  await openPane();
});

// A pane that nobody sees does nothing by itself any more.
afterEach(() => desk.page.show(false));

function phaseAt<S extends Phase['step']>(step: S): Extract<Phase, { step: S }> {
  const { phase } = store.get();
  if (phase.step !== step) throw new Error(`at ${phase.step}: ${JSON.stringify(store.get().notice)}`);
  return phase as Extract<Phase, { step: S }>;
}

function fail(): never {
  throw new Error('nothing is planned');
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !isSo(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(isSo()).toBe(true);
}

const quiet = () => new Promise((resolve) => setTimeout(resolve, 200));

async function stage(total = '610'): Promise<void> {
  await actions.check();
  actions.go('confirm');
  actions.typeControlTotal('USD', total);
  await actions.stage();
  phaseAt('result');
}

const columnOf = (name: string) => desk.excel.table.header.indexOf(name);
const cells = (name: string) => desk.excel.table.values.map((row) => row[columnOf(name)]);

function change(row: number, name: string, value: CellValue): void {
  const line = desk.excel.table.values[row] ?? [];
  line[header.indexOf(name)] = value;
}

function loseIds(...lines: number[]): void {
  for (const line of lines) {
    desk.excel.table.values[line] = (desk.excel.table.values[line] ?? []).map((value, index) =>
      index >= header.length ? '' : value,
    );
  }
}

describe('refreshing by itself', () => {
  test('writes the news beside the rows, tells them, and moves nobody', async () => {
    await stage();
    desk.proxy.refreshed.paymentStatus = 'failed';
    await until(() => store.get().background !== null);
    phaseAt('result');
    expect(store.get().background?.summary.changes).toEqual([{ status: 'failed', count: 3 }]);
    expect(cells('Payment status')).toEqual(['failed', 'failed', 'failed']);
    actions.openBackground();
    expect(phaseAt('refreshed').summary.failed).toHaveLength(3);
    expect(store.get().background).toBeNull();
  });

  test('keeps what was not looked at: later news are added to it', async () => {
    await stage();
    desk.proxy.refreshed = { distributionStatus: 'approved', paymentStatus: 'verified' };
    await until(() => store.get().background?.summary.changes.length === 1);
    desk.proxy.refreshed.paymentStatus = 'failed';
    await until(() => store.get().background?.summary.changes.length === 2);
    expect(store.get().background?.summary.changes).toEqual([
      { status: 'failed', count: 3 },
      { status: 'verified', count: 3 },
    ]);
  });

  test('does not ask as a person does, so that it keeps nobody signed in', async () => {
    await stage();
    desk.page.show(false);
    await quiet();
    const before = desk.proxy.automaticCount;
    await actions.refresh();
    await actions.look();
    expect(desk.proxy.automaticCount).toBe(before);
    desk.page.show(true);
    await until(() => desk.proxy.automaticCount > before);
  });

  test('writes nothing where nothing is new', async () => {
    await stage();
    desk.proxy.refreshed = { distributionStatus: 'draft', paymentStatus: 'staged' };
    const before = JSON.stringify(desk.excel.table.values);
    const asked = desk.proxy.refreshCount;
    await until(() => desk.proxy.refreshCount > asked + 1);
    expect(JSON.stringify(desk.excel.table.values)).toBe(before);
  });

  test('sleeps while nobody can see the pane, and wakes when it is shown', async () => {
    await stage();
    desk.page.show(false);
    await quiet();
    const asked = desk.proxy.refreshCount;
    await quiet();
    expect(desk.proxy.refreshCount).toBe(asked);
    desk.page.show(true);
    await until(() => desk.proxy.refreshCount > asked);
  });

  test('does not begin while a submission is under way or about to be', async () => {
    desk.proxy.refreshed = { distributionStatus: 'draft', paymentStatus: 'staged' };
    await stage();
    desk.excel.table.values.push([...(payoutTable([{ distributionName: 'Third' }]).values[0] ?? [])]);
    desk.excel.table.values = desk.excel.table.values.map((row) => [
      ...row,
      ...desk.excel.table.header.slice(row.length).map(() => ''),
    ]);
    await actions.checkAgain();
    actions.go('confirm');
    await quiet();
    const asked = desk.proxy.refreshCount;
    await quiet();
    expect(desk.proxy.refreshCount).toBe(asked);
    phaseAt('confirm');
  });

  test('waits while a cell is being edited, and says nothing of it', async () => {
    await stage();
    desk.proxy.refreshed.paymentStatus = 'failed';
    desk.excel.failures.applyWriteBack = [
      new CellEditModeError('InvalidOperationInCellEditMode'),
      new CellEditModeError('InvalidOperationInCellEditMode'),
    ];
    await until(() => store.get().background !== null);
    expect(store.get().notice).toBeNull();
    expect(store.get().background?.summary.changes).toEqual([{ status: 'failed', count: 3 }]);
    expect(desk.excel.failures.applyWriteBack).toEqual([]);
  });

  test('goes on after a failure that passes, and says nothing of it', async () => {
    await stage();
    const failure = new ProxyError('nova-unavailable', 'Nova does not answer.', 503);
    desk.proxy.refreshErrors = [failure, failure];
    await until(() => store.get().background !== null);
    expect(store.get().notice).toBeNull();
    expect(desk.proxy.refreshErrors).toEqual([]);
  });

  test('asks ever more seldom while it fails, and comes back soon where a cell was being edited', () => {
    const failed = { ok: false as const, error: new ProxyError('nova-unavailable', 'No answer.', 503) };
    const pause = (failures: number) => pauseAfter(failed, failures, 180_000, 1_000);
    expect([1, 2, 3, 4, 9].map(pause)).toEqual([10_000, 360_000, 720_000, 1_440_000, 1_800_000]);
    const editing = { ok: false as const, error: new CellEditModeError('InvalidOperationInCellEditMode') };
    expect(pauseAfter(editing, 5, 180_000, 1_000)).toBe(1_000);
  });

  test('leaves a sign-in that has ended for the next step to find', async () => {
    await stage();
    desk.proxy.refreshErrors = [new ProxyError('sign-in-required', 'Sign in.', 401)];
    await until(() => desk.proxy.refreshErrors.length === 0);
    const asked = desk.proxy.refreshCount;
    await quiet();
    expect(desk.proxy.refreshCount).toBe(asked);
    expect(store.get().session).not.toBeNull();
  });

  test('happens when the pane opens, also when Excel refuses at first', async () => {
    await stage();
    desk.proxy.refreshed.paymentStatus = 'failed';
    const refused = () => new CellEditModeError('InvalidOperationInCellEditMode');
    desk.excel.failures.readSelectedTable = [refused(), refused()];
    desk.excel.failures.listCandidates = [refused(), refused()];
    await openPane();
    await until(() => store.get().background !== null);
    expect(cells('Payment status')).toEqual(['failed', 'failed', 'failed']);
  });

  test('happens when the pane opens on a sheet with ids', async () => {
    await stage();
    desk.proxy.refreshed.paymentStatus = 'failed';
    await openPane();
    await until(() => store.get().background !== null);
    phaseAt('source');
    expect(cells('Payment status')).toEqual(['failed', 'failed', 'failed']);
  });
});

describe('ids that are known and not in the sheet', () => {
  test('are offered when the pane opens after one that died, and writing sends nothing', async () => {
    await stage();
    desk.excel.table = payoutTable(rows);
    desk.storage.remove('distribution-desk.results');
    await openPane();
    await until(() => store.get().offer !== null);
    phaseAt('source');
    expect(cells('Entity')).toHaveLength(3);
    await actions.restore();
    expect(phaseAt('result').writing).toMatchObject({ report: { verified: 3 } });
    expect(phaseAt('result').results.restored).toBe(true);
    expect(cells('Nova payment')).toEqual(['dpmt_D1x0', 'dpmt_D1x1', 'dpmt_D2x0']);
    expect(cells('Payment status')).toEqual(['disbursed', 'disbursed', 'disbursed']);
    expect(desk.proxy.sent).toHaveLength(2);
    expect(store.get().offer).toBeNull();
  });

  test('of what is still being sent when the pane opens are offered once they are there, and only once', async () => {
    await stage();
    desk.excel.table = payoutTable(rows);
    desk.storage.remove('distribution-desk.results');
    const ended = new Map(desk.proxy.known);
    for (const [text, { entryId, contentHash, generation }] of ended) {
      const sending = { entryId, contentHash, generation, outcome: 'unknown' as const };
      const told = { code: 'sending', message: 'It is being sent.', keyExpiresAt: '2026-03-03T12:00:00Z' };
      desk.proxy.known.set(text, { ...sending, ...told });
    }
    let looks = 0;
    const lookup = desk.proxy.lookup;
    desk.proxy.lookup = (requests) => {
      looks += 1;
      return lookup(requests);
    };
    // When the second one begins, the first has had its effect.
    const twoLooks = async () => {
      const before = looks;
      await until(() => looks >= before + 2);
    };
    await openPane();
    await twoLooks();
    expect(store.get().offer).toBeNull();
    const [first, second] = [...ended];
    if (first === undefined || second === undefined) fail();
    desk.proxy.known.set(...first);
    await until(() => store.get().offer !== null);
    expect(store.get().offer?.recall).toHaveLength(1);
    actions.leaveOffer();
    await twoLooks();
    expect(store.get().offer).toBeNull();
    desk.proxy.known.set(...second);
    await until(() => store.get().offer?.recall.length === 2);
    expect(desk.proxy.sent).toHaveLength(2);
  });

  test('are left to the ledger where the pane was gone before its first answer: nothing is said to be a result', async () => {
    await actions.check();
    actions.go('confirm');
    actions.typeControlTotal('USD', '610');
    desk.proxy.stage = () => new Promise<never>(() => undefined);
    void actions.stage();
    await until(() => desk.storage.read('distribution-desk.results') !== null);
    store = createStore();
    actions = createController(desk, store, pauses);
    await actions.start();
    phaseAt('source');
    expect(store.get().notice).toBeNull();
  });

  test('are restored without the rest being staged', async () => {
    await stage();
    desk.excel.table = payoutTable([...rows, { distributionName: 'Third', entity: 'ent_C1', amount: 1 }]);
    actions.go('source');
    await actions.check();
    expect(phaseAt('preview').reading.recall).toHaveLength(2);
    await actions.restore();
    expect(cells('Nova payment')).toEqual(['dpmt_D1x0', 'dpmt_D1x1', 'dpmt_D2x0', '']);
    expect(desk.proxy.sent).toHaveLength(2);
  });

  test('of some rows of a distribution come back though its problem blocks, and it is gone then', async () => {
    await stage();
    loseIds(1);
    await actions.checkAgain();
    expect(phaseAt('checked').reading.check.problems[0]?.code).toBe('distribution-partly-staged');
    await actions.restore();
    expect(cells('Nova payment')).toEqual(['dpmt_D1x0', 'dpmt_D1x1', 'dpmt_D2x0']);
    await actions.checkAgain();
    expect(phaseAt('preview').reading.check.plan?.alreadyStaged).toHaveLength(2);
  });

  test('bear the time from which their statuses are surely known when Nova does not answer', async () => {
    await stage();
    desk.excel.table = payoutTable(rows);
    actions.go('source');
    await actions.check();
    desk.proxy.refreshErrors = [new ProxyError('nova-unavailable', 'Nova does not answer.', 503)];
    await actions.restore();
    expect(phaseAt('result').results.knownAt).toBe('2026-03-02T10:00:00Z');
    expect(cells('Payment status')).toEqual(['staged', 'staged', 'staged']);
  });
});

describe('rows that were changed after staging', () => {
  test('are a warning of the check and a list in the refresh, with both values', async () => {
    await stage();
    change(0, 'Amount', 110.01);
    await actions.checkAgain();
    expect(phaseAt('checked').reading.check.problems).toMatchObject([{ code: 'changed-since-staged' }]);
    await actions.refresh();
    expect(phaseAt('refreshed').summary.drift).toMatchObject([
      { rowIndex: 4, differences: [{ field: 'amount', staged: '$110.00', now: '$110.01' }] },
    ]);
    expect(cells('Message')[0]).toBe('Changed since it was staged: amount was $110.00, is $110.01.');
  });

  test('are told although all is final and Nova is not asked', async () => {
    await stage();
    await actions.refresh();
    const asked = desk.proxy.refreshCount;
    change(0, 'Amount', 110.01);
    await actions.refresh();
    expect(phaseAt('refreshed').summary.drift).toHaveLength(1);
    expect(desk.proxy.refreshCount).toBe(asked);
  });
});

describe('rows of a cancelled distribution', () => {
  beforeEach(async () => {
    await stage();
    desk.proxy.cancelled.add('dst_D2');
    for (const [text, outcome] of desk.proxy.known) {
      if (outcome.outcome === 'accepted' && outcome.distributionId === 'dst_D2') {
        desk.proxy.known.set(text, { ...outcome, distributionStatus: 'cancelled' });
      }
    }
  });

  test('with the same content are not sent until it is repeated on purpose', async () => {
    await actions.checkAgain();
    const { reading } = phaseAt('preview');
    const [distribution] = reading.check.plan?.distributions ?? [];
    if (distribution === undefined) fail();
    await actions.stage();
    expect(desk.proxy.sent).toHaveLength(2);
    await actions.checkAgain();
    actions.repeat(distribution, { ofEntryId: 'entry-2', reason: 'Cancelled by mistake' });
    actions.go('confirm');
    actions.typeControlTotal('USD', '300');
    await actions.stage();
    expect(desk.proxy.repeated).toEqual([{ ofEntryId: 'entry-2', reason: 'Cancelled by mistake' }]);
    expect(cells('Nova payment')).toEqual(['dpmt_D1x0', 'dpmt_D1x1', 'dpmt_D3x0']);
  });

  test('with other content wait for a decision, and take over the ids after it', async () => {
    change(2, 'Amount', 333);
    await actions.checkAgain();
    const [distribution] = phaseAt('preview').reading.check.plan?.distributions ?? [];
    if (distribution === undefined) fail();
    const { reading } = phaseAt('preview');
    const submission = submissionOf(reading.check.plan ?? fail(), reading);
    expect(submission).toMatchObject({ toSend: [], held: [{ key: distribution.key }], totals: [] });
    await actions.stage();
    expect(desk.proxy.sent).toHaveLength(2);
    await actions.checkAgain();
    const distributionIds = ['dst_D2' as never];
    actions.repeat(distribution, { distributionIds, reason: 'The amount was wrong' });
    actions.go('confirm');
    actions.typeControlTotal('USD', '333');
    await actions.stage();
    const paymentIds = ['dpmt_D2x0'];
    expect(desk.proxy.replaced).toEqual([{ distributionIds, paymentIds, reason: 'The amount was wrong' }]);
    expect(cells('Nova distribution')).toEqual(['dst_D1', 'dst_D1', 'dst_D3']);
  });

  test('that wait for approval were decided on when they were sealed', async () => {
    change(2, 'Amount', 333);
    await actions.checkAgain();
    const [distribution] = phaseAt('preview').reading.check.plan?.distributions ?? [];
    if (distribution === undefined) fail();
    actions.repeat(distribution, { distributionIds: ['dst_D2' as never], reason: 'The amount was wrong' });
    // Meanwhile another pane submitted the same.
    desk.proxy.known.set(JSON.stringify(distribution.request), awaiting());
    await actions.checkAgain();
    const { reading } = phaseAt('preview');
    expect(reading.repeats).toEqual({});
    expect(submissionOf(reading.check.plan ?? fail(), reading)).toMatchObject({ toSend: [], held: [] });
  });

  test('that another distribution took over are not sent, and its name is told', async () => {
    change(2, 'Amount', 333);
    await actions.checkAgain();
    const [distribution] = phaseAt('preview').reading.check.plan?.distributions ?? [];
    if (distribution === undefined) fail();
    desk.proxy.answers.set(distribution.request.name, () => {
      throw new ProxyError('already-replaced', 'Taken over before by “Other” (dst_D9).', 409);
    });
    actions.repeat(distribution, { distributionIds: ['dst_D2' as never], reason: 'The amount was wrong' });
    actions.go('confirm');
    actions.typeControlTotal('USD', '333');
    await actions.stage();
    expect(store.get().notice).toMatchObject({
      title: 'Another distribution took these rows over',
      text: 'Taken over before by “Other” (dst_D9). Nothing was sent.',
    });
    expect(cells('Nova distribution')).toEqual(['dst_D1', 'dst_D1', 'dst_D2']);
  });
});
