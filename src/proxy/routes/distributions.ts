import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import {
  lookupRequestSchema,
  lookupResponseSchema,
  outcomeSchema,
  refreshRequestSchema,
  refreshResponseSchema,
  stageRequestSchema,
} from '../../contract/index.ts';
import { toInstant } from '../clock.ts';
import { signedInUser } from '../http/authenticate.ts';
import { refreshDistributions } from '../staging/refresher.ts';
import type { RefresherParts } from '../staging/refresher.ts';
import type { Stager } from '../staging/stager.ts';
import { failures } from './failures.ts';

export interface DistributionRouteOptions {
  stager: Stager;
  refresher: RefresherParts;
}

/** `POST /api/distributions`, `…/lookup` and `…/refresh`. */
export const distributionRoutes: FastifyPluginCallbackZod<DistributionRouteOptions> = (
  app,
  options,
  done,
) => {
  const { stager, refresher } = options;

  app.route({
    method: 'POST',
    url: '/distributions',
    schema: {
      summary: 'Stage one distribution, or answer with what the same content became before',
      body: stageRequestSchema,
      response: { 200: outcomeSchema, ...failures(400, 401, 409, 413, 429, 503) },
    },
    handler: (request) => stager.stage(request.body, signedInUser(request).userName),
  });

  app.route({
    method: 'POST',
    url: '/distributions/lookup',
    schema: {
      summary: 'What the ledger knows of these contents; sends nothing to Nova',
      body: lookupRequestSchema,
      response: { 200: lookupResponseSchema, ...failures(400, 401, 413, 429) },
    },
    handler: async (request) => ({ outcomes: await stager.lookup(request.body.distributions) }),
  });

  app.route({
    method: 'POST',
    url: '/distributions/refresh',
    schema: {
      summary: 'The statuses now, from Nova',
      body: refreshRequestSchema,
      response: { 200: refreshResponseSchema, ...failures(400, 401, 413, 429, 503) },
    },
    async handler(request) {
      const distributions = await refreshDistributions(request.body.distributionIds, refresher);
      return { checkedAt: toInstant(refresher.clock.now()), distributions };
    },
  });
  done();
};
