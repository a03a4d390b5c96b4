import { describe, expect, test } from '@jest/globals';
import { fateLines, fateOf, gravestOf, nextStepOf } from '../../src/taskpane/run-story.ts';
import type { Writing } from '../../src/taskpane/phase.ts';
import {
  accepted,
  awaiting,
  otherMode,
  payoutTable,
  planOf,
  rejected,
  returned,
  unknown,
} from '../support/builders.ts';

const plan = planOf(
  payoutTable(['A', 'B', 'C', 'D'].map((name) => ({ distributionName: name, amount: 100 }))),
);
const [a, b, c, d] = plan.distributions;
if (a === undefined || b === undefined || c === undefined || d === undefined)
  throw new Error('Four were planned.');

const written: Writing = {
  status: 'written',
  report: { verified: 4, expected: 4, mismatches: [] },
  unplaced: [],
};

test('a run is told whole: what needs somebody first, each with its amount', () => {
  const lines = fateLines(
    [
      { distribution: a, outcome: accepted(a, 'dst_A1') },
      { distribution: b, outcome: rejected('The vehicle is closed.') },
      { distribution: c, outcome: null },
      { distribution: d, outcome: null },
    ],
    c.key,
  );
  expect(lines.map(({ fate, count, totals }) => [fate, count, totals[0]?.amountCents])).toEqual([
    ['unknown', 1, 10_000],
    ['rejected', 1, 10_000],
    ['notSent', 1, 10_000],
    ['done', 1, 10_000],
  ]);
});

test.each([
  [null, 'notSent'],
  [unknown('No answer.'), 'unknown'],
  [{ ...unknown('No answer.'), needsPerson: true }, 'person'],
  [otherMode(a), 'otherMode'],
  [awaiting(), 'waiting'],
  [returned('The second amount is wrong'), 'returned'],
] as const)('an outcome comes to what matters for what to do next', (outcome, fate) => {
  expect(fateOf(outcome)).toBe(fate);
});

describe('the next step', () => {
  test('is about the sheet as long as ids are not in it', () => {
    const notice = { intent: 'error' as const, title: '', text: '' };
    expect(nextStepOf(['rejected'], { status: 'writing' })).toBe('writing');
    expect(nextStepOf(['done'], { status: 'failed', notice })).toBe('write');
    const mismatch = { ...written, report: { verified: 3, expected: 4, mismatches: ['Payouts!H5'] } };
    expect(nextStepOf(['rejected', 'done'], mismatch)).toBe('look');
  });

  test('is then about what needs somebody most, and nothing once all is in Nova', () => {
    expect(nextStepOf(['done', 'notSent', 'unknown'], written)).toBe('unknown');
    expect(nextStepOf(['waiting', 'done'], written)).toBe('waiting');
    expect(nextStepOf(['done'], written)).toBe('done');
    expect(gravestOf(['waiting', 'done'])).toBe('waiting');
  });
});
