/** Payment instructions for an entity that has some already: nothing is sent before a second person has approved. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sealedRegistrationSchema } from '../../../src/contract/index.ts';
import type {
  ApiError,
  ApprovalList,
  PaymentInstructionsRequest,
  RegistrationOutcome,
  SealedRegistration,
} from '../../../src/contract/index.ts';
import { entityId, ProxyUnderTest } from '../proxy-under-test.ts';
import {
  aNewPayee,
  idsOf,
  instructionsAt,
  instructionsFor,
  lookUp,
  onInstructions,
  outcomesOf,
  register,
  someInstructions,
} from './registering.ts';

let under: ProxyUnderTest;
let approver: string;
beforeEach(async () => {
  under = await ProxyUnderTest.start({ environment: { NOVA_TIMEOUT_MS: '400' } });
  approver = await under.signIn('Second person', ['approver']);
});
afterEach(() => under.stop());

async function sealed(entity: string, item: PaymentInstructionsRequest): Promise<RegistrationOutcome> {
  const [outcome] = await register(under, instructionsFor(entity, item));
  if (outcome?.outcome !== 'awaiting-approval') throw new Error(JSON.stringify(outcome));
  return outcome;
}

function decide(outcome: RegistrationOutcome, how: 'approve' | 'return', token = approver) {
  if (!('entryId' in outcome)) throw new Error('nothing to decide');
  const { entryId, contentHash } = outcome;
  const body = { contentHash, reason: 'The number was not confirmed by phone' };
  return under.request<RegistrationOutcome & ApiError>(
    'POST',
    `/api/approvals/${entryId}/${how}`,
    body,
    token,
  );
}

describe('an entity with instructions', () => {
  test('the approver sees everything but the account number, and what is there now', async () => {
    const item = someInstructions({ instructionsLine1: 'FFC account 98 7654 3210' });
    const outcome = await sealed(entityId(0), item);
    const list = (await under.request<ApprovalList>('GET', '/api/approvals', undefined, approver)).body;
    const [waiting] = list.registrations ?? [];
    expect(list.waiting).toEqual([]);
    expect(waiting).toMatchObject({
      ...{
        kind: 'payment-instructions',
        entity: entityId(0),
        mayApprove: true,
        present: [expect.any(String)],
      },
      entityName: expect.stringMatching(/./),
      instructions: {
        ...{ type: 'domestic_wire', beneficiaryName: 'Investor 010 LP', routingNumber: '021000021' },
        ...{ bankName: 'Bank of the Tests', accountEnding: item.accountNumber?.slice(-4) },
        instructionsLine1: 'FFC account ••••3210',
        address: item.address,
      },
    });
    const path = `/api/approvals/${waiting?.entryId ?? ''}`;
    const shown = (await under.request<SealedRegistration>('GET', path, undefined, approver)).body;
    expect(sealedRegistrationSchema.parse(shown).presentNow).toEqual(
      waiting?.present.map((id) => ({ id, name: null })),
    );
    expect(JSON.stringify([list, shown, outcome])).not.toContain(item.accountNumber);
  });

  test('approved, it waits for the same rows, and goes out with them once', async () => {
    const item = someInstructions();
    const outcome = await sealed(entityId(0), item);
    const approved = await decide(outcome, 'approve');
    expect(approved).toMatchObject({
      status: 200,
      body: {
        ...{ outcome: 'awaiting-approval', approvedBy: 'Second person' },
        message: expect.stringContaining('register the same rows again to send it'),
      },
    });
    under.nextRound();
    expect(await lookUp(under, instructionsFor(entityId(0), item))).toMatchObject([
      [{ outcome: 'awaiting-approval', approvedBy: 'Second person' }],
    ]);
    expect(await under.requestsTo('POST', '/v1/payment_instructions')).toEqual([]);
    const [sent] = await register(under, instructionsFor(entityId(0), item));
    expect(sent).toMatchObject({ outcome: 'accepted', existing: false });
    const records = await instructionsAt(under, entityId(0));
    expect(records.at(-1)).toMatchObject({
      id: idsOf([sent!])[0],
      sent: { account_number: item.accountNumber },
    });
    expect((await decide(outcome, 'approve')).body).toMatchObject({
      outcome: 'accepted',
      id: idsOf([sent!])[0],
    });
    expect(await register(under, instructionsFor(entityId(0), item))).toMatchObject([{ existing: true }]);
    expect(await under.requestsTo('POST', '/v1/payment_instructions')).toHaveLength(1);
  });

  test('never by the one who prepared it, also when 200 try at once', async () => {
    const item = someInstructions();
    const outcome = await sealed(entityId(0), item);
    const tries = await Promise.all(
      Array.from({ length: 200 }, () => decide(outcome, 'approve', under.token)),
    );
    expect(new Set(tries.map(({ body }) => body.error.code))).toEqual(new Set(['second-person-required']));
    const resent = await Promise.all(
      Array.from({ length: 20 }, () => register(under, instructionsFor(entityId(0), item))),
    );
    expect(new Set(resent.flatMap(outcomesOf))).toEqual(new Set(['awaiting-approval']));
    expect(await under.requestsTo('POST', '/v1/payment_instructions')).toEqual([]);
  });

  test('returned, or not approved in time: nothing is sent, and the same rows wait anew', async () => {
    const item = someInstructions();
    const returned = await decide(await sealed(entityId(0), item), 'return');
    expect(returned.body).toMatchObject({ outcome: 'returned', returnedBy: 'Second person' });
    expect(await sealed(entityId(0), item)).toMatchObject({ generation: 2 });
    under.time.advanceHours(73);
    under.token = await under.signIn();
    expect(await sealed(entityId(0), item)).toMatchObject({ generation: 3 });
    expect(await under.requestsTo('POST', '/v1/payment_instructions')).toEqual([]);
  });

  test('a content hash that the approver did not see approves nothing', async () => {
    const outcome = await sealed(entityId(0), someInstructions());
    const reply = await decide({ ...outcome, contentHash: '0'.repeat(64) } as RegistrationOutcome, 'approve');
    expect(reply).toMatchObject({ status: 409, body: { error: { code: 'content-differs' } } });
  });
});

describe('a new payee', () => {
  test('rows that come later are a change, and wait', async () => {
    const payee = await aNewPayee(under);
    const first = someInstructions();
    expect(outcomesOf(await register(under, instructionsFor(payee, first)))).toEqual(['accepted']);
    const outcomes = await register(under, instructionsFor(payee, first, someInstructions()));
    expect(outcomesOf(outcomes)).toEqual(['accepted', 'awaiting-approval']);
  });

  test('two sets at once: one goes through, the other waits', async () => {
    const payee = await aNewPayee(under);
    const sets = Array.from({ length: 6 }, () => instructionsFor(payee, someInstructions()));
    const outcomes = (await Promise.all(sets.map((set) => register(under, set)))).flatMap(outcomesOf);
    expect(outcomes.toSorted()).toEqual([
      'accepted',
      ...Array.from({ length: 5 }, () => 'awaiting-approval'),
    ]);
    expect(await instructionsAt(under, payee)).toHaveLength(1);
  });

  test('interrupted in the middle, the same rows go on without a second person', async () => {
    const payee = await aNewPayee(under);
    const set = instructionsFor(payee, someInstructions(), someInstructions(), someInstructions());
    await under.orderFaults({ kind: 'lost-response', after: 1, times: 4, match: onInstructions });
    const outcomes = await register(under, set);
    expect(outcomesOf(outcomes)).toEqual(['accepted', 'unknown', 'not-sent']);
    expect(outcomes[2]).toMatchObject({
      code: 'after-unknown',
      message: expect.stringContaining('Register the same rows'),
    });
    expect(outcomesOf(await register(under, set))).toEqual(['accepted', 'accepted', 'accepted']);
    expect(await instructionsAt(under, payee)).toHaveLength(3);
  });
});
