import { expect, test } from '@jest/globals';
import type { SheetTable } from '../../src/domain/index.ts';
import { createController } from '../../src/taskpane/controller.ts';
import { elsewhereOfPayouts, isPayoutsElsewhere } from '../../src/taskpane/elsewhere.ts';
import { createStore } from '../../src/taskpane/store.ts';
import { payoutTable } from '../support/builders.ts';
import { registrationTable } from '../support/registration-builders.ts';
import { deskInMemory } from './desk-in-memory.ts';

async function openOn(table: SheetTable) {
  const desk = deskInMemory(table);
  const store = createStore();
  const actions = createController(desk, store);
  await actions.signIn('GOOD');
  return { store, actions };
}

test('bank details that were checked as payouts are checked where they belong, with one click', async () => {
  const { store, actions } = await openOn(registrationTable('payment-instructions', [{}]));
  await actions.check();
  const { phase } = store.get();
  if (phase.step !== 'checked') throw new Error(`The pane is at ${phase.step}.`);
  expect(elsewhereOfPayouts(phase.reading)).toBe('payment-instructions');
  await actions.changeOver();
  expect(store.get()).toMatchObject({
    place: 'registrations',
    phase: { step: 'source' },
    registrations: { phase: { step: 'preview', reading: { kind: 'payment-instructions' } } },
  });
});

test('payouts that were checked as payee details are, too', async () => {
  const { store, actions } = await openOn(payoutTable([{ amount: 100 }]));
  actions.goTo('registrations');
  await actions.registrations.check();
  const { phase } = store.get().registrations;
  if (phase.step !== 'checked') throw new Error(`The pane is at ${phase.step}.`);
  expect(isPayoutsElsewhere(phase.reading)).toBe(true);
  await actions.changeOver();
  expect(store.get()).toMatchObject({
    place: 'payouts',
    phase: { reading: { check: { rowCount: 1 } } },
    registrations: { phase: { step: 'source' } },
  });
});

test('a payout table whose columns are all there is nothing else', async () => {
  const { store, actions } = await openOn(payoutTable([{ amount: 'none' }]));
  await actions.check();
  const { phase } = store.get();
  if (phase.step !== 'checked') throw new Error(`The pane is at ${phase.step}.`);
  expect(elsewhereOfPayouts(phase.reading)).toBeNull();
});

test('results of the other place are not lost to it: they are shown instead', async () => {
  const { store, actions } = await openOn(registrationTable('payment-instructions', [{}]));
  actions.goTo('registrations');
  await actions.registrations.check();
  actions.registrations.go('confirm');
  actions.registrations.tick(true);
  await actions.registrations.send();
  expect(store.get().registrations.phase.step).toBe('result');
  actions.goTo('payouts');
  await actions.check();
  await actions.changeOver();
  expect(store.get()).toMatchObject({
    place: 'registrations',
    registrations: { phase: { step: 'result' } },
    phase: { step: 'checked' },
  });
});
