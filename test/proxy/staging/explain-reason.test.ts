import { describe, expect, test } from '@jest/globals';
import { novaDown } from '../../../src/proxy/nova/call.ts';
import { readRetrieved } from '../../../src/proxy/nova/read-answer.ts';
import { judge, NotOurs } from '../../../src/proxy/nova/verdict.ts';
import { novaEntitySchema } from '../../../src/contract/index.ts';
import { reasonOf } from '../../../src/proxy/staging/explain-reason.ts';
import { say } from '../../../src/words/said.ts';

const worded = (code: string, reason: string) => say(reasonOf({ code, reason })).message;

/** As `judge` gives it for an answer with this status. */
function ofStatus(status: number, code: string): { code: string; reason: string } {
  const text = JSON.stringify({ object: 'error', type: 'some_error', code, message: 'No.' });
  const verdict = judge({ status, retryAfter: null, text }, () => null, 0);
  if (!('reason' in verdict)) throw new Error(`${status} is ${verdict.kind}`);
  return verdict;
}

function notOurs(found: unknown): NotOurs {
  if (!(found instanceof NotOurs)) throw new Error('it is ours');
  return found;
}

const entity = { object: 'entity', id: 'ent_B', name: 'B', type: 'trust', livemode: false };
const retrieved = (organization?: string) =>
  readRetrieved(
    { ...entity, organization },
    organization === undefined ? 'ent_A' : 'ent_B',
    novaEntitySchema,
    'org_Ours',
  );

describe('a reason that the ledger keeps is said without what only an admin needs', () => {
  test.each<[string, { code: string; reason: string }, string]>([
    [
      'a Nova that is left alone',
      novaDown,
      'Nova has not answered for a while, so it is left alone for a moment.',
    ],
    ['429', ofStatus(429, 'x'), 'Nova asks to slow down.'],
    ['408', ofStatus(408, 'x'), 'Nova took too long.'],
    ['503', ofStatus(503, 'x'), 'Nova had a problem of its own.'],
    ['a conflict', ofStatus(409, 'conflict'), 'Nova is still working on it.'],
    [
      'another content',
      ofStatus(409, 'idempotency_mismatch'),
      'Nova holds something else where this belongs.',
    ],
    ['another id', notOurs(retrieved()), 'Nova was asked for ent_A and answered with ent_B.'],
    [
      'another organization',
      notOurs(retrieved('org_Theirs')),
      'Nova answered for another organization (org_Theirs) than org_Ours.',
    ],
    [
      'an organization that has no id',
      notOurs(retrieved('Theirs!')),
      'Nova answered for another organization than org_Ours.',
    ],
    [
      'a time that was over',
      { code: 'connection-broken', reason: 'Nova did not answer within 30000 milliseconds' },
      'Nova did not answer within 30 seconds.',
    ],
    [
      'a connection that broke',
      { code: 'connection-broken', reason: 'The connection to Nova broke (ECONNRESET)' },
      'The connection to Nova broke.',
    ],
    [
      'a stop',
      { code: 'nova-unreachable', reason: 'The proxy is stopping' },
      'The Distribution Desk server is stopping.',
    ],
  ])('%s', (_what, { code, reason }, words) => expect(worded(code, reason)).toBe(words));

  test('one that another version wrote down is told as it stands, without the code of a connection', () => {
    expect(reasonOf({ code: 'new', reason: 'Something else (ECODE) happened' })).toEqual({
      key: 'asRecorded',
      values: { text: 'Something else happened.' },
    });
    expect(worded('wrong-organization', 'Another wording')).toBe('Another wording.');
    expect(worded('constructor', 'A name that every object has.')).toBe('A name that every object has.');
  });
});
