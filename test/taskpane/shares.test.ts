import { expect, test } from '@jest/globals';
import { distributionShares, largestPayees, statusesOfRun, statusShares } from '../../src/taskpane/shares.ts';
import { accepted, payoutTable, planOf } from '../support/builders.ts';

const plan = planOf(
  payoutTable([
    { entity: 'ent_Ada1', payeeName: 'Ada Capital LP', amount: 600 },
    { entity: 'ent_Bee2', payeeName: 'Bee Trust', amount: 250.5 },
    { entity: 'ent_Cee3', payeeName: 'Cee Fund', amount: 148.5 },
    { entity: 'ent_Dee4', payeeName: '', amount: 1 },
    { distributionName: 'Q2 2026', entity: 'ent_Ada1', amount: 3000 },
  ]),
);
const [first, second] = plan.distributions;
if (first === undefined || second === undefined) throw new Error('Two distributions were planned.');

test('a distribution is shown by its three largest payees, with exact amounts', () => {
  expect(
    largestPayees(first).map(({ label, part, whole, figure, text }) => [label, part, whole, figure, text]),
  ).toEqual([
    ['Ada Capital LP', 60_000, 100_000, '60%', '$600.00, 60%'],
    ['Bee Trust', 25_050, 100_000, '25%', '$250.50, 25%'],
    ['Cee Fund', 14_850, 100_000, '15%', '$148.50, 15%'],
  ]);
  expect(largestPayees(second)).toEqual([]);
});

test('distributions are shares of all that is staged, the largest first; one alone is no share', () => {
  expect(distributionShares(plan.distributions).map(({ label, text }) => [label, text])).toEqual([
    ['Q2 2026', '$3,000.00, 75%'],
    ['Q1 2026', '$1,000.00, 25%'],
  ]);
  expect(distributionShares([first])).toEqual([]);
});

test('statuses stand in their order, as parts of all payments of the run, with what is new', () => {
  const statuses = statusesOfRun([
    { distribution: first, outcome: accepted(first, 'dst_One1') },
    { distribution: second, outcome: null },
  ]);
  const shares = statusShares(statuses, [{ status: 'staged', count: 2 }]);
  expect(shares.map(({ label, figure, text }) => [label, figure, text])).toEqual([
    ['staged (2 new)', '4 / 5', '4 of 5 payments'],
    ['not staged', '1 / 5', '1 of 5 payments'],
  ]);
});

test('of many small ones none is shown: a bar of less than half a percent is as good as none', () => {
  const many = planOf(
    payoutTable(
      Array.from({ length: 300 }, (_, index) => ({ distributionName: `Deal ${index}`, amount: 10 })),
    ),
  );
  expect(distributionShares(many.distributions)).toEqual([]);
});
