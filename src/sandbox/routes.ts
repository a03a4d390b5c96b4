/** The endpoints under `/v1`. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { registerAuthentication, requireScope } from './authentication.ts';
import { createDistribution } from './create-distribution.ts';
import { readDistributionRequest } from './distribution-request.ts';
import { NovaProblem } from './problems.ts';
import { delayIfOrdered } from './fault-hooks.ts';
import type { Answer } from './idempotency.ts';
import type { DistributionRecord, PaymentRecord } from './records.ts';
import { contextOf, headerOf, pathOf } from './request-context.ts';
import type { SandboxState } from './state.ts';
import {
  contactToWire,
  distributionToWire,
  entityToWire,
  listToWire,
  notificationToWire,
  paymentToWire,
  type WireList,
} from './wire.ts';

interface ById {
  Params: { id: string };
  Querystring: Record<string, string | string[] | undefined>;
}

function lookUp<T>(
  found: (id: string) => T | undefined,
  request: FastifyRequest<ById>,
  kind: { what: string; prefix: string },
): T {
  const { id } = request.params;
  if (!new RegExp(`^${kind.prefix}_[A-Za-z0-9]+$`).test(id)) {
    throw new NovaProblem(400, 'parameter_invalid', `id must match ^${kind.prefix}_[A-Za-z0-9]+$`, {
      param: 'id',
    });
  }
  const record = found(id);
  if (record === undefined) {
    throw new NovaProblem(404, 'not_found', `No ${kind.what} ${id} in this organization.`, { param: 'id' });
  }
  return record;
}

function lookUpDistribution(state: SandboxState, request: FastifyRequest<ById>): DistributionRecord {
  const found = (id: string) => state.records.distributions.get(id);
  return lookUp(found, request, { what: 'distribution', prefix: 'dst' });
}

/**
 * A page by `limit` (1 to 100) and `starting_after` (the id before the page's first). The sandbox's own page size
 * bounds the limit, so that a client which trusts its limit rather than `has_more` is found out.
 */
function readPage(
  request: FastifyRequest<ById>,
  ids: readonly string[],
  pageSize: number,
): { start: number; size: number; url: string } {
  const { limit, starting_after: after } = request.query;
  if (limit !== undefined && !(typeof limit === 'string' && /^([1-9]\d?|100)$/.test(limit))) {
    throw new NovaProblem(400, 'parameter_invalid', 'limit must be an integer from 1 to 100', {
      param: 'limit',
    });
  }
  const position = after === undefined ? -1 : ids.indexOf(String(after));
  if (after !== undefined && position < 0) {
    throw new NovaProblem(400, 'parameter_invalid', 'starting_after is not in this list', {
      param: 'starting_after',
    });
  }
  const size = Math.min(limit === undefined ? pageSize : Number(limit), pageSize);
  return { start: position + 1, size, url: pathOf(request) };
}

/** Refusals become answers here, because an idempotency key keeps them too. */
async function refusalAsAnswer(request: FastifyRequest, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NovaProblem)) throw error;
    return { status: error.status, body: error.body(contextOf(request).requestId) };
  }
}

async function answerCreate(
  state: SandboxState,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const context = contextOf(request);
  const key = headerOf(request, 'idempotency-key');
  const { organizationId, rawBody } = context;
  let created: DistributionRecord | null = null;
  const work = () =>
    refusalAsAnswer(request, async () => {
      await delayIfOrdered(request, state);
      requireScope(request, 'distributions:write');
      created = createDistribution(state, readDistributionRequest(request.body), {
        organizationId,
        idempotencyKey: key ?? null,
      });
      const body: WireList = {
        object: 'list',
        data: [distributionToWire(created, state.settings)],
        has_more: false,
        url: '/v1/distributions',
      };
      return { status: 201, body };
    });
  const path = pathOf(request);
  const { answer, replayed } =
    key === undefined
      ? { answer: await work(), replayed: false }
      : await state.idempotency.answerOnce(
          { organizationId, key, method: request.method, path, rawBody },
          work,
        );
  context.logged.replayed = replayed;
  const stored = key === undefined || replayed ? null : state.idempotency.kept({ organizationId, key });
  if (created !== null || stored !== null) {
    state.onChange({ kind: 'answered', distribution: created, stored });
  }
  reply.status(answer.status);
  return answer.body;
}

function paymentsOf(state: SandboxState, request: FastifyRequest<ById>): WireList {
  const { payments } = lookUpDistribution(state, request);
  const ids = payments.map((payment) => payment.id);
  const render = (payment: PaymentRecord) => paymentToWire(payment, state.settings);
  return listToWire(payments, render, readPage(request, ids, state.settings.pageSize));
}

function notificationsOf(state: SandboxState, request: FastifyRequest<ById>): WireList {
  const found = (id: string) => state.records.findPayment(id);
  const { notifications } = lookUp(found, request, { what: 'distribution payment', prefix: 'dpmt' });
  const ids = notifications.map((notification) => notification.id);
  return listToWire(
    notifications,
    (notification) => notificationToWire(notification, state.settings),
    readPage(request, ids, state.settings.pageSize),
  );
}

export function registerRoutes(app: FastifyInstance, state: SandboxState): void {
  const { records, settings } = state;
  registerAuthentication(app, state);

  const delaysItself = { config: { delaysItself: true } };
  app.post('/distributions', delaysItself, (request, reply) => answerCreate(state, request, reply));

  const read = (path: string, scope: string, answer: (request: FastifyRequest<ById>) => unknown) =>
    app.get<ById>(path, async (request) => {
      requireScope(request, scope);
      return answer(request);
    });
  read('/distributions/:id', 'distributions:read', (request) =>
    distributionToWire(lookUpDistribution(state, request), settings),
  );
  read('/distributions/:id/payments', 'distributions:read', (request) => paymentsOf(state, request));
  read('/distribution_payments/:id/notifications', 'distributions:read', (request) =>
    notificationsOf(state, request),
  );
  read('/entities/:id', 'entities:read', (request) => {
    const found = (id: string) => records.entities.get(id);
    return entityToWire(lookUp(found, request, { what: 'entity', prefix: 'ent' }), settings);
  });
  read('/contacts/:id', 'contacts:read', (request) => {
    const found = (id: string) => records.contacts.get(id);
    return contactToWire(lookUp(found, request, { what: 'contact', prefix: 'cnt' }), settings);
  });
}
