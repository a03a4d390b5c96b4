/**
 * What the proxy says to people. It serves many, so that every `message` is English; beside it goes what was said, so
 * that the pane can say it again in the language of its user.
 */
import { z } from 'zod';

/**
 * One sentence: its key in the catalogue (`src/words/en/said.ts`) and what it is about. Amounts are integers in the
 * smallest unit of a currency that is another value; instants are RFC 3339. A key never changes what it means or which
 * values it has: a sentence that says something else is another key.
 */
export const sentenceSchema = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type Sentence = z.infer<typeof sentenceSchema>;

/** The sentences of a message, in their order. */
export const saidSchema = z.array(sentenceSchema);
export type Said = z.infer<typeof saidSchema>;

/**
 * For every object that has a `message`. Missing where an older proxy, or an entry of the ledger from before, knows only
 * the English. Who does not know one of the keys shows the message as it is.
 */
export const saidMember = saidSchema.optional();
