import { expect, test } from '@jest/globals';
import { explainResult } from '../../../src/proxy/ledger/explain-result.ts';
import { say } from '../../../src/words/said.ts';

const hash = 'a'.repeat(64);
const at = '2027-01-04T09:00:00.000Z';

test.each([
  [`until ${at}`, `Good until ${at}.`],
  ['sending released: Looked at: all is well', 'Reason: Looked at: all is well'],
  ['returned: Two lines\nof reasons', 'Reason: Two lines\nof reasons'],
  ['declared never created: Not there', 'Reason: Not there'],
  [`approved, prepared by Ada, Preparer, content ${hash}`, 'Prepared by Ada, Preparer.'],
  [`generation 2, waits for approval until ${at}`, `Waits for approval until ${at}.`],
  [
    'generation 2, a repeat of 01-ab: Twice a year, on purpose',
    'A deliberate repeat. Reason: Twice a year, on purpose',
  ],
  [
    `generation 2, a repeat of 01-ab: Twice, waits for approval until ${at}`,
    `Waits for approval until ${at}. A deliberate repeat. Reason: Twice`,
  ],
  [`not approved until ${at}`, `Nobody approved it until ${at}.`],
  ['rejected with 404 not_found', 'Nova calls it not_found.'],
  // A time that was over, or a connection that broke.
  ['unknown: connection-broken', 'No answer came.'],
  ['not sent: nova-busy', 'Nova asks to slow down.'],
  ['linked to dst_A', 'It is dst_A in Nova.'],
  ['nothing sent: accepted before', 'Nothing was sent. Nova had created it before.'],
  [
    `refused: The limit is 1. Nothing was sent. (Q4 (new), content ${hash})`,
    'The limit is 1. Nothing was sent. (Q4 (new))',
  ],
  ['approval refused: The limit is 1.', 'The limit is 1.'],
])('%s', (result, words) => {
  const said = explainResult(result);
  expect(said === undefined ? undefined : say(said).message).toBe(words);
});

test.each([
  'generation 1',
  'done',
  'accepted as dst_A, livemode false',
  'unknown: wrong-organization',
  'nothing sent: new before',
])('%s says nothing more to people', (result) => expect(explainResult(result)).toBeUndefined());
