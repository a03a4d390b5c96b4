/** Whether a body that Nova answered is what was asked for, and ours. */
import {
  novaDistributionListSchema,
  novaDistributionSchema,
  organizationIdSchema,
} from '../../contract/index.ts';
import type { NovaDistribution } from '../../contract/index.ts';
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

/** The answer to the retrieval of a distribution; null for anything else. One about another id is not ours. */
export function readRetrieved(
  body: unknown,
  id: string,
  organizationId: string | null,
): NovaDistribution | NotOurs | null {
  const distribution = novaDistributionSchema.safeParse(body).data;
  if (distribution === undefined) return null;
  if (distribution.id !== id) {
    return new NotOurs('wrong-distribution', `Nova was asked for ${id} and answered with ${distribution.id}`);
  }
  return foreignName(body, organizationId) ?? distribution;
}

/** The reference lists no `organization`; an answer that has one all the same is held to it. */
function foreignName(distribution: unknown, organizationId: string | null): NotOurs | null {
  const { organization } = distribution as { organization?: unknown };
  if (typeof organization !== 'string' || organizationId === null || organization === organizationId) {
    return null;
  }
  const named = organizationIdSchema.safeParse(organization).data;
  const reason = `Nova answered for another organization${named === undefined ? '' : ` (${named})`} than ${organizationId}`;
  return new NotOurs('wrong-organization', reason);
}
