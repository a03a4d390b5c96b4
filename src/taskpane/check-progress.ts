import type { Store } from './store.ts';

/** How far a check of a large table is. Both counts are of rows of the sheet, and of payees while Nova is asked. */
export interface CheckProgress {
  stage: 'reading' | 'checking' | 'payees';
  done: number;
  total: number;
}

/** Less is done before anybody could read a number. */
const fewest = { reading: 5_000, checking: 5_000, payees: 200 } as const;
/** Often enough to be seen moving, and seldom enough that drawing it does not slow the check. */
const everyMs = 250;

/**
 * Shows the progress of one check that a person waits for. Checks that run by themselves are given none: what was found
 * before stays in sight meanwhile.
 */
export function progressOf(
  { dispatch }: Pick<Store, 'dispatch'>,
  now: () => number = () => performance.now(),
): (progress: CheckProgress) => void {
  let shownAt = -Infinity;
  let shownStage: CheckProgress['stage'] | null = null;
  return (progress) => {
    if (progress.total < fewest[progress.stage]) return;
    const isDue = progress.stage !== shownStage || now() - shownAt >= everyMs;
    if (!isDue) return;
    shownAt = now();
    shownStage = progress.stage;
    dispatch({ type: 'check-progress', progress });
  };
}
