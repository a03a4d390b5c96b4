/** `POST /api/payees/check`: what Nova knows of the payees of a table, each asked for once and remembered for minutes. */
import { z } from 'zod';
import { contactIdSchema, entityIdSchema } from './ids.ts';
import { saidMember } from './said.ts';

export const payeeCheckRequestSchema = z.object({
  entities: z.array(entityIdSchema).max(200),
  contacts: z.array(contactIdSchema).max(200),
  /** Asks Nova again for what is remembered. */
  fresh: z.boolean().optional(),
});
export type PayeeCheckRequest = z.infer<typeof payeeCheckRequestSchema>;

/** `not-known`: Nova could not be asked, which says nothing of the payee. */
const unreadable = z.discriminatedUnion('found', [
  z.object({ found: z.literal('no') }),
  z.object({ found: z.literal('not-known'), code: z.string(), message: z.string(), said: saidMember }),
]);

export const checkedEntitySchema = z.union([
  z.object({
    found: z.literal('yes'),
    name: z.string(),
    externalReference: z.string().nullable(),
    /** How many payment instructions it has; null where Nova's answer does not say. */
    instructionsCount: z.number().int().min(0).nullable(),
  }),
  unreadable,
]);
export type CheckedEntity = z.infer<typeof checkedEntitySchema>;

export const checkedContactSchema = z.union([
  z.object({ found: z.literal('yes'), name: z.string(), externalReference: z.string().nullable() }),
  unreadable,
]);
export type CheckedContact = z.infer<typeof checkedContactSchema>;

/** In the order of the request. */
export const payeeCheckResponseSchema = z.object({
  entities: z.array(checkedEntitySchema),
  contacts: z.array(checkedContactSchema),
});
export type PayeeCheckResponse = z.infer<typeof payeeCheckResponseSchema>;
