import { describe, expect, test } from '@jest/globals';
import { checkTableInSlices, payoutCodes, type CheckResult } from '../../src/domain/index.ts';
import { check, outcomeLines, readCorpus, withAnswers } from './corpus/read-corpus.ts';

const corpus = readCorpus();

test('the corpus holds at least 120 tables, each under its own title', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(120);
  expect(new Set(corpus.map(({ title }) => title)).size).toBe(corpus.length);
});

describe.each([...new Set(corpus.map(({ file }) => file))])('%s', (file) => {
  test.each(corpus.filter((one) => one.file === file))('$title', (one) => {
    const result = check(one);
    expect(outcomeLines(one.table, result)).toEqual(one.expected);
    const codes = result.problems.map(({ code }) => code);
    for (const code of one.not) expect(codes).not.toContain(code);
    expect(result.plan === null).toBe(result.problems.some(({ severity }) => severity === 'problem'));
  });
});

test.each(Object.keys(payoutCodes))(
  '%s has a table that must be given it and one that comes near and must not',
  (code) => {
    expect(corpus.some(({ expected }) => expected.some((line) => line.includes(` ${code} at `)))).toBe(true);
    expect(corpus.some(({ not }) => not.includes(code))).toBe(true);
  },
);

test('nothing in the corpus names a code that does not exist', () => {
  for (const code of corpus.flatMap(({ not }) => not)) expect(Object.keys(payoutCodes)).toContain(code);
});

test('a check in slices pauses at every look at the clock and comes to the same', () => {
  for (const one of corpus) {
    let time = 0;
    const now = () => (time += 1);
    const steps = checkTableInSlices(one.table, one.mapping, one.options, { sliceMs: 0, now });
    let pauses = 0;
    let result: CheckResult | null = null;
    while (result === null) {
      const step = steps.next();
      if (step.done === true) result = step.value;
      else pauses += 1;
    }
    expect(pauses).toBeGreaterThan(3);
    expect(withAnswers(one, result)).toEqual(check(one));
  }
});
