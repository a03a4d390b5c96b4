import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { told } from '../../words/said.ts';
import type { Config } from '../config.ts';
import { ProxyError } from '../errors.ts';
import { signedInUser } from './authenticate.ts';

/**
 * Counts each request against its address before anything else looks at it, so that tokens cannot be tried without end.
 * Behind a reverse proxy the address is what a trusted one says (`TRUSTED_PROXIES`); without, it is the reverse proxy's.
 */
export async function limitAddresses(app: FastifyInstance, config: Config): Promise<void> {
  await app.register(rateLimit, { global: false });
  const count = app.createRateLimit({ max: config.addressRequestsPerMinute, timeWindow: '1 minute' });
  app.addHook('onRequest', async (request) => refuseBeyond(await count(request)));
}

/** Counts each request of somebody who is signed in against them, from wherever it comes. */
export function limitUsers(app: FastifyInstance, config: Config): void {
  const count = app.createRateLimit({
    max: config.apiRequestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) => signedInUser(request).userId,
  });
  app.addHook('onRequest', async (request) => {
    if (request.signedIn !== null) refuseBeyond(await count(request));
  });
}

const wrongCodesPerQuarter = 20;

/** Wrong codes by their address: a person mistypes a few, and then finds a colleague who reads them out. */
export function createWrongCodeLimit(app: FastifyInstance) {
  const count = app.createRateLimit({ max: wrongCodesPerQuarter, timeWindow: '15 minutes' });
  return {
    /** Throws a `ProxyError` when too many wrong ones came from this address. */
    async check(request: FastifyRequest): Promise<void> {
      const standing = await count(request, { increment: false });
      if (!standing.isAllowed && standing.remaining === 0) refuse(standing.ttlInSeconds);
    },
    async note(request: FastifyRequest): Promise<void> {
      await count(request);
    },
  };
}

type Standing = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>;

function refuseBeyond(standing: Standing): void {
  if (!standing.isAllowed && standing.isExceeded) refuse(standing.ttlInSeconds);
}

function refuse(retryAfterSeconds: number): never {
  throw new ProxyError(429, 'too-many-requests', told('tooMuchAsked'), { retryAfterSeconds });
}
