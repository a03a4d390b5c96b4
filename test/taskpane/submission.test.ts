import { expect, test } from '@jest/globals';
import type { AlikeDistribution } from '../../src/contract/index.ts';
import { submissionOf } from '../../src/taskpane/submission.ts';
import {
  accepted,
  awaiting,
  otherMode,
  payoutTable,
  planOf,
  rejected,
  unknown,
} from '../support/builders.ts';

const plan = planOf(
  payoutTable([
    { distributionName: 'Accepted', entity: 'ent_A1', amount: 1 },
    { distributionName: 'Rejected', entity: 'ent_B1', amount: 20 },
    { distributionName: 'Unknown', entity: 'ent_C1', amount: 300 },
    { distributionName: 'New', entity: 'ent_D1', amount: 4000 },
  ]),
);
const nothingAlike = { alike: [], others: {} };
const [first] = plan.distributions;
if (first === undefined) throw new Error('The plan is empty');

test('what was accepted is not sent again; what was rejected or left unknown is', () => {
  const submission = submissionOf(plan, {
    ...nothingAlike,
    earlier: [accepted(first), rejected('No.'), unknown('Perhaps.'), null],
    repeats: {},
  });
  expect(submission.toSend.map(({ request }) => request.name)).toEqual(['Rejected', 'Unknown', 'New']);
  expect(submission.acceptedBefore.map(({ distribution }) => distribution.request.name)).toEqual([
    'Accepted',
  ]);
  expect(submission.totals).toEqual([{ currency: 'USD', amountCents: 432000, count: 3 }]);
});

test('an answer of another length than the plan is a bug, because pairs would be wrong', () => {
  expect(() => submissionOf(plan, { ...nothingAlike, earlier: [null], repeats: {} })).toThrow(RangeError);
});

test('a deliberate repeat is sent and counts in the control total', () => {
  const earlier = [accepted(first), null, null, null];
  const repeats = { [first.key]: { ofEntryId: 'entry-1', reason: 'The bank returned it' } };
  const submission = submissionOf(plan, { ...nothingAlike, earlier, repeats });
  expect(submission.toSend).toHaveLength(4);
  expect(submission.acceptedBefore).toEqual([]);
  expect(submission.totals).toEqual([{ currency: 'USD', amountCents: 432100, count: 4 }]);
});

test('what only a person can resolve is not sent and does not count', () => {
  const earlier = [{ ...unknown('The key has ended.'), needsPerson: true }, null, null, null];
  const submission = submissionOf(plan, { ...nothingAlike, earlier, repeats: {} });
  expect(submission.toSend.map(({ request }) => request.name)).toEqual(['Rejected', 'Unknown', 'New']);
  expect(submission.totals[0]?.amountCents).toBe(432000);
});

test('what waits for a second person is followed, and neither sent nor counted', () => {
  const earlier = [awaiting(), null, null, null];
  // A decision that it was sealed with sends nothing anew.
  const repeats = { [first.key]: { distributionIds: ['dst_Old'], reason: 'The bank returned it' } } as never;
  for (const decided of [{}, repeats]) {
    const submission = submissionOf(plan, { ...nothingAlike, earlier, repeats: decided });
    expect(submission.waiting).toEqual([first]);
    expect(submission.toSend.map(({ request }) => request.name)).toEqual(['Rejected', 'Unknown', 'New']);
    expect(submission.totals).toEqual([{ currency: 'USD', amountCents: 432000, count: 3 }]);
  }
});

test('what Nova created in the other mode is neither sent nor written, unless it is repeated on purpose', () => {
  const earlier = [otherMode(first), null, null, null];
  const submission = submissionOf(plan, { ...nothingAlike, earlier, repeats: {} });
  expect(submission).toMatchObject({ otherMode: [first], acceptedBefore: [], held: [] });
  expect(submission.toSend.map(({ request }) => request.name)).toEqual(['Rejected', 'Unknown', 'New']);
  const repeats = { [first.key]: { ofEntryId: 'entry-1', reason: 'That one was cancelled' } };
  expect(submissionOf(plan, { ...nothingAlike, earlier, repeats })).toMatchObject({ otherMode: [] });
  expect(submissionOf(plan, { ...nothingAlike, earlier, repeats }).toSend).toHaveLength(4);
});

test('what was approved and could not be sent yet is sent by the same rows, and counts', () => {
  const earlier = [awaiting({ approvedBy: 'Approver' }), null, null, null];
  const submission = submissionOf(plan, { ...nothingAlike, earlier, repeats: {} });
  expect(submission.waiting).toEqual([]);
  expect(submission.toSend).toHaveLength(4);
  expect(submission.totals[0]?.amountCents).toBe(432100);
});

test('other content of the same occasion waits until somebody says that it is another distribution', () => {
  const earlier = [null, null, null, null];
  const alike = [{ entryId: 'entry-7' } as AlikeDistribution, null, null, null];
  const namesFor = (others: Record<string, string>) =>
    submissionOf(plan, { earlier, repeats: {}, alike, others }).toSend.map(({ request }) => request.name);
  expect(namesFor({})).toEqual(['Rejected', 'Unknown', 'New']);
  expect(submissionOf(plan, { earlier, repeats: {}, alike, others: {} }).held).toEqual([first]);
  expect(namesFor({ [first.key]: 'entry-7' })).toHaveLength(4);
  // What was said of one entry says nothing of a later one.
  expect(namesFor({ [first.key]: 'entry-6' })).toHaveLength(3);
});
