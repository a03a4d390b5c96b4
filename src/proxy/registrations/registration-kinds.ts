import type { z } from 'zod';
import {
  novaContactListSchema,
  novaEntityListSchema,
  novaInstructionsListSchema,
} from '../../contract/index.ts';
import type { NovaContact, NovaEntity, NovaError } from '../../contract/index.ts';
import { foreignName, readCreatedOne } from '../nova/read-answer.ts';
import { NotOurs } from '../nova/verdict.ts';
import type { AnswerContext, Created, SubmissionKind } from '../staging/submission-kind.ts';
import { explainRegistrationRefusal } from './explain-refusal.ts';
import { instructionsOfBody } from './kept-instructions.ts';
import { seenOf } from './seen-entity.ts';

/** Nothing of these comes in pages. */
const nothingMore = () => Promise.resolve(null);

/** One entity. */
export const entityKind: SubmissionKind = {
  path: '/v1/entities',
  heldBefore: null,
  readCreated: (answer, _entry, context) => readOne(answer, novaEntityListSchema, context),
  explainRefusal: (status, error, bytes) => explainRegistrationRefusal('entity', status, error, bytes),
  complete: nothingMore,
};

/** One contact. */
export const contactKind: SubmissionKind = {
  path: '/v1/contacts',
  heldBefore: null,
  readCreated: (answer, _entry, context) => readOne(answer, novaContactListSchema, context),
  explainRefusal: (status, error, bytes) => explainRegistrationRefusal('contact', status, error, bytes),
  complete: nothingMore,
};

/** The payment instructions of one row, for one entity. */
export const instructionsKind: SubmissionKind = {
  path: '/v1/payment_instructions',

  async heldBefore(entry, entries) {
    const accepted = entry.subject === null ? [] : await entries.findOfSubject(entry.subject);
    const ids = accepted.flatMap(({ nova_id: id }) => (id === null ? [] : [id]));
    return [...(seenOf(entry)?.present ?? []), ...ids];
  },

  /**
   * One id for one item. Should Nova list what the entity had before as well, the new one is what was not there then;
   * where that leaves no id, or several, the answer tells nothing, and the entry stays unknown.
   */
  readCreated(answer, entry, { held, organizationId }) {
    const list = novaInstructionsListSchema.safeParse(answer).data?.data;
    const created = list?.length === 1 ? list[0] : undefined;
    if (created === undefined) return null;
    const { entity } = instructionsOfBody(entry.body);
    if (created.entity !== entity) {
      const reason = `Nova answered for the entity ${created.entity}, which was not asked for and may be another organization's`;
      return new NotOurs('wrong-organization', reason);
    }
    const [raw] = (answer as { data: unknown[] }).data;
    const foreign = foreignName(raw, organizationId);
    if (foreign !== null) return foreign;
    const [id, ...more] = created.payment_instructions.data.filter((one) => !held.includes(one));
    if (id === undefined || more.length > 0) return null;
    return { id, livemode: created.livemode, result: {}, rest: null };
  },

  explainRefusal: (status: number, error: NovaError, bytes: string) =>
    explainRegistrationRefusal('payment-instructions', status, error, bytes),
  complete: nothingMore,
};

/** Where an answer says nothing of its mode, it is that of the credentials. */
function readOne<T extends NovaEntity | NovaContact>(
  answer: unknown,
  schema: z.ZodType<{ data: T[] }>,
  { organizationId, mode }: AnswerContext,
): Created | NotOurs | null {
  const created = readCreatedOne(answer, schema, organizationId);
  if (created === null || created instanceof NotOurs) return created;
  return { id: created.id, livemode: created.livemode ?? mode === 'live', result: {}, rest: null };
}
