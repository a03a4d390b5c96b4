import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Fault } from './faults.ts';
import type { LoggedRequest } from './request-log.ts';
import type { SandboxState } from './state.ts';

/** What the sandbox remembers of one request while it answers it. */
export interface RequestContext {
  readonly requestId: string;
  readonly logged: LoggedRequest;
  /** The body as it came, byte for byte: an idempotency key is bound to these. */
  rawBody: Buffer;
  /** The fault that was ordered for this request, already taken from the queue. */
  fault: Fault | undefined;
  /** Set by the bearer check, so only under `/v1`. */
  organizationId: string;
  scopes: ReadonlySet<string>;
}

const decorator = 'sandboxContext';

export function contextOf(request: FastifyRequest): RequestContext {
  return request.getDecorator<RequestContext>(decorator);
}

/** The path without its query. */
export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? request.url;
}

/** A single header value; Node joins repeated ones of these names, so an array does not occur in practice. */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** Gives each request its context before any other hook, and enters it into the log. */
export function registerRequestContext(app: FastifyInstance, state: SandboxState): void {
  app.decorateRequest(decorator);
  let underWay = 0;
  app.addHook('onRequest', async (request, reply) => {
    if (!pathOf(request).startsWith('/control/')) {
      underWay += 1;
      // Also when a fault breaks the connection, after which no answer is sent.
      reply.raw.once('close', () => (underWay -= 1));
    }
    const logged: LoggedRequest = {
      at: state.clock.timestamp(),
      method: request.method,
      path: pathOf(request),
      idempotencyKey: headerOf(request, 'idempotency-key') ?? null,
      callerRequestId: headerOf(request, 'x-request-id') ?? null,
      status: null,
      replayed: false,
      underWay,
      fault: null,
    };
    if (!logged.path.startsWith('/control/')) state.requests.add(logged);
    request.setDecorator<RequestContext>(decorator, {
      requestId: state.ids.next('req'),
      logged,
      rawBody: Buffer.alloc(0),
      fault: undefined,
      organizationId: '',
      scopes: new Set(),
    });
  });
  app.addHook('onSend', async (request, reply) => {
    contextOf(request).logged.status = reply.statusCode;
  });
}
