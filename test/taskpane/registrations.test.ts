/** The place of the payee details: the order in which the pane does things, and what it never keeps. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RegisteredId, RegistrationKind, RegistrationOutcome } from '../../src/contract/index.ts';
import type { CellValue } from '../../src/domain/index.ts';
import { SheetProtectedError } from '../../src/excel/index.ts';
import { ProxyError } from '../../src/taskpane/api.ts';
import { createController } from '../../src/taskpane/controller.ts';
import type { Phase } from '../../src/taskpane/state.ts';
import type { RegistrationJob } from '../../src/taskpane/registrations/phase.ts';
import { submissionOf } from '../../src/taskpane/registrations/submission.ts';
import { createStore, type Store } from '../../src/taskpane/store.ts';
import { registrationTable, type Cells } from '../support/registration-builders.ts';
import { deskInMemory, type DeskInMemory } from './desk-in-memory.ts';

const accounts = ['000111222333', '000111222444', '000111222555'];
const rows: Cells[] = [
  { entity: 'ent_Ada1', accountNumber: accounts[0] ?? '' },
  {
    entity: 'ent_Bob2',
    entityName: 'Bob Trust',
    beneficiaryName: 'Bob Trust',
    accountNumber: accounts[1] ?? '',
  },
  { entity: 'ent_Ada1', accountNumber: accounts[2] ?? '' },
];

let desk: DeskInMemory;
let store: Store;
let actions: ReturnType<typeof createController>;
/** Everything that was written to the pane's storage. */
let stored: string[];

async function open(kind: RegistrationKind, cells: Cells[]): Promise<void> {
  const table = registrationTable(kind, cells);
  desk = deskInMemory({ ...table, reference: { ...table.reference, form: kind } });
  stored = [];
  const { write } = desk.storage;
  desk.storage.write = (key, text) => {
    stored.push(text);
    write(key, text);
  };
  store = createStore();
  actions = createController(desk, store);
  await actions.signIn('GOOD');
  actions.goTo('registrations');
}

beforeEach(() => open('payment-instructions', rows));
// A pane that nobody sees does nothing by itself any more.
afterEach(() => desk.page.show(false));

function phaseAt<S extends Phase['step']>(step: S): Extract<Phase<RegistrationJob>, { step: S }> {
  const { phase, notice } = store.get().registrations;
  if (phase.step !== step) throw new Error(`at ${phase.step}, not ${step}: ${JSON.stringify(notice)}`);
  return phase as Extract<Phase<RegistrationJob>, { step: S }>;
}

async function confirm(): Promise<void> {
  await actions.registrations.check();
  if (store.get().registrations.phase.step === 'checked') actions.registrations.seeWarnings(true);
  actions.registrations.go('confirm');
}

async function register(): Promise<void> {
  await confirm();
  actions.registrations.tick(true);
  await actions.registrations.send();
}

function cell(rowOffset: number, name: string): CellValue | undefined {
  return desk.excel.table.values[rowOffset]?.[desk.excel.table.header.indexOf(name)];
}

const idHeader = 'Nova payment instructions';
const ids = () => [0, 1, 2].map((row) => cell(row, idHeader));

const entry = { entryId: 'entry-x', contentHash: 'c'.repeat(64), generation: 1 };
const waiting = (approvedBy: string | null): RegistrationOutcome => ({
  ...entry,
  outcome: 'awaiting-approval',
  since: '2026-03-02T10:00:00Z',
  expiresAt: '2026-03-05T10:00:00Z',
  preparedBy: 'Preparer',
  thresholdCents: null,
  approvedBy,
  message: 'A second person has to approve it.',
});
const inOtherMode: RegistrationOutcome = {
  ...entry,
  outcome: 'other-mode',
  acceptedAt: '2026-03-02T10:00:00Z',
  acceptedFor: 'Preparer',
  acceptedFrom: { workbook: 'payouts.xlsx', sheet: 'Payouts' },
  livemode: true,
  id: 'pmi_Far' as RegisteredId,
  message: 'Nova created pmi_Far in live mode.',
};
const taken: RegistrationOutcome = {
  ...entry,
  outcome: 'rejected',
  status: 409,
  code: 'reference-taken',
  message: 'The reference exists.',
  param: null,
  requestId: null,
};

describe('registering', () => {
  test('sends every row once, group by group, and writes each id beside its own row', async () => {
    await register();
    expect(desk.proxy.registered.map((item) => /\d{12}/.exec(item)?.[0])).toEqual([
      accounts[0],
      accounts[2],
      accounts[1],
    ]);
    expect(ids()).toEqual(['pmi_R1', 'pmi_R3', 'pmi_R2']);
    expect(phaseAt('result').writing).toMatchObject({
      status: 'written',
      report: { verified: 3, expected: 3 },
    });
  });

  test('sends nothing while nobody has said that the payee was called', async () => {
    await confirm();
    await actions.registrations.send();
    expect(desk.proxy.registered).toEqual([]);
    expect(store.get().registrations.notice?.intent).toBe('error');
  });

  test('asks for no call where there are no bank details', async () => {
    await open('contact', [{ name: 'Test Desk', email: 'desk@payees.example' }]);
    await confirm();
    await actions.registrations.send();
    expect(cell(0, 'Nova contact')).toBe('cnt_R1');
  });

  test('a row that changed after the check goes back to the check, and nothing is sent', async () => {
    await confirm();
    actions.registrations.tick(true);
    const row = desk.excel.table.values[1] ?? [];
    row[desk.excel.table.header.findIndex((text) => /account/.test(String(text)))] = '000999999999';
    await actions.registrations.send();
    expect(desk.proxy.registered).toEqual([]);
    phaseAt('checked');
  });

  test('the same rows checked again are known: their ids are only written', async () => {
    await register();
    desk.excel.table = registrationTable('payment-instructions', rows);
    await actions.registrations.check();
    const { reading } = phaseAt('preview');
    if (reading.check.plan === null) throw new Error('No plan');
    expect(submissionOf(reading.check.plan, reading)).toMatchObject({ toSend: [], held: [] });
    await actions.registrations.send();
    expect(desk.proxy.registered).toHaveLength(3);
    expect(ids()).toEqual(['pmi_R1', 'pmi_R3', 'pmi_R2']);
  });
});

describe('what waits for a person', () => {
  test('what waits for a second person bears no id, and is sent once it was approved', async () => {
    desk.proxy.answer = () => waiting(null);
    await register();
    expect(ids().join('')).toBe('');
    await actions.registrations.checkAgain();
    const held = phaseAt('preview').reading;
    if (held.check.plan === null) throw new Error('No plan');
    expect(submissionOf(held.check.plan, held)).toMatchObject({ toSend: [], held: [] });
    expect(submissionOf(held.check.plan, held).waiting).toHaveLength(3);

    for (const key of desk.proxy.knownItems.keys()) desk.proxy.knownItems.set(key, waiting('Second'));
    desk.proxy.answer = null;
    await register();
    expect(ids().every((id) => /^pmi_/.test(String(id)))).toBe(true);
  });

  test('what Nova created in the other mode gets no id, and is not sent again', async () => {
    await confirm();
    actions.registrations.tick(true);
    desk.proxy.register = ({ registration }) => {
      for (const item of registration.items) desk.proxy.knowItem(registration, item, inOtherMode);
      return Promise.reject(new ProxyError('mode-mismatch', 'Nova created pmi_Far in live mode.', 503));
    };
    await actions.registrations.send();
    const { results } = phaseAt('result');
    expect(results.stop).toMatchObject({ reason: 'failed', inDoubtKey: null });
    expect(results.outcomes[0]?.outcome?.[0]).toEqual(inOtherMode);
    expect(ids().join('')).toBe('');
    expect(cell(0, 'Message')).toBe('Nova created pmi_Far in live mode.');

    await actions.registrations.checkAgain();
    const { reading } = phaseAt('preview');
    if (reading.check.plan === null) throw new Error('No plan');
    const submission = submissionOf(reading.check.plan, reading);
    expect(submission).toMatchObject({ acceptedBefore: [], held: [] });
    expect(submission.otherMode.length).toBeGreaterThan(0);
    expect(submission.toSend.length + submission.otherMode.length).toBe(3);
  });

  test('a taken reference is not sent again, and linking the one that exists writes its id', async () => {
    await open('entity', [{ name: 'Test LLC', entityType: 'LLC', externalReference: 'E-1' }]);
    desk.proxy.answer = () => taken;
    await confirm();
    await actions.registrations.send();
    const [result] = phaseAt('result').results.outcomes;
    if (result === undefined) throw new Error('No result');
    expect(cell(0, 'Nova entity')).toBe('');
    await actions.registrations.linkItem(
      { registration: result.registration, index: 0 },
      'entry-x',
      'ent_Old1',
    );
    expect(desk.proxy.linkedRegistrations).toEqual(['entry-x ent_Old1']);
    expect(cell(0, 'Nova entity')).toBe('ent_Old1');
    expect(desk.proxy.registered).toHaveLength(1);
  });
});

describe('account numbers', () => {
  const anyAccount = new RegExp(accounts.join('|'));

  test('stand in no storage, and in no state once everything was read back', async () => {
    await confirm();
    // The pattern finds what it looks for: while the rows are needed they are there.
    expect(JSON.stringify(store.get().registrations)).toMatch(anyAccount);
    actions.registrations.tick(true);
    await actions.registrations.send();
    expect(stored.length).toBeGreaterThan(0);
    expect(stored.join()).not.toMatch(anyAccount);
    expect(JSON.stringify(store.get())).not.toMatch(anyAccount);
  });

  test('are masked as one step, where the row is what was registered', async () => {
    await register();
    const column = desk.excel.table.header.findIndex((text) => /account/.test(String(text)));
    const changed = desk.excel.table.values[1] ?? [];
    changed[column] = '000777777777';
    await actions.registrations.mask();
    expect(desk.excel.corrected).toEqual([['••••2333', '••••2555']]);
    expect(changed[column]).toBe('000777777777');
    expect(phaseAt('result').results.masking).toEqual({ status: 'done', masked: 2, leftAlone: 1 });
  });
});

describe('the places', () => {
  test('each keeps where it is, and a job under way keeps the other one away, with a reason', async () => {
    await confirm();
    actions.goTo('payouts');
    expect(store.get().phase).toEqual({ step: 'source' });
    actions.goTo('registrations');
    phaseAt('confirm');
    actions.registrations.tick(true);
    const running = actions.registrations.send();
    actions.goTo('payouts');
    expect(store.get().place).toBe('registrations');
    expect(store.get().registrations.notice?.title).toBe('Not just now');
    await running;
  });

  test('a check that is shown again reads the sheet again by itself', async () => {
    await actions.registrations.check();
    actions.goTo('payouts');
    desk.excel.table.values = desk.excel.table.values.slice(0, 1);
    actions.goTo('registrations');
    const rowCount = () => phaseAt('preview').reading.check.rowCount;
    for (let tries = 0; tries < 200 && rowCount() !== 1; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(rowCount()).toBe(1);
  });
});

describe('a pane that closed before the ids were written', () => {
  test('offers to write them, and sends nothing again', async () => {
    desk.excel.failures.applyWriteBack = [new SheetProtectedError()];
    await register();
    expect(phaseAt('result').writing.status).toBe('failed');
    expect(ids().join('')).toBe('');

    store = createStore();
    actions = createController(desk, store);
    await actions.signIn('GOOD');
    expect(store.get()).toMatchObject({ place: 'registrations', unwritten: { count: 3 } });
    await actions.registrations.finishWriting();
    expect(ids()).toEqual(['pmi_R1', 'pmi_R3', 'pmi_R2']);
    expect(desk.proxy.registered).toHaveLength(3);
    expect(store.get().unwritten).toBeNull();
  });

  test('a connection that breaks leaves its group in doubt, and the next check finds what became of it', async () => {
    let count = 0;
    desk.proxy.answer = () => {
      count += 1;
      if (count === 3) throw new ProxyError('proxy-unreachable', 'No answer.', 0);
      return desk.proxy.acceptItem('payment-instructions');
    };
    await register();
    const { results } = phaseAt('result');
    expect(results.stop).toMatchObject({ reason: 'failed', inDoubtKey: 'ent_Bob2' });
    expect(ids()).toEqual(['pmi_R1', '', 'pmi_R2']);
  });
});
