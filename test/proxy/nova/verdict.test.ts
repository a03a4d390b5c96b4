import { describe, expect, test } from '@jest/globals';
import { judge, retryAfterMs } from '../../../src/proxy/nova/verdict.ts';

const nowMs = Date.parse('2027-01-04T09:00:00Z');
const read = (body: unknown) => (typeof body === 'object' && body !== null && 'id' in body ? body.id : null);
const error = (code: string) => JSON.stringify({ object: 'error', type: 'some_error', code, message: 'No.' });

describe('an answer of Nova means', () => {
  test.each<[string, number, string, object]>([
    ['what was asked for', 201, '{"id":"x"}', { kind: 'done', value: 'x' }],
    [
      'perhaps done, when it cannot be read',
      201,
      '{"id',
      { kind: 'again', sent: 'maybe', code: 'answer-unreadable' },
    ],
    ['perhaps done, when it says something else', 200, '[]', { kind: 'again', sent: 'maybe' }],
    ['perhaps done: 408', 408, '', { kind: 'again', sent: 'maybe', code: 'nova-timeout' }],
    ['not done: 429', 429, '', { kind: 'again', sent: 'no', code: 'nova-busy' }],
    ['perhaps done: 500', 500, '', { kind: 'again', sent: 'maybe', code: 'nova-failed' }],
    ['perhaps done: 504', 504, '<html>', { kind: 'again', sent: 'maybe', code: 'nova-failed' }],
    [
      'still at work: 409 conflict',
      409,
      error('conflict'),
      { kind: 'again', sent: 'maybe', code: 'still-processing' },
    ],
    [
      'another body under the key',
      409,
      error('idempotency_mismatch'),
      { kind: 'unclear', code: 'idempotency-mismatch' },
    ],
    ['a definite no: 409', 409, error('already_exists'), { kind: 'refused', status: 409 }],
    ['a definite no: 404', 404, error('not_found'), { kind: 'refused', status: 404 }],
    ['a token that is no good', 401, 'nothing', { kind: 'token-refused', status: 401 }],
    [
      'nothing certain, when a refusal is not Nova’s own',
      403,
      '<html>',
      { kind: 'unclear', code: 'answer-unreadable' },
    ],
    ['nothing certain: a redirect', 302, '', { kind: 'unclear', code: 'answer-unreadable' }],
  ])('%s', (_name, status, text, verdict) => {
    expect(judge({ status, text, retryAfter: null }, read, nowMs)).toMatchObject(verdict);
  });
});

test.each([
  ['3', 3_000],
  ['Mon, 04 Jan 2027 09:00:10 GMT', 10_000],
  ['Mon, 04 Jan 2027 08:00:00 GMT', 0],
  ['soon', null],
  [null, null],
])('Retry-After %s', (header, expected) => {
  expect(retryAfterMs(header, nowMs)).toBe(expected);
});
