import { z } from 'zod';
import type { Results } from './state.ts';
import type { PaneStorage } from './storage.ts';

const key = 'distribution-desk.results';
const waitingKey = 'distribution-desk.waiting-for-approval';

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
  return readKept(storage, key);
}

/** Keeps results that stand in the sheet but of which some wait for approval; null once none does. */
export function keepWaiting(storage: PaneStorage, results: Results | null): void {
  if (results === null) storage.remove(waitingKey);
  else storage.write(waitingKey, JSON.stringify({ version: 1, results }));
}

export function waitingResults(storage: PaneStorage): Results | null {
  return readKept(storage, waitingKey);
}

function readKept(storage: PaneStorage, from: string): Results | null {
  const text = storage.read(from);
  if (text === null) return null;
  const kept = keptSchema.safeParse(JSON.parse(text));
  return kept.success ? kept.data.results : null;
}
