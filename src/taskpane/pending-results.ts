import { z } from 'zod';
import type { Results } from './state.ts';
import type { PaneStorage } from './storage.ts';

const key = 'distribution-desk.results';

/** Only the version is judged: nobody but this pane writes here, and another version's shape is not guessed at. */
const keptSchema = z.object({ version: z.literal(1), results: z.custom<Results>() });

/** Keeps results across a reload of the pane until they stand in the sheet. */
export function keepResults(storage: PaneStorage, results: Results): void {
  storage.write(key, JSON.stringify({ version: 1, results }));
}

export function forgetResults(storage: PaneStorage): void {
  storage.remove(key);
}

/** Null when nothing waits. */
export function keptResults(storage: PaneStorage): Results | null {
  const text = storage.read(key);
  if (text === null) return null;
  const kept = keptSchema.safeParse(JSON.parse(text));
  return kept.success ? kept.data.results : null;
}
