import { shuffleOnce, type RunReport } from './run.ts';

export interface ShuffleOptions {
  seed: number;
  runs: number;
  /** Gets a line now and then; a long run tells how far it is. */
  progress: (line: string) => void;
}

export interface ShuffleReport {
  /** Must all be 0. */
  violations: Record<'misplaced' | 'missing' | 'overwritten' | 'saidWrongly' | 'neverWritten', number>;
  figures: Record<string, number>;
  /** Of each run that violated something: its seed, what was done, and what came of it. */
  stories: string[];
  passed: boolean;
}

/** Every so many runs the workbook is saved and the file is judged in its place. */
const filesEvery = 10;
const storiesTold = 5;

/** Runs the seeds `seed`, `seed + 1` and so on, one workbook each. */
export async function shuffleMany({ seed, runs, progress }: ShuffleOptions): Promise<ShuffleReport> {
  const violations = { misplaced: 0, missing: 0, overwritten: 0, saidWrongly: 0, neverWritten: 0 };
  const figures: Record<string, number> = {};
  const stories: string[] = [];
  const count = (name: string, by = 1): void => void (figures[name] = (figures[name] ?? 0) + by);
  for (let index = 0; index < runs; index += 1) {
    const report = await shuffleOnce({ seed: seed + index, throughFile: index % filesEvery === 0 });
    const { verdict, overwritten, saidWrongly } = report;
    violations.misplaced += verdict.misplaced.length;
    violations.missing += verdict.missing.length;
    violations.overwritten += overwritten.length;
    violations.saidWrongly += saidWrongly.length;
    const isWritten = report.writes.at(-1) === 'verified';
    if (!isWritten) violations.neverWritten += 1;
    count('payments', report.payments);
    count('beside their rows', verdict.beside);
    count('listed as unplaced', verdict.unplaced);
    count('listed though the row is there', verdict.needless.length);
    count('blank cells written to astray', report.astray.length);
    count('requests', report.requests);
    for (const deed of report.deeds) count(`hand: ${deed}`);
    for (const write of report.writes) count(`write: ${write.replace(/ \d+$/, '')}`);
    const problems = [...verdict.misplaced, ...verdict.missing, ...overwritten, ...saidWrongly];
    if (problems.length > 0 || !isWritten) stories.push(story(seed + index, report, problems));
    if ((index + 1) % 50 === 0) progress(`${index + 1} runs, ${stories.length} of them with a violation`);
  }
  return { violations, figures, stories, passed: stories.length === 0 };
}

function story(seed: number, { deeds, writes }: RunReport, problems: readonly string[]): string {
  return [
    `seed ${seed}:`,
    `  the second hand: ${deeds.join(', ')}`,
    `  writes: ${writes.join(', ')}`,
    ...problems.slice(0, 8).map((problem) => `  ${problem}`),
  ].join('\n');
}

/** What a person reads after a run: the figures, the promises, and the stories of those that were broken. */
export function reportText(
  { seed, runs }: Pick<ShuffleOptions, 'seed' | 'runs'>,
  { violations, figures, stories, passed }: ShuffleReport,
): string {
  const sorted = Object.entries(figures).sort(
    ([one], [other]) => Number(one.includes(':')) - Number(other.includes(':')),
  );
  return [
    ...sorted.map(([name, value]) => line(name, value)),
    line('misplaced', violations.misplaced),
    line('missing', violations.missing),
    line('foreign cells overwritten', violations.overwritten),
    line('said to be verified and not so', violations.saidWrongly),
    line('never written in the end', violations.neverWritten),
    ...stories.slice(0, storiesTold),
    ...(stories.length > storiesTold ? [`… and ${stories.length - storiesTold} stories more`] : []),
    `${passed ? 'passed' : 'FAILED'}: npm run shuffle -- --seed ${seed} --runs ${runs}`,
  ].join('\n');
}

function line(what: string, count: number): string {
  return `  ${what.padEnd(44)} ${count.toLocaleString('en-US').padStart(9)}`;
}
