import Fastify, { type FastifyInstance } from 'fastify';
import { registerBodyParsers } from './body-parsers.ts';
import { registerControl } from './control.ts';
import { registerErrors } from './error-handler.ts';
import { registerFaultHooks } from './fault-hooks.ts';
import { resolveOptions, type SandboxOptions } from './options.ts';
import { registerRequestContext } from './request-context.ts';
import { registerRoutes } from './routes.ts';
import { SandboxState } from './state.ts';
import { registerTokens } from './token-endpoint.ts';

/** A distribution of 10,000 payments with their contacts is some 4 MB. */
const bodyLimitBytes = 32 * 1024 * 1024;

export interface SandboxApp {
  readonly fastify: FastifyInstance;
  readonly state: SandboxState;
}

/**
 * A stand-in for Nova that keeps the rules of its public reference, in memory, with faults to order under `/control`.
 * It does not listen yet; `startSandbox` does. It logs nothing but its own bugs.
 */
export function buildSandbox(options: SandboxOptions = {}): SandboxApp {
  const state = new SandboxState(resolveOptions(options));
  const fastify = Fastify({
    logger: { level: 'error' },
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: true,
  });
  registerRequestContext(fastify, state);
  registerErrors(fastify);
  registerBodyParsers(fastify);
  registerFaultHooks(fastify, state);
  registerTokens(fastify, state);
  fastify.register(async (scope) => registerRoutes(scope, state), { prefix: '/v1' });
  fastify.register(async (scope) => registerControl(scope, state), { prefix: '/control' });
  return { fastify, state };
}
