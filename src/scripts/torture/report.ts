import type { TortureOptions, TortureReport } from './simulate.ts';

/** So many stories are told; the others are of the same kinds. */
const storiesTold = 5;

/** What a person reads after a run: the figures, the promises, and the stories of those that were broken. */
export function reportText(
  options: Pick<TortureOptions, 'seed' | 'entries' | 'database'>,
  { violations, bugs, failuresLogged, stories, figures, passed }: TortureReport,
): string {
  const { seed, entries, database } = options;
  return [
    ...Object.entries(figures).map(([name, count]) => line(words(name), count)),
    line('created twice', violations.createdTwice),
    line('confirmed but lost', violations.confirmedButLost),
    line('reported accepted but absent', violations.acceptedButAbsent),
    line('reported not created but present', violations.createdButDenied),
    line('unknown that could have been resolved', violations.unknownThatCouldBeResolved),
    line('programs that fell, answers of 500', bugs.length),
    line('failures logged', failuresLogged.length),
    ...bugs.slice(0, storiesTold).map((bug) => `bug: ${bug}`),
    ...failuresLogged.slice(0, storiesTold).map((failure) => `log of ${failure}`),
    ...stories.slice(0, storiesTold),
    ...(stories.length > storiesTold ? [`… and ${stories.length - storiesTold} stories more`] : []),
    `${passed ? 'passed' : 'FAILED'}: npm run torture -- --seed ${seed} --entries ${entries} --database ${database}`,
  ].join('\n');
}

function line(what: string, count: number): string {
  return `  ${what.padEnd(40)} ${count.toLocaleString('en-US').padStart(9)}`;
}

/** `createdInNova` as `created in nova`. */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
