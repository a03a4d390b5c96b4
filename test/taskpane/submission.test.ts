import { expect, test } from '@jest/globals';
import { submissionOf } from '../../src/taskpane/submission.ts';
import { accepted, payoutTable, planOf, rejected, unknown } from '../support/builders.ts';

const plan = planOf(
  payoutTable([
    { distributionName: 'Accepted', entity: 'ent_A1', amount: 1 },
    { distributionName: 'Rejected', entity: 'ent_B1', amount: 20 },
    { distributionName: 'Unknown', entity: 'ent_C1', amount: 300 },
    { distributionName: 'New', entity: 'ent_D1', amount: 4000 },
  ]),
);
const [first] = plan.distributions;
if (first === undefined) throw new Error('The plan is empty');

test('what was accepted is not sent again; what was rejected or left unknown is', () => {
  const submission = submissionOf(plan, [accepted(first), rejected('No.'), unknown('Perhaps.'), null]);
  expect(submission.toSend.map(({ request }) => request.name)).toEqual(['Rejected', 'Unknown', 'New']);
  expect(submission.acceptedBefore.map(({ distribution }) => distribution.request.name)).toEqual([
    'Accepted',
  ]);
  expect(submission.totals).toEqual([{ currency: 'USD', amountCents: 432000, count: 3 }]);
});

test('an answer of another length than the plan is a bug, because pairs would be wrong', () => {
  expect(() => submissionOf(plan, [null])).toThrow(RangeError);
});
