/** Whether a body that Nova answered is what was asked for, and ours. */
import type { z } from 'zod';
import { novaDistributionListSchema, novaEntitySchema, organizationIdSchema } from '../../contract/index.ts';
import type { NovaDistribution, NovaEntity } from '../../contract/index.ts';
import { NotOurs } from './verdict.ts';

/**
 * The answer to the staging of one distribution: "a list of one distribution" (Create distributions, Response); null
 * for anything else. One about another vehicle, or another organization where it names one, is not ours.
 */
export function readCreated(
  body: unknown,
  vehicle: string,
  organizationId: string | null,
): NovaDistribution | NotOurs | null {
  const list = novaDistributionListSchema.safeParse(body);
  const distribution = list.success && list.data.data.length === 1 ? list.data.data[0] : undefined;
  if (distribution === undefined) return null;
  if (distribution.vehicle !== vehicle) {
    const reason = `Nova answered for the vehicle ${distribution.vehicle}, which was not asked for and may be another organization's`;
    return new NotOurs('wrong-organization', reason);
  }
  const [raw] = (body as { data: unknown[] }).data;
  return foreignName(raw, organizationId) ?? distribution;
}

/** The answer to the retrieval of something by its id; null for anything else. One about another id is not ours. */
export function readRetrieved<T extends { id: string }>(
  body: unknown,
  id: string,
  schema: z.ZodType<T>,
  organizationId: string | null,
): T | NotOurs | null {
  const found = schema.safeParse(body).data;
  if (found === undefined) return null;
  if (found.id !== id) {
    return new NotOurs('wrong-id', `Nova was asked for ${id} and answered with ${found.id}`);
  }
  return foreignName(body, organizationId) ?? found;
}

/** An entity, and whether Nova listed all of its payment instructions. */
export interface RetrievedEntity extends NovaEntity {
  listsAllInstructions: boolean;
}

/** As `readRetrieved`. An answer that does not say which instructions an entity has does not say that it has none. */
export function readEntity(
  body: unknown,
  id: string,
  organizationId: string | null,
): RetrievedEntity | NotOurs | null {
  const entity = readRetrieved(body, id, novaEntitySchema, organizationId);
  if (entity === null || entity instanceof NotOurs) return entity;
  const { payment_instructions: listed } = body as { payment_instructions?: { has_more?: unknown } };
  const saysAll = (entity.payment_instructions ?? null) !== null && listed?.has_more !== true;
  return { ...entity, listsAllInstructions: saysAll };
}

/** The answer to the creation of one entity or contact: a list of it; null for anything else. */
export function readCreatedOne<T extends object>(
  body: unknown,
  schema: z.ZodType<{ data: T[] }>,
  organizationId: string | null,
): T | NotOurs | null {
  const list = schema.safeParse(body).data?.data;
  const created = list?.length === 1 ? list[0] : undefined;
  if (created === undefined) return null;
  const [raw] = (body as { data: unknown[] }).data;
  return foreignName(raw, organizationId) ?? created;
}

/** The reference lists no `organization`; an answer that has one all the same is held to it. */
export function foreignName(answered: unknown, organizationId: string | null): NotOurs | null {
  const { organization } = answered as { organization?: unknown };
  if (typeof organization !== 'string' || organizationId === null || organization === organizationId) {
    return null;
  }
  const named = organizationIdSchema.safeParse(organization).data;
  const reason = `Nova answered for another organization${named === undefined ? '' : ` (${named})`} than ${organizationId}`;
  return new NotOurs('wrong-organization', reason);
}
