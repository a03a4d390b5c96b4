/** Which payments the pane marks as the first to a payee, and that it marks none where it does not know. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { EntityId } from '../../src/contract/index.ts';
import type { PayoutRow } from '../../src/domain/index.ts';
import { createController, type DeskActions } from '../../src/taskpane/controller.ts';
import { paymentMarker } from '../../src/taskpane/payment-marks.ts';
import { largestPayees } from '../../src/taskpane/shares.ts';
import { createStore, type Store } from '../../src/taskpane/store.ts';
import { cellsOf, headerWithResults, payoutTable, stagedCells, tableOf } from '../support/builders.ts';
import { deskInMemory, type DeskInMemory } from './desk-in-memory.ts';

const ada = 'ent_Ada1' as EntityId;
const bee = 'ent_Bee2' as EntityId;
const rows = [
  { entity: ada, payeeName: 'Ada Capital LP', amount: 600 },
  { entity: bee, payeeName: 'Bee Trust', amount: 200 },
  { entity: bee, payeeName: 'Bee Trust', amount: 100 },
];

let desk: DeskInMemory;
let store: Store;
let actions: DeskActions;

afterEach(() => desk.page.show(false));

async function start(table = payoutTable(rows)): Promise<void> {
  desk = deskInMemory(table);
  store = createStore();
  actions = createController(desk, store, { quietMs: 10, retryMs: 10 });
  await actions.signIn('GOOD');
}

function reading() {
  const { phase } = store.get();
  if (phase.step !== 'checked' && phase.step !== 'preview')
    throw new Error(`at ${phase.step}: ${JSON.stringify(store.get().notice)}`);
  return phase.reading;
}

function marksOfAll(all: readonly PayoutRow[]): string[] {
  const marksOf = paymentMarker(reading());
  return all.map((row) => `${row.entity}: ${marksOf(row).join()}`);
}

describe('a payee to whom nothing was staged before', () => {
  beforeEach(() => start());

  test('is marked at each of its payments, and in the chart of the largest payees', async () => {
    desk.proxy.newPayees = [bee];
    await actions.check();
    const { plan } = reading().check;
    const [group] = plan?.distributions ?? [];
    if (group === undefined) throw new Error('Nothing was planned.');
    expect(marksOfAll(group.rows)).toEqual([`${ada}: `, `${bee}: new`, `${bee}: new`]);
    const marksOf = paymentMarker(reading());
    expect(largestPayees(group, marksOf).map(({ label }) => label)).toEqual([
      'Ada Capital LP',
      'Bee Trust (new)',
    ]);
  });

  test('is none any more at the next check, once the ledger has one', async () => {
    desk.proxy.newPayees = [ada, bee];
    await actions.check();
    expect(reading().newPayees).toEqual([ada, bee]);
    desk.proxy.newPayees = [];
    await actions.checkAgain();
    expect(reading().newPayees).toEqual([]);
  });

  test('is called so by nobody when the proxy does not say', async () => {
    desk.proxy.newPayees = undefined;
    await actions.check();
    expect(reading().newPayees).toBeNull();
    const [group] = reading().check.plan?.distributions ?? [];
    expect(marksOfAll(group?.rows ?? [])).toEqual([`${ada}: `, `${bee}: `, `${bee}: `]);
  });
});

test('a payee beside whose row ids stand is not new, though this ledger does not know of them', async () => {
  const staged = [...cellsOf({ ...rows[0], distributionName: 'Q4 2025' }), ...stagedCells('dst_a', 'dpmt_a')];
  await start(tableOf([staged, ...rows.map(cellsOf)], { header: headerWithResults }));
  desk.proxy.newPayees = [ada, bee];
  await actions.check();
  expect(reading().newPayees).toEqual([bee]);
});
