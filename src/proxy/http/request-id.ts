import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { requestIdHeader, requestIdSchema } from '../../contract/index.ts';

const running = new AsyncLocalStorage<string>();

/** Of the request for which the calling code runs; null where it runs for none. */
export function currentRequestId(): string | null {
  return running.getStore() ?? null;
}

/** Runs what nobody asked for, such as a round of the recall, under an id of its own. */
export function underOwnRequestId<T>(work: () => T): T {
  return running.run(randomUUID(), work);
}

/** For Fastify's `genReqId`: the caller's own id where it is one, else a new one. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  return requestIdSchema.safeParse(request.headers[requestIdHeader]).data ?? randomUUID();
}

/** Answers with the request's id, and lets all that runs for the request know it. */
export function followRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header(requestIdHeader, request.id);
    done();
  });
  // Only once the body is read: what begins with its last part would not belong to the request any more.
  app.addHook('preValidation', (request, _reply, done) => running.run(request.id, done));
}
