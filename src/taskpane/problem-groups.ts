import type { Problem, Severity } from '../domain/index.ts';
import { ruleTitle } from './rule-words.ts';

/** Problems of one kind, as the check shows them. */
export interface ProblemGroup {
  /** Equal for the same kind at the same severity, so that an open group stays open when the check runs again. */
  key: string;
  severity: Severity;
  /** Of the rule that all of them are about. */
  code: string;
  title: string;
  /** In sheet order. */
  problems: Problem[];
}

/** Groups by kind: what blocks first, then the warnings, each in the order in which its first problem stands in the sheet. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const key = `${problem.severity} ${problem.code}`;
    const group = groups.get(key);
    if (group !== undefined) group.problems.push(problem);
    else
      groups.set(key, {
        key,
        severity: problem.severity,
        code: problem.code,
        title: ruleTitle(problem.code),
        problems: [problem],
      });
  }
  const all = [...groups.values()];
  return [
    ...all.filter(({ severity }) => severity === 'problem'),
    ...all.filter(({ severity }) => severity === 'warning'),
  ];
}

/** Stays the same for the same problem at the same cell, so that a list drawn again keeps the focus where it was. */
export function problemKey({ code, cell, message }: Problem): string {
  return cell === null ? `${code} ${message}` : `${code} ${cell.rowIndex} ${cell.columnIndex} ${message}`;
}
