import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PayoutField, CellValue } from '../../src/domain/index.ts';
import { CellEditModeError, SheetProtectedError, TableGoneError } from '../../src/excel/index.ts';
import { ProxyError } from '../../src/taskpane/api.ts';
import { createController, type DeskActions } from '../../src/taskpane/controller.ts';
import { keptResults } from '../../src/taskpane/pending-results.ts';
import type { Phase } from '../../src/taskpane/state.ts';
import { createStore, type Store } from '../../src/taskpane/store.ts';
import {
  firstColumnIndex,
  header,
  otherMode,
  payoutTable,
  planOf,
  rejected,
  unknown,
} from '../support/builders.ts';
import { deskInMemory, type DeskInMemory } from './desk-in-memory.ts';

const rows: Partial<Record<PayoutField, CellValue>>[] = [
  { distributionName: 'First', entity: 'ent_A1', amount: 100 },
  { distributionName: 'First', entity: 'ent_A2', amount: 200.5 },
  { distributionName: 'Second', entity: 'ent_B1', amount: 300 },
  { distributionName: 'Third', entity: 'ent_C1', amount: 400 },
];
const total = '1,000.50';
const columnOf = (name: string) => header.indexOf(name);

let desk: DeskInMemory;
let store: Store;
let actions: DeskActions;

beforeEach(async () => {
  desk = deskInMemory(payoutTable(rows));
  store = createStore();
  actions = createController(desk, store);
  await actions.signIn('GOOD');
});

// A pane that nobody sees does nothing by itself any more.
afterEach(() => desk.page.show(false));

function phaseAt<S extends Phase['step']>(step: S): Extract<Phase, { step: S }> {
  const { phase } = store.get();
  if (phase.step !== step)
    throw new Error(`at ${phase.step}, not ${step}: ${JSON.stringify(store.get().notice)}`);
  return phase as Extract<Phase, { step: S }>;
}

async function confirm(typed = total): Promise<void> {
  await actions.check();
  actions.go('confirm');
  actions.typeControlTotal('USD', typed);
}

function cell(rowOffset: number, name: string): CellValue | undefined {
  return desk.excel.table.values[rowOffset]?.[desk.excel.table.header.indexOf(name)];
}

describe('checking', () => {
  test('a table that has nothing to mend leads straight to the preview', async () => {
    await actions.check();
    phaseAt('preview');
  });

  test('where other rows might have been meant, what was taken is looked at first', async () => {
    desk.excel.table.ambiguity = 'The selection is outside of the table; B4:K8 was taken.';
    await actions.check();
    expect(phaseAt('checked').reading.check.problems).toEqual([]);
  });
});

describe('staging', () => {
  test('sends each distribution once, in sheet order, and writes the ids beside the rows', async () => {
    await confirm();
    await actions.stage();
    expect(desk.proxy.sent).toEqual(['First', 'Second', 'Third']);
    expect(phaseAt('result').writing).toMatchObject({
      status: 'written',
      report: { verified: 4, expected: 4 },
    });
    expect([0, 1, 2, 3].map((row) => cell(row, 'Nova payment'))).toEqual([
      'dpmt_D1x0',
      'dpmt_D1x1',
      'dpmt_D2x0',
      'dpmt_D3x0',
    ]);
    expect(keptResults(desk.storage)).toBeNull();
  });

  test('two clicks are one run', async () => {
    await confirm();
    await Promise.all([actions.stage(), actions.stage()]);
    expect(desk.proxy.sent).toHaveLength(3);
  });

  test.each(['', '1,000.51', '1,000.5.0', '100050'])(
    'sends nothing for the control total %j',
    async (typed) => {
      await confirm(typed);
      await actions.stage();
      expect(desk.proxy.sent).toEqual([]);
      expect(store.get().notice?.intent).toBe('error');
    },
  );

  test('a sheet that changed after the check goes back to the check, and nothing is sent', async () => {
    await confirm();
    const row = desk.excel.table.values[2] ?? [];
    row[columnOf('Amount')] = 300.01;
    await actions.stage();
    expect(desk.proxy.sent).toEqual([]);
    expect(phaseAt('checked').reading.check.plan?.totals[0]?.amountCents).toBe(100051);
    expect(store.get().notice?.title).toBe('The sheet changed after the check');
  });

  test('a change elsewhere on the sheet does not count as a change of the rows that were selected', async () => {
    desk.excel.table.selectedRows = [2];
    await confirm('300');
    const other = desk.excel.table.values[3] ?? [];
    other[columnOf('Amount')] = 999;
    await actions.stage();
    expect(desk.proxy.sent).toEqual(['Second']);
  });

  test('Excel that takes no calls stops it before the first request', async () => {
    await confirm();
    desk.excel.failures.rereadTable = [new CellEditModeError('InvalidOperationInCellEditMode')];
    await actions.stage();
    expect(desk.proxy.sent).toEqual([]);
    expect(phaseAt('confirm').typed).toEqual({ USD: total });
    expect(store.get().notice?.title).toBe('A cell is being edited');
  });

  test('a rejection stops nothing; its message goes beside its rows and no ids do', async () => {
    desk.proxy.answers.set('Second', () => rejected('Nova does not know the entity.'));
    await confirm();
    await actions.stage();
    expect(desk.proxy.sent).toEqual(['First', 'Second', 'Third']);
    expect(phaseAt('result').results.stop).toBeNull();
    expect(cell(2, 'Nova distribution')).toBe('');
    expect(cell(2, 'Message')).toMatch(/Nova does not know the entity/);
    expect(cell(3, 'Nova distribution')).toBe('dst_D3');
  });

  test('an outcome that nobody knows stops the run and is not called failed', async () => {
    desk.proxy.answers.set('Second', () => unknown('No answer.'));
    await confirm();
    await actions.stage();
    expect(desk.proxy.sent).toEqual(['First', 'Second']);
    const { results } = phaseAt('result');
    expect(results.stop).toEqual({ reason: 'unknown' });
    expect(results.outcomes.map(({ outcome }) => outcome?.outcome)).toEqual([
      'accepted',
      'unknown',
      undefined,
    ]);
  });

  test('a connection that breaks leaves its distribution in doubt and keeps what was reached', async () => {
    desk.proxy.answers.set('Second', () => {
      throw new ProxyError('proxy-unreachable', 'No answer.', 0);
    });
    await confirm();
    await actions.stage();
    const { results, writing } = phaseAt('result');
    expect(desk.proxy.sent).toEqual(['First', 'Second']);
    expect(results.stop).toMatchObject({
      reason: 'failed',
      inDoubtKey: results.outcomes[1]?.distribution.key,
    });
    expect(writing).toMatchObject({ status: 'written', report: { verified: 2 } });
  });

  test('a refusal of the proxy leaves nothing in doubt', async () => {
    desk.proxy.answers.set('Second', () => {
      throw new ProxyError('nova-unavailable', 'Nova does not answer.', 503);
    });
    await confirm();
    await actions.stage();
    expect(phaseAt('result').results.stop).toMatchObject({ reason: 'failed', inDoubtKey: null });
  });

  describe('an answer of the other mode', () => {
    const refuse = (name: string, isCreated: boolean) =>
      desk.proxy.answers.set(name, (request) => {
        const distribution = planOf(payoutTable(rows)).distributions.find(
          (one) => one.request.name === request.name,
        );
        if (isCreated && distribution !== undefined) {
          desk.proxy.known.set(JSON.stringify(request), otherMode(distribution));
        }
        throw new ProxyError('mode-mismatch', 'Nova created dst_Far in live mode.', 503);
      });

    test('ends the run, and its ids are shown and not written', async () => {
      refuse('Second', true);
      await confirm();
      await actions.stage();
      const { results, writing } = phaseAt('result');
      expect(desk.proxy.sent).toEqual(['First', 'Second']);
      expect(results.stop).toMatchObject({ reason: 'failed', inDoubtKey: null });
      expect(results.outcomes.map(({ outcome }) => outcome?.outcome)).toEqual([
        'accepted',
        'other-mode',
        undefined,
      ]);
      expect(writing).toMatchObject({ status: 'written', report: { verified: 2, expected: 2 } });
      expect(cell(2, 'Nova distribution')).toBe('');
      expect(cell(2, 'Nova payment')).toBe('');
      expect(cell(2, 'Message')).toBe('Nova created dst_Far in live mode.');

      // Nor does checking again offer them, or send these rows once more.
      await actions.checkAgain();
      expect(phaseAt('preview').reading.recall).toEqual([]);
      actions.go('confirm');
      actions.typeControlTotal('USD', '400');
      await actions.stage();
      expect(desk.proxy.sent).toEqual(['First', 'Second', 'Third']);
      expect(cell(2, 'Nova distribution')).toBe('');
    });

    test('before this one was sent says that nothing was', async () => {
      refuse('First', false);
      await confirm();
      await actions.stage();
      phaseAt('confirm');
      expect(store.get().notice?.text).toMatch(/Nothing was sent\.$/);
    });

    test('leaves in doubt what the ledger cannot be asked about', async () => {
      refuse('Second', true);
      await confirm();
      const { lookup } = desk.proxy;
      desk.proxy.lookup = () => Promise.reject(new ProxyError('proxy-unreachable', 'No answer.', 0));
      await actions.stage();
      desk.proxy.lookup = lookup;
      const { results } = phaseAt('result');
      expect(results.stop).toMatchObject({ inDoubtKey: results.outcomes[1]?.distribution.key });
    });
  });

  test('when the first request is refused, the user is where they were and nothing is kept', async () => {
    desk.proxy.answers.set('First', () => {
      throw new ProxyError('nova-unavailable', 'Nova does not answer.', 503);
    });
    await confirm();
    await actions.stage();
    expect(phaseAt('confirm').typed).toEqual({ USD: total });
    expect(store.get().notice?.text).toBe('Nova does not answer. Nothing was sent.');
    expect(keptResults(desk.storage)).toBeNull();
  });

  test('when the first request meets an ended sign-in, signing in resumes at the control total', async () => {
    let isSignedIn = false;
    desk.proxy.answers.set('First', (request) => {
      if (!isSignedIn) throw new ProxyError('sign-in-required', 'Sign in.', 401);
      return desk.proxy.accept(request);
    });
    await confirm();
    await actions.stage();
    expect(store.get().session).toBeNull();
    isSignedIn = true;
    await actions.signIn('GOOD');
    expect(phaseAt('confirm').typed).toEqual({ USD: total });
    await actions.stage();
    expect(phaseAt('result').results.outcomes.every(({ outcome }) => outcome?.outcome === 'accepted')).toBe(
      true,
    );
  });

  test('a sign-in that ends in the middle keeps the results, and signing in again shows them', async () => {
    desk.proxy.answers.set('Second', () => {
      throw new ProxyError('sign-in-required', 'Sign in.', 401);
    });
    await confirm();
    await actions.stage();
    expect(store.get().session).toBeNull();
    await actions.signIn('GOOD');
    expect(store.get().session?.userName).toBe('Preparer');
    expect(phaseAt('result').results.outcomes[0]?.outcome?.outcome).toBe('accepted');
    expect(cell(0, 'Nova distribution')).toBe('dst_D1');
  });

  test('stops between distributions when asked to', async () => {
    desk.proxy.answers.set('First', (request) => {
      actions.cancel();
      return desk.proxy.accept(request);
    });
    await confirm();
    await actions.stage();
    expect(desk.proxy.sent).toEqual(['First']);
    expect(phaseAt('result').results.stop).toEqual({ reason: 'cancelled' });
  });

  test('after a stop, checking again sends the rest and nothing twice', async () => {
    desk.proxy.answers.set('Second', () => unknown('No answer.'));
    await confirm();
    await actions.stage();
    desk.proxy.answers.clear();
    await actions.checkAgain();
    actions.go('confirm');
    actions.typeControlTotal('USD', '700');
    await actions.stage();
    expect(desk.proxy.sent).toEqual(['First', 'Second', 'Second', 'Third']);
    expect(phaseAt('result').results.outcomes.map(({ outcome }) => outcome?.outcome)).toEqual([
      'accepted',
      'accepted',
    ]);
  });
});

describe('content that was staged before', () => {
  test('is not sent, and its ids are written without a control total', async () => {
    await confirm();
    await actions.stage();
    desk.excel.table = payoutTable(rows);
    actions.go('source');
    await actions.check();
    expect(phaseAt('preview').reading.earlier.map((outcome) => outcome?.outcome)).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ]);
    await actions.stage();
    expect(desk.proxy.sent).toHaveLength(3);
    expect(cell(3, 'Nova payment')).toBe('dpmt_D3x0');
  });

  test('does not count towards the control total', async () => {
    await confirm();
    await actions.stage();
    desk.excel.table = payoutTable([...rows, { distributionName: 'Fourth', entity: 'ent_D1', amount: 7 }]);
    actions.go('source');
    await confirm('7.00');
    await actions.stage();
    expect(desk.proxy.sent).toEqual(['First', 'Second', 'Third', 'Fourth']);
  });
});

describe('writing', () => {
  test('plans again while the sheet keeps changing, and finds each row where it went', async () => {
    let changes = 0;
    desk.excel.beforeWrite = () => {
      if (changes < 2) desk.excel.table.values.reverse();
      changes += 1;
    };
    await confirm();
    await actions.stage();
    expect(changes).toBe(3);
    const column = desk.excel.table.header.indexOf('Nova payment');
    const byEntity = desk.excel.table.values.map((row) => [row[columnOf('Entity')], row[column]]);
    expect(new Map(byEntity as [string, string][]).get('ent_B1')).toBe('dpmt_D2x0');
  });

  test('that fails keeps the results until "Write results again" succeeds', async () => {
    desk.excel.failures.applyWriteBack = [new SheetProtectedError()];
    await confirm();
    await actions.stage();
    expect(phaseAt('result').writing.status).toBe('failed');
    expect(keptResults(desk.storage)?.outcomes).toHaveLength(3);
    await actions.write();
    expect(phaseAt('result').writing).toMatchObject({ status: 'written', report: { verified: 4 } });
    expect(keptResults(desk.storage)).toBeNull();
    expect(desk.proxy.sent).toHaveLength(3);
  });

  test('waits while a cell is being edited, says so, and goes on by itself', async () => {
    const editing = () => new CellEditModeError('InvalidOperationInCellEditMode');
    actions = createController(desk, store, { quietMs: 1, retryMs: 1 });
    const waiting: boolean[] = [];
    store.subscribe(() => {
      const { phase } = store.get();
      if (phase.step === 'result' && phase.writing.status === 'writing')
        waiting.push(phase.writing.waiting === true);
    });
    desk.excel.failures.applyWriteBack = [editing(), editing()];
    await confirm();
    await actions.stage();
    expect(waiting).toContain(true);
    expect(phaseAt('result').writing).toMatchObject({ status: 'written', report: { verified: 4 } });
    expect(desk.proxy.sent).toHaveLength(3);
  });

  test('looks again when cells do not hold what was written, since somebody may have sorted just then', async () => {
    const { applyWriteBack } = desk.excel;
    let writes = 0;
    desk.excel.applyWriteBack = async (plan) => {
      writes += 1;
      const report = await applyWriteBack(plan);
      return writes === 1 ? { ...report, verified: 3, mismatches: ['Payouts!L5'] } : report;
    };
    await confirm();
    await actions.stage();
    expect(writes).toBe(2);
    expect(phaseAt('result').writing).toMatchObject({ report: { verified: 4, expected: 4, mismatches: [] } });
  });

  test('that the sheet refuses can go to a sheet of its own, and the results stay kept', async () => {
    desk.excel.failures.applyWriteBack = [new SheetProtectedError()];
    await confirm();
    await actions.stage();
    await actions.writeSheet();
    expect(desk.excel.resultsSheets[0]?.map((line) => line.at(-1))).toEqual([
      'Nova payment',
      'dpmt_D1x0',
      'dpmt_D1x1',
      'dpmt_D2x0',
      'dpmt_D3x0',
    ]);
    expect(store.get().notice).toMatchObject({ intent: 'success', text: '4 of 4 lines verified.' });
    expect(keptResults(desk.storage)?.outcomes).toHaveLength(3);
  });

  test('survives a reload of the pane', async () => {
    desk.excel.failures.applyWriteBack = [new SheetProtectedError()];
    await confirm();
    await actions.stage();
    store = createStore();
    actions = createController(desk, store);
    await actions.start();
    expect(phaseAt('result').writing).toMatchObject({ status: 'failed' });
    await actions.write();
    expect(cell(0, 'Nova payment')).toBe('dpmt_D1x0');
  });

  test('lists results whose row is gone, and never counts them as verified', async () => {
    desk.proxy.answers.set('Third', (request) => {
      desk.excel.table.values.splice(2, 1);
      return desk.proxy.accept(request);
    });
    await confirm();
    await actions.stage();
    expect(phaseAt('result').writing).toMatchObject({
      report: { verified: 3, expected: 3 },
      unplaced: [{ distributionId: 'dst_D2', entity: 'ent_B1' }],
    });
    expect(keptResults(desk.storage)).not.toBeNull();
    await actions.writeSheet();
    expect(desk.excel.resultsSheets[0]?.slice(1).map((line) => line.at(-1))).toEqual(['dpmt_D2x0']);
  });
});

describe('refreshing', () => {
  test('tells what changed and writes it', async () => {
    await confirm();
    await actions.stage();
    desk.proxy.refreshed.paymentStatus = 'failed';
    await actions.refresh();
    const { summary, writing } = phaseAt('refreshed');
    expect(summary.changes).toEqual([{ status: 'failed', count: 4 }]);
    expect(summary.failed[0]).toMatchObject({ paymentId: 'dpmt_D1x0', payee: 'Ada Capital LP' });
    expect(writing.status).toBe('written');
    expect(cell(0, 'Payment status')).toBe('failed');
  });

  test('asks nothing when no row bears an id', async () => {
    await actions.refresh();
    phaseAt('source');
    expect(store.get().notice?.title).toBe('Nothing to refresh');
  });
});

describe('checking', () => {
  test('problems block the preview, and a mended cell opens it', async () => {
    const row = desk.excel.table.values[1] ?? [];
    row[columnOf('Entity')] = 'cnt_Wrong1';
    await actions.check();
    expect(phaseAt('checked').reading.check.problems[0]?.code).toBe('id-wrong-kind');
    expect(() => actions.go('preview')).toThrow();
    row[columnOf('Entity')] = 'ent_A2';
    await actions.checkAgain();
    phaseAt('preview');
  });

  test('jumps to the cell of a problem on the sheet that was read', async () => {
    await actions.check();
    await actions.jumpTo({ rowIndex: 5, columnIndex: firstColumnIndex });
    expect(desk.excel.selected).toEqual([`5,${firstColumnIndex}`]);
  });

  test('a table that is gone leads back to the start', async () => {
    await actions.check();
    desk.excel.failures.rereadTable = [new TableGoneError('Payouts')];
    await actions.checkAgain();
    phaseAt('source');
    expect(store.get().notice?.title).toBe('The table is gone');
  });

  test('takes the control total from the selected cell, and says so when it holds none', async () => {
    await actions.check();
    actions.go('confirm');
    desk.excel.activeValue = 'hello';
    const [usd] = phaseAt('confirm').reading.check.plan?.totals ?? [];
    if (usd === undefined) throw new Error('no total');
    await actions.takeControlTotal(usd);
    expect(phaseAt('confirm').typed).toEqual({});
    expect(store.get().notice?.title).toBe('No total in the selected cell');
    desk.excel.activeValue = 1000.5;
    await actions.takeControlTotal(usd);
    expect(phaseAt('confirm').typed).toEqual({ USD: '$1,000.50' });
    expect(store.get().notice).toBeNull();
  });
});

describe('signing in', () => {
  test('a wrong code says so and signs nobody in', async () => {
    actions.signOut();
    await actions.signIn('BAD');
    expect(store.get().session).toBeNull();
    expect(store.get().notice).toMatchObject({
      title: 'That code does not work',
      text: 'Ask for a new code.',
    });
  });

  test('a sign-in that ended while checking leads back to where the user was', async () => {
    await actions.check();
    desk.proxy.lookup = async () => {
      throw new ProxyError('sign-in-required', 'Sign in.', 401);
    };
    await actions.checkAgain();
    expect(store.get()).toMatchObject({ session: null, phase: { step: 'preview' } });
    expect(desk.proxy.token).toBeNull();
  });

  test('an unreachable proxy at the start keeps the token for another try', async () => {
    desk.proxy.sessionError = new ProxyError('proxy-unreachable', 'No answer.', 0);
    store = createStore();
    actions = createController(desk, store);
    await actions.start();
    expect(store.get().session).toBeNull();
    desk.proxy.sessionError = null;
    await actions.start();
    expect(store.get().session?.userName).toBe('Preparer');
  });
});
