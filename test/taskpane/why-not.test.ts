import { describe, expect, test } from '@jest/globals';
import { cents, currencySchema, type Session } from '../../src/contract/index.ts';
import { ProxyError } from '../../src/taskpane/api.ts';
import { createController } from '../../src/taskpane/controller.ts';
import type { CheckedTable } from '../../src/taskpane/phase.ts';
import { submissionOf } from '../../src/taskpane/registrations/submission.ts';
import { createStore } from '../../src/taskpane/store.ts';
import {
  whyNotApprove,
  whyNotConfirm,
  whyNotPreview,
  whyNotRegister,
  whyNotStage,
} from '../../src/taskpane/why-not.ts';
import { check, payoutTable, planOf } from '../support/builders.ts';
import { planRows } from '../support/registration-builders.ts';
import { deskInMemory } from './desk-in-memory.ts';

const session: Session = {
  userName: 'Ann Example',
  roles: ['preparer'],
  expiresAt: '2026-03-03T10:00:00Z',
  mode: 'sandbox',
  organizationId: null,
};
const modeLock: NonNullable<Session['modeLock']> = {
  since: '2026-03-02T10:00:00Z',
  reason: 'An answer of Nova was of the other mode.',
  distributionId: null,
};
const plan = planOf(payoutTable([{ amount: 600 }]));

describe('payouts are staged', () => {
  test('by a preparer, while nothing is known to be in the way', () => {
    expect(whyNotStage(session, plan.distributions)).toBeNull();
  });

  test.each<[string, Partial<Session>, RegExp]>([
    [
      'without the role of preparer',
      { roles: ['viewer', 'approver'] },
      /Ask an admin for the role of preparer/,
    ],
    ['on live without leave', { roles: ['viewer'], mode: 'live' }, /look at live, but not send/],
    ['while all sending is stopped', { modeLock }, /All sending is stopped/],
    [
      'beyond the limits',
      {
        limits: {
          largestPayment: null,
          largestDistribution: { [currencySchema.parse('USD')]: cents(59_999) },
          totalPerDay: null,
          liveUsers: null,
          vehicles: null,
          approval: null,
        },
      },
      /beyond the limits/,
    ],
  ])('never %s', (_case, change, why) => {
    expect(whyNotStage({ ...session, ...change }, plan.distributions)).toMatch(why);
  });

  test('only with every control total', () => {
    const totals = [
      { currency: 'USD', amountCents: cents(60_000), count: 1 },
      { currency: 'EUR', amountCents: cents(100), count: 1 },
    ];
    expect(whyNotConfirm(totals, {})).toMatch(/Type the control total in USD first/);
    expect(whyNotConfirm(totals, { USD: '600' })).toMatch(/Type the control total in EUR first/);
    expect(whyNotConfirm(totals, { USD: '600', EUR: '1.01' })).toMatch(/EUR does not match/);
    expect(whyNotConfirm(totals, { USD: '600', EUR: '1' })).toBeNull();
  });

  test('and their preview is shown once warnings were looked at and the tie-out cell can be read', () => {
    // A day on which banks are closed.
    const table = payoutTable([{ amount: 600, distributionDate: 46_116 }]);
    const reading = { table, check: check(table), tieOut: null } as unknown as CheckedTable;
    expect(whyNotPreview(reading, false)).toMatch(/^Look at the (\d )?warnings?/);
    expect(whyNotPreview(reading, true)).toBeNull();
    const tieOut = { address: 'Payouts!B2', currency: 'USD', amountCents: null };
    expect(whyNotPreview({ ...reading, tieOut }, true)).toMatch(/Payouts!B2 no longer holds an amount/);
  });
});

describe('bank details are registered', () => {
  const registrations = planRows('payment-instructions', [{ entity: 'ent_Ada1' }]);
  const submission = submissionOf(registrations, { earlier: [[null]] });

  test('of entities that Nova knows', () => {
    expect(whyNotRegister(session, submission, { entities: {} })).toBeNull();
    const entities = { ent_Ada1: { found: 'no' as const } };
    expect(whyNotRegister(session, submission, { entities })).toMatch(/does not know one of these entities/);
  });

  test('by a preparer alone', () => {
    expect(whyNotRegister({ ...session, roles: ['viewer'] }, submission, { entities: {} })).toMatch(
      /preparer/,
    );
  });
});

test('nothing is approved while all sending is stopped', () => {
  expect(whyNotApprove(session)).toBeNull();
  expect(whyNotApprove({ ...session, modeLock })).toMatch(/All sending is stopped/);
});

test('a refusal that says that all sending is stopped turns the main button off', async () => {
  const desk = deskInMemory(payoutTable([{ distributionName: 'First', amount: 100 }]));
  const store = createStore();
  const actions = createController(desk, store);
  await actions.signIn('GOOD');
  await actions.check();
  if (store.get().phase.step === 'checked') {
    actions.seeWarnings(true);
    actions.go('preview');
  }
  actions.go('confirm');
  actions.typeControlTotal('USD', '100');
  const asked = desk.proxy.session;
  desk.proxy.session = async () => ({ ...(await asked()), modeLock });
  desk.proxy.stage = () => Promise.reject(new ProxyError('mode-mismatch', 'All is stopped.', 503));
  await actions.stage();
  const { session: now } = store.get();
  expect(now === null ? null : whyNotStage(now, plan.distributions)).toMatch(/All sending is stopped/);
});
