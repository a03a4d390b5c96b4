import { beforeEach, describe, expect, test } from '@jest/globals';
import type { DistributionRequest, Limits, SealedEntry } from '../../src/contract/index.ts';
import { CellEditModeError, SheetProtectedError } from '../../src/excel/index.ts';
import { ProxyError } from '../../src/taskpane/api.ts';
import { createController, type DeskActions } from '../../src/taskpane/controller.ts';
import { limitNotes, needsApproval } from '../../src/taskpane/limit-notes.ts';
import { keepWaiting, waitingResults } from '../../src/taskpane/pending-results.ts';
import { createStore, type Store } from '../../src/taskpane/store.ts';
import { awaiting, otherMode, payoutTable, planOf, returned } from '../support/builders.ts';
import { deskInMemory, type DeskInMemory } from './desk-in-memory.ts';

let desk: DeskInMemory;
let store: Store;
let actions: DeskActions;

beforeEach(() => {
  desk = deskInMemory(payoutTable([{ distributionName: 'First', entity: 'ent_A1', amount: 100 }]));
  store = createStore();
  actions = createController(desk, store);
});

const sealed = (changes: Partial<SealedEntry> = {}) =>
  ({
    entryId: 'entry-9',
    contentHash: 'c'.repeat(64),
    name: 'Q1',
    totals: [{ currency: 'USD', amountCents: 1_000, count: 1 }],
    mayApprove: true,
    ...changes,
  }) as SealedEntry;

async function stageOne(): Promise<void> {
  await actions.check();
  if (store.get().phase.step === 'checked') {
    actions.seeWarnings(true);
    actions.go('preview');
  }
  actions.go('confirm');
  actions.typeControlTotal('USD', '100');
  await actions.stage();
}

const idInSheet = () => {
  const { table } = desk.excel;
  return table.values[0]?.[table.header.indexOf('Nova distribution')] ?? '';
};

describe('approving', () => {
  beforeEach(async () => {
    desk.proxy.roles = ['approver'];
    desk.proxy.waiting = [sealed(), sealed({ entryId: 'entry-8', mayApprove: false })];
    await actions.signIn('GOOD');
  });

  test('somebody who signs in hears how much waits for them, their own not counted', () => {
    expect(store.get().waitingCount).toBe(1);
  });

  test('the seal that was looked at is the one that is approved', async () => {
    await actions.openApprovals();
    await actions.openSealed('entry-9');
    const { side } = store.get();
    if (side?.view !== 'sealed') throw new Error('The entry is not open.');
    await actions.approve(side.entry);
    expect(desk.proxy.approved).toEqual([`entry-9 ${'c'.repeat(64)}`]);
    expect(store.get()).toMatchObject({
      side: { view: 'approvals', waiting: [{ entryId: 'entry-8' }] },
      waitingCount: 0,
      notice: { intent: 'success' },
    });
  });

  test('returning tells the reason and leads back to the list', async () => {
    await actions.openSealed('entry-9');
    await actions.returnEntry(sealed(), 'The second amount is wrong');
    expect(desk.proxy.returned).toEqual(['entry-9 The second amount is wrong']);
    expect(store.get().side).toMatchObject({ view: 'approvals' });
  });

  test('the payouts stay where they were behind it', async () => {
    desk.proxy.roles = ['approver', 'preparer'];
    await actions.check();
    const { phase } = store.get();
    await actions.openApprovals();
    actions.leaveSide();
    expect(store.get().side).toBeNull();
    expect(store.get().phase).toBe(phase);
  });

  test('signing out closes it, for the next one who signs in is another', async () => {
    await actions.openApprovals();
    actions.signOut();
    expect(store.get()).toMatchObject({ side: null, waitingCount: 0 });
  });
});

describe('waiting for an approval', () => {
  beforeEach(async () => {
    desk.proxy.answers.set('First', () => awaiting());
    await actions.signIn('GOOD');
    await stageOne();
  });

  const decide = (change: 'approve' | 'return') => {
    const [content] = desk.proxy.known.keys();
    if (content === undefined) throw new Error('Nothing was staged.');
    const outcome =
      change === 'approve'
        ? desk.proxy.accept(JSON.parse(content) as DistributionRequest)
        : returned('The second amount is wrong');
    desk.proxy.known.set(content, outcome);
  };

  test('writes no id, and looking again changes nothing while nobody decided', async () => {
    expect(idInSheet()).toBe('');
    const { phase } = store.get();
    await actions.look();
    expect(store.get().phase).toBe(phase);
  });

  test('what was approved meanwhile goes into the sheet by itself, and nothing is sent again', async () => {
    decide('approve');
    await actions.look();
    expect(idInSheet()).toBe('dst_D1');
    expect(desk.proxy.sent).toEqual(['First']);
    expect(store.get().phase).toMatchObject({ step: 'result', writing: { status: 'written' } });
    expect(waitingResults(desk.storage)).toBeNull();
  });

  test('what was approved and then created in the other mode gets no ids', async () => {
    const [content] = desk.proxy.known.keys();
    const distribution = planOf(desk.excel.table).distributions[0];
    if (content === undefined || distribution === undefined) throw new Error('Nothing was staged.');
    desk.proxy.known.set(content, otherMode(distribution));
    await actions.look();
    expect(idInSheet()).toBe('');
    expect(store.get().phase).toMatchObject({
      results: { outcomes: [{ outcome: { outcome: 'other-mode' } }] },
    });
  });

  test('also after the results were left, and in a pane that was opened again', async () => {
    actions.go('source');
    const reopened = createStore();
    const again = createController(desk, reopened);
    decide('approve');
    await again.start();
    expect(idInSheet()).toBe('dst_D1');
    expect(reopened.get().phase).toMatchObject({ step: 'result' });
  });

  test('does not disturb somebody who is checking something else', async () => {
    actions.go('source');
    await actions.check();
    const { step } = store.get().phase;
    decide('approve');
    await actions.look();
    expect(store.get().phase.step).toBe(step);
    expect(idInSheet()).toBe('');
  });

  test('the same rows once more send nothing, and are followed until somebody decides', async () => {
    actions.go('source');
    keepWaiting(desk.storage, null);
    await actions.check();
    expect(store.get().phase).toMatchObject({ step: 'preview', reading: { earlier: [awaiting()] } });
    await actions.stage();
    expect(desk.proxy.sent).toEqual(['First']);
    expect(store.get().phase).toMatchObject({
      step: 'result',
      results: { outcomes: [{ outcome: awaiting() }] },
    });
    decide('approve');
    await actions.look();
    expect(idInSheet()).toBe('dst_D1');
    expect(desk.proxy.sent).toEqual(['First']);
  });

  test('beside others, they count in no control total and are followed along', async () => {
    actions.go('source');
    desk.excel.table = payoutTable([
      { distributionName: 'First', entity: 'ent_A1', amount: 100 },
      { distributionName: 'Second', entity: 'ent_B1', amount: 30 },
    ]);
    await actions.check();
    actions.go('confirm');
    actions.typeControlTotal('USD', '130');
    await actions.stage();
    expect(desk.proxy.sent).toEqual(['First']);
    actions.go('confirm');
    actions.typeControlTotal('USD', '30');
    await actions.stage();
    expect(desk.proxy.sent).toEqual(['First', 'Second']);
    decide('approve');
    await actions.look();
    expect(idInSheet()).toBe('dst_D2');
  });

  test('what came back is shown with its reason', async () => {
    decide('return');
    await actions.look();
    expect(store.get().notice?.intent).toBe('warning');
    expect(store.get().phase).toMatchObject({
      results: { outcomes: [{ outcome: { outcome: 'returned', reason: 'The second amount is wrong' } }] },
    });
  });
});

describe('the history of this workbook', () => {
  beforeEach(() => actions.signIn('GOOD'));

  test('is asked for by the names under which something was sent from it, the present one first', async () => {
    desk.excel.workbookNames = ['Q1.xlsx'];
    desk.excel.workbookName = 'Q1 final.xlsx';
    await actions.openHistory({ who: 'prep' }, 'workbook');
    await actions.moreHistory();
    const asked = { who: 'prep', workbooks: ['Q1 final.xlsx', 'Q1.xlsx'] };
    expect(desk.proxy.historyAsked).toEqual([asked, asked]);
    await actions.openHistory({ who: 'prep' }, 'all');
    expect(desk.proxy.historyAsked.at(-1)).toEqual({ who: 'prep' });
  });

  test('knows the workbook again under another name once something was sent from it', async () => {
    await stageOne();
    desk.excel.workbookName = 'Renamed.xlsx';
    await actions.openHistory({}, 'workbook');
    expect(desk.proxy.historyAsked.at(-1)).toEqual({ workbooks: ['Renamed.xlsx', 'payouts.xlsx'] });
  });

  test('is that of all while Excel does not say the name', async () => {
    desk.excel.failures.loadWorkbookNames = [new CellEditModeError('InvalidOperationInCellEditMode')];
    await actions.openHistory({}, 'workbook');
    expect(desk.proxy.historyAsked).toEqual([{}]);
    expect(store.get().side).toMatchObject({ workbooks: [], scope: 'workbook' });
  });

  test('that cannot be read says so in its place, and why above it', async () => {
    desk.proxy.history = () => Promise.reject(new ProxyError('busy', 'Wait a moment.', 503));
    await actions.openHistory({}, 'workbook');
    expect(store.get()).toMatchObject({
      side: { view: 'history', loading: 'failed', lines: [] },
      notice: { text: 'Wait a moment.' },
      busy: null,
    });
  });

  test('leads to the receipt of what was staged, and back to the same lines', async () => {
    await stageOne();
    desk.proxy.historyLines = [{ sequence: 1 } as never];
    await actions.openHistory({}, 'workbook');
    await actions.openReceipt('dst_D1');
    expect(store.get().side).toMatchObject({
      view: 'receipt',
      staged: { name: 'First', distributionId: 'dst_D1', payments: [{ amountCents: 10_000 }] },
    });
    actions.leaveSide();
    expect(store.get().side).toMatchObject({ view: 'history', lines: [{ sequence: 1 }] });
    await actions.openReceipt('dst_Unknown1');
    expect(store.get()).toMatchObject({ side: { view: 'history' }, notice: { intent: 'info' } });
  });
});

test('the history is paged and filtered by the proxy', async () => {
  desk.proxy.historyLines = [3, 2, 1].map((sequence) => ({ sequence }) as never);
  await actions.signIn('GOOD');
  await actions.openHistory({ who: 'prep' }, 'all');
  await actions.moreHistory();
  expect(desk.proxy.historyAsked).toEqual([{ who: 'prep' }, { who: 'prep' }]);
  expect(store.get().side).toMatchObject({
    lines: [3, 2, 1].map((sequence) => ({ sequence })),
    nextBefore: null,
  });
});

test('an admin who ends the mode lock sees it gone', async () => {
  desk.proxy.roles = ['admin'];
  desk.proxy.modeLock = {
    since: '2026-03-02T10:00:00Z',
    reason: 'An answer was live.',
    distributionId: null,
  };
  await actions.signIn('GOOD');
  expect(store.get().session?.modeLock).not.toBeNull();
  await actions.releaseModeLock('The key was of the wrong account');
  expect(store.get().session?.modeLock).toBeNull();
});

describe('limits, told before the control total is typed', () => {
  const none: Limits = {
    largestPayment: null,
    largestDistribution: null,
    totalPerDay: null,
    vehicles: null,
    liveUsers: null,
    approval: null,
  };
  const distribution = async () => {
    await actions.signIn('GOOD');
    await actions.check();
    const { phase } = store.get();
    const planned = 'reading' in phase ? phase.reading.check.plan?.distributions[0] : undefined;
    if (planned === undefined) throw new Error('There is no plan.');
    return planned;
  };

  test.each([
    ['no limits', {}, 0],
    ['a payment at its limit', { largestPayment: { USD: 10_000 } }, 0],
    ['a payment beyond its limit', { largestPayment: { USD: 9_999 } }, 1],
    ['a distribution beyond its limit', { largestDistribution: { USD: 9_999 } }, 1],
    ['a currency that nobody allowed', { largestDistribution: { EUR: 10_000 } }, 1],
    ['another vehicle', { vehicles: ['veh_Other'] }, 1],
  ])('%s', async (_name, change, count) => {
    expect(limitNotes({ ...none, ...change } as Limits, await distribution())).toHaveLength(count);
  });

  test.each([
    [null, false],
    ['always', true],
    [{ USD: 10_000 }, true],
    [{ USD: 10_001 }, false],
    [{ EUR: 99_999_999 }, true],
  ])('approval from %j', async (from, needed) => {
    const approval = from === null ? null : { from, expiresAfterHours: 72 };
    expect(needsApproval({ ...none, approval } as Limits, await distribution())).toBe(needed);
  });
});

describe('a workbook that belongs to one Nova', () => {
  const live = { mode: 'live' as const, organizationId: 'org_A' };

  test('remembers it from the first staging on', async () => {
    await actions.signIn('GOOD');
    await stageOne();
    expect(desk.excel.nova).toEqual({ mode: 'sandbox', organizationId: null });
  });

  test.each(['check', 'refresh'] as const)('refuses to %s on another one', async (action) => {
    desk.excel.nova = live;
    await actions.signIn('GOOD');
    await actions[action]();
    expect(store.get().phase.step).toBe('source');
    expect(store.get().notice?.text).toContain('It holds ids of live, organization org_A');
  });

  test('that was bound by somebody else after the check sends nothing', async () => {
    await actions.signIn('GOOD');
    await actions.check();
    if (store.get().phase.step === 'checked') actions.seeWarnings(true);
    actions.go('confirm');
    actions.typeControlTotal('USD', '100');
    desk.excel.nova = live;
    await actions.stage();
    expect(desk.proxy.sent).toEqual([]);
  });

  test('is released on purpose', async () => {
    desk.excel.nova = live;
    await actions.signIn('GOOD');
    await actions.openSettings();
    expect(store.get().workbookNova).toEqual(live);
    await actions.releaseWorkbook();
    await actions.check();
    expect(store.get().phase.step).not.toBe('source');
  });

  test('a workbook that keeps no memory is staged all the same', async () => {
    desk.excel.failures.saveWorkbookNova = [new SheetProtectedError()];
    await actions.signIn('GOOD');
    await stageOne();
    expect(idInSheet()).toBe('dst_D1');
  });
});

describe('signing in with an account', () => {
  test('is offered where the proxy asks for it, and leads on', async () => {
    desk.proxy.account = { canSignIn: true };
    await actions.start();
    expect(store.get()).toMatchObject({ signInWay: 'account', session: null });
    await actions.signInToAccount();
    expect(store.get().session?.userName).toBe('Preparer');
  });

  test('somebody who closes the window stays where they were, and is told', async () => {
    desk.proxy.account = { canSignIn: false };
    await actions.start();
    await actions.signInToAccount();
    expect(store.get()).toMatchObject({
      session: null,
      busy: null,
      notice: { title: 'You are not signed in' },
    });
  });
});
