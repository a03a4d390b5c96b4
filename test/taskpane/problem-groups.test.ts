import { expect, test } from '@jest/globals';
import { problemAt, type Problem } from '../../src/domain/index.ts';
import { groupProblems, problemKey } from '../../src/taskpane/problem-groups.ts';

const at = (rowIndex: number) => ({ rowIndex, columnIndex: 5 });
const problems: Problem[] = [
  problemAt('date-in-past', 'Past.', at(1), 'distributionDate'),
  problemAt('amount-zero', 'Zero.', at(2), 'amount'),
  problemAt('cell-error', 'Error.', at(3), 'amount'),
  problemAt('amount-zero', 'Zero.', at(4), 'amount'),
];

test('what blocks comes before the warnings, and within a kind the sheet decides', () => {
  const groups = groupProblems(problems);
  expect(groups.map(({ severity, problems: { length } }) => [severity, length])).toEqual([
    ['problem', 2],
    ['problem', 1],
    ['warning', 1],
  ]);
  expect(groups[0]?.problems.map(({ cell }) => cell?.rowIndex)).toEqual([2, 4]);
});

test('a kind that is a warning here and a problem there makes two groups', () => {
  const [warning] = problems;
  if (warning === undefined) throw new Error('no problem');
  const groups = groupProblems([warning, { ...warning, severity: 'problem' }]);
  expect(new Set(groups.map(({ key }) => key)).size).toBe(2);
});

test('two problems of one cell have keys of their own', () => {
  const keys = [...problems, problemAt('name-is-number', 'Number.', at(2), null)].map(problemKey);
  expect(new Set(keys).size).toBe(5);
});
