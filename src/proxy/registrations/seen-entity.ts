import { z } from 'zod';
import { instructionsIdSchema } from '../../contract/index.ts';
import type { LedgerEntry } from '../ledger/entry.ts';

/** What Nova showed of an entity before payment instructions were sent for it: `seen` of an entry, as JSON. */
const seenEntitySchema = z.object({
  entityName: z.string().nullable(),
  present: z.array(instructionsIdSchema),
});
export type SeenEntity = z.infer<typeof seenEntitySchema>;

/** Null for an entry of another kind. */
export function seenOf({ seen }: Pick<LedgerEntry, 'seen'>): SeenEntity | null {
  return seen === null ? null : seenEntitySchema.parse(JSON.parse(seen));
}
