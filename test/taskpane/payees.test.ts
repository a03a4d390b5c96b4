/** When the pane asks Nova about the payees of a table, about whom, and what becomes of a failure. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CheckedEntity } from '../../src/contract/index.ts';
import { ProxyError } from '../../src/taskpane/api.ts';
import { createController, type DeskActions } from '../../src/taskpane/controller.ts';
import type { Phase } from '../../src/taskpane/state.ts';
import { createStore, type Store } from '../../src/taskpane/store.ts';
import { payoutTable } from '../support/builders.ts';
import { deskInMemory, type DeskInMemory } from './desk-in-memory.ts';

const bare: CheckedEntity = {
  found: 'yes',
  name: 'Ada Capital LP',
  externalReference: null,
  instructionsCount: 0,
};

let desk: DeskInMemory;
let store: Store;
let actions: DeskActions;

beforeEach(async () => {
  desk = deskInMemory(payoutTable([{ entity: 'ent_A1' }, { entity: 'ent_B1' }]));
  store = createStore();
  actions = createController(desk, store, { quietMs: 10, retryMs: 10 });
  await actions.signIn('GOOD');
});

afterEach(() => desk.page.show(false));

function phaseAt<S extends Phase['step']>(step: S): Extract<Phase, { step: S }> {
  const { phase } = store.get();
  if (phase.step !== step) throw new Error(`at ${phase.step}: ${JSON.stringify(store.get().notice)}`);
  return phase as Extract<Phase, { step: S }>;
}

const codes = () => phaseAt('checked').reading.check.problems.map(({ code }) => code);

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('the payee check', () => {
  test('asks about each id once, and a table without a finding goes on to the preview', async () => {
    await actions.check();
    phaseAt('preview');
    expect(desk.proxy.payeesAsked).toEqual([
      { entities: ['ent_A1', 'ent_B1'], contacts: ['cnt_Ann1'], fresh: false },
    ]);
  });

  test('a finding stands at its cell beside those of the table, and a problem keeps anybody from going on', async () => {
    desk.proxy.payees.set('ent_A1', bare);
    desk.proxy.payees.set('ent_B1', { found: 'no' });
    await actions.check();
    const { check } = phaseAt('checked').reading;
    expect(check.problems.map(({ code, cell }) => `${code} ${cell?.rowIndex},${cell?.columnIndex}`)).toEqual([
      'payee-without-instructions 4,4',
      'entity-unknown 5,4',
    ]);
    expect(check.plan).toBeNull();
  });

  test('a check that a person asks for asks anew about findings alone', async () => {
    desk.proxy.payees.set('ent_A1', bare);
    await actions.check();
    expect(codes()).toEqual(['payee-without-instructions']);
    desk.proxy.payees.delete('ent_A1');
    desk.proxy.payeesAsked = [];
    await actions.checkAgain();
    phaseAt('preview');
    expect(desk.proxy.payeesAsked).toEqual([{ entities: ['ent_A1'], contacts: [], fresh: true }]);
  });

  test('a check that runs by itself asks about new ids alone', async () => {
    desk.proxy.payees.set('ent_A1', bare);
    await actions.check();
    await until(() => desk.excel.onChange !== null);
    desk.proxy.payeesAsked = [];
    const row = desk.excel.table.values[1];
    if (row !== undefined) row[3] = 'ent_C1';
    desk.proxy.payees.set('ent_C1', { found: 'no' });
    desk.excel.onChange?.();
    await until(() => codes().includes('entity-unknown'));
    expect(codes()).toEqual(['payee-without-instructions', 'entity-unknown']);
    expect(desk.proxy.payeesAsked).toEqual([{ entities: ['ent_C1'], contacts: [], fresh: false }]);

    desk.proxy.payeesAsked = [];
    const before = phaseAt('checked').reading;
    desk.excel.onChange?.();
    await until(() => phaseAt('checked').reading !== before);
    expect(desk.proxy.payeesAsked).toEqual([]);
    expect(codes()).toEqual(['payee-without-instructions', 'entity-unknown']);
  });

  test('asks in parts of 200, and says how far it is', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => ({
      entity: `ent_N${index}`,
      contacts: index < 30 ? `cnt_N${index}` : '',
    }));
    desk.excel.table = payoutTable(rows);
    const seen: string[] = [];
    store.subscribe(() => {
      const { progress } = store.get();
      if (progress?.stage === 'payees') seen.push(`${progress.done} of ${progress.total}`);
    });
    await actions.check();
    const asked = desk.proxy.payeesAsked;
    expect(asked.map(({ entities, contacts }) => [entities.length, contacts.length])).toEqual([
      [200, 30],
      [200, 0],
      [50, 0],
    ]);
    expect(new Set(asked.flatMap(({ entities }) => entities)).size).toBe(450);
    expect(seen[0]).toBe('0 of 480');
  });

  test('a proxy that cannot ask is said, and does not hide what else was found', async () => {
    desk.proxy.payeeErrors = [new ProxyError('nova-unavailable', 'Nova has not answered for a while.', 503)];
    await actions.check();
    expect(codes()).toEqual(['payees-not-checked']);
    expect(phaseAt('checked').reading.check.problems[0]?.message).toContain(
      'Nova has not answered for a while.',
    );
    await actions.checkAgain();
    phaseAt('preview');
  });

  test('a sign-in that has ended ends the check', async () => {
    desk.proxy.payeeErrors = [new ProxyError('sign-in-required', 'Sign in.', 401)];
    await actions.check();
    expect(store.get().session).toBeNull();
  });

  test('what the pane looks for when it opens asks about nobody', async () => {
    await actions.start();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(desk.proxy.payeesAsked).toEqual([]);
  });
});
