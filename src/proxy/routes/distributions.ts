import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import {
  lookupRequestSchema,
  lookupResponseSchema,
  outcomeSchema,
  refreshRequestSchema,
  refreshResponseSchema,
  stagedRequestSchema,
  stagedResponseSchema,
  stageRequestSchema,
  type DistributionRequest,
  type EntityId,
} from '../../contract/index.ts';
import { toInstant } from '../clock.ts';
import { signedInUser } from '../http/authenticate.ts';
import { findAlike } from '../staging/alike.ts';
import { refreshDistributions } from '../staging/refresher.ts';
import type { RefresherParts } from '../staging/refresher.ts';
import { findTakeovers } from '../staging/replacement.ts';
import { findStagedContents } from '../staging/staged-content.ts';
import { lookUpDistributions, stageDistribution } from '../staging/stage-distribution.ts';
import type { StagingParts } from '../staging/stage-distribution.ts';
import { failures } from './failures.ts';

export interface DistributionRouteOptions {
  staging: StagingParts;
  refresher: RefresherParts;
}

/** `POST /api/distributions`, `…/lookup`, `…/staged` and `…/refresh`. The last three need no more than the role viewer. */
export const distributionRoutes: FastifyPluginCallbackZod<DistributionRouteOptions> = (
  app,
  options,
  done,
) => {
  const { staging, refresher } = options;

  app.route({
    method: 'POST',
    url: '/distributions',
    config: { role: 'preparer' },
    schema: {
      summary: 'Stage one distribution, or answer with what the same content became before',
      body: stageRequestSchema,
      response: { 200: outcomeSchema, ...failures(400, 401, 403, 409, 413, 429, 503) },
    },
    async handler(request) {
      const { userName } = signedInUser(request);
      const takesOver = await findTakeovers(request.body, refresher.entries);
      return stageDistribution(request.body, userName, staging, takesOver);
    },
  });

  app.route({
    method: 'POST',
    url: '/distributions/lookup',
    config: { role: 'viewer' },
    schema: {
      summary: 'What the ledger knows of these contents; sends nothing to Nova',
      body: lookupRequestSchema,
      response: { 200: lookupResponseSchema, ...failures(400, 401, 403, 413, 429) },
    },
    handler: async ({ body: { distributions } }) => ({
      outcomes: await lookUpDistributions(distributions, staging),
      alike: await findAlike(distributions, refresher.entries),
      newPayees: await refresher.entries.findNewPayees(payeesOf(distributions)),
    }),
  });

  app.route({
    method: 'POST',
    url: '/distributions/staged',
    config: { role: 'viewer' },
    schema: {
      summary: 'What was staged under these ids, by whom and from where; sends nothing to Nova',
      body: stagedRequestSchema,
      response: { 200: stagedResponseSchema, ...failures(400, 401, 403, 413, 429) },
    },
    handler: async (request) => ({
      distributions: await findStagedContents(request.body.distributionIds, refresher.entries, staging.mode),
    }),
  });

  app.route({
    method: 'POST',
    url: '/distributions/refresh',
    config: { role: 'viewer' },
    schema: {
      summary: 'The statuses now, from Nova',
      body: refreshRequestSchema,
      response: { 200: refreshResponseSchema, ...failures(400, 401, 403, 413, 429, 503) },
    },
    async handler(request) {
      const distributions = await refreshDistributions(request.body.distributionIds, refresher);
      return { checkedAt: toInstant(refresher.clock.now()), distributions };
    },
  });
  done();
};

function payeesOf(distributions: readonly DistributionRequest[]): EntityId[] {
  return distributions.flatMap(({ payments }) => payments.map(({ entity }) => entity));
}
