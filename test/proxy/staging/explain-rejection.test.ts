import { describe, expect, test } from '@jest/globals';
import { toRefusal } from '../../../src/proxy/staging/explain-rejection.ts';

const sent = [{ vehicle: 'veh_9', payments: [{ entity: 'ent_1', notifications: [{ contact: 'cnt_7' }] }] }];
const error = (change = {}) => ({
  type: 'invalid_request_error',
  code: 'invalid',
  message: 'Bad thing',
  ...change,
});

describe('what the user can do comes first, then what Nova said', () => {
  test.each([
    [
      'an id in the message',
      { message: 'No such entity: ent_5' },
      'Nova does not know the entity ent_5. Check the id in the row, or register the entity first.',
    ],
    [
      'an id by its place',
      { param: '[0].payments[0].entity' },
      'Nova does not know the entity ent_1. Check the id in the row, or register the entity first.',
    ],
    [
      'a place without the list of one',
      { param: 'payments.0.notifications.0.contact' },
      'Nova does not know the contact cnt_7. Check the id in the row, or register the contact first.',
    ],
    [
      'a vehicle',
      { param: '0.vehicle' },
      'Nova does not know the vehicle veh_9. Check the id in the rows, or ask your Nova admin for access to it.',
    ],
    [
      'nothing',
      { param: 'payments.7.entity' },
      'Nova does not know a vehicle, an entity or a contact of this distribution. Check the ids in the rows.',
    ],
  ])('404 with %s', (_name, change, advice) => {
    const refusal = toRefusal(404, error(change), sent);
    expect(refusal.message.startsWith(`${advice} Nova said: `)).toBe(true);
  });

  test.each([
    [401, /^Nova refused the credentials of the Distribution Desk server\./],
    [403, /^The credentials of the Distribution Desk server may not do this in Nova\./],
    [409, /^Nova has something that stands against this\./],
    [400, /^Nova did not accept what the rows say\. It names payments\.0\.amount\. Mend the rows/],
  ])('%i', (status, advice) => {
    const refusal = toRefusal(status, error({ param: 'payments.0.amount', request_id: 'req_1' }), sent);
    expect(refusal.message).toMatch(advice);
    expect(refusal.message).toMatch(/ Nova said: Bad thing\.$/);
    expect(refusal).toMatchObject({
      status,
      code: 'invalid',
      param: 'payments.0.amount',
      requestId: 'req_1',
    });
  });
});
