import { registrationKindSchema, type RegistrationKind } from '../../contract/index.ts';
import { z } from 'zod';
import type { RegistrationMapping } from '../../domain/index.ts';
import type { KnownTable } from '../phase.ts';
import type { PaneStorage } from '../storage.ts';
import type { RegistrationResults } from './phase.ts';
import { acceptedIds } from './write.ts';

const key = 'distribution-desk.registrations';

/**
 * What is kept of results that are not in the sheet yet: which table, and how many. Nothing of any row: the ids come back
 * by a look-up of the same rows.
 */
export interface Unwritten extends KnownTable<RegistrationMapping> {
  kind: RegistrationKind;
  count: number;
}

/** Only the version is judged: nobody but this pane writes here. */
const keptSchema = z.object({
  version: z.literal(1),
  unwritten: z.custom<Unwritten>(
    (value) => registrationKindSchema.safeParse((value as Partial<Unwritten> | null)?.kind).success,
  ),
});

export function keepUnwritten(storage: PaneStorage, results: RegistrationResults): void {
  const { reference, mapping, header, kind } = results;
  const unwritten: Unwritten = { reference, mapping, header, kind, count: acceptedIds(results).length };
  storage.write(key, JSON.stringify({ version: 1, unwritten }));
}

export function forgetUnwritten(storage: PaneStorage): void {
  storage.remove(key);
}

/** Null when nothing waits to be written. */
export function unwrittenIn(storage: PaneStorage): Unwritten | null {
  const text = storage.read(key);
  if (text === null) return null;
  const kept = keptSchema.safeParse(JSON.parse(text));
  return kept.success ? kept.data.unwritten : null;
}
