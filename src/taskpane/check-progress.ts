import type { Store } from './store.ts';

/** How far a check of a large table is. Both counts are of rows of the sheet. */
export interface CheckProgress {
  stage: 'reading' | 'checking';
  done: number;
  total: number;
}

/** Smaller tables are done before anybody could read a number. */
const fewestRows = 5_000;
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
    if (progress.total < fewestRows) return;
    const isDue = progress.stage !== shownStage || now() - shownAt >= everyMs;
    if (!isDue) return;
    shownAt = now();
    shownStage = progress.stage;
    dispatch({ type: 'check-progress', progress });
  };
}
