import { describe, expect, test } from '@jest/globals';
import { explainRegistrationRefusal } from '../../../src/proxy/registrations/explain-refusal.ts';
import { say } from '../../../src/words/said.ts';

const account = 'DE89370400440532013000';
const bytes = JSON.stringify([
  {
    entity: 'ent_A',
    payment_instructions: [{ account_number: account, external_reference: `Account ${account}` }],
  },
]);
const error = (change = {}) => ({ type: 'invalid_request_error', code: 'invalid', message: 'No', ...change });

describe('a refusal of bank details holds no account number', () => {
  test.each([
    ['in Nova’s words', 400, { message: 'Account DE89 3704 0044 0532 0130 00 is closed' }],
    ['in the member that it names', 400, { param: `accounts.${account}` }],
    ['in its code', 400, { code: `bad-${account}` }],
    ['in the reference of the row', 409, {}],
  ])('%s, neither in its message nor in the values of that', (_where, status, change) => {
    const refusal = explainRegistrationRefusal('payment-instructions', status, error(change), bytes);
    const text = JSON.stringify(refusal).replace(/[ .-]/g, '');
    expect(text).toContain('••••3000');
    expect(text).not.toContain('0532013000');
    expect(text).not.toContain('37040044');
    expect(say(refusal.said ?? []).message).toBe(refusal.message);
  });
});
