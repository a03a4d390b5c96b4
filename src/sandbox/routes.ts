/** The endpoints under `/v1`. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answerCreate } from './answer-create.ts';
import { registerAuthentication, requireScope } from './authentication.ts';
import { creations } from './creations.ts';
import { NovaProblem } from './problems.ts';
import type { DistributionRecord, EntityRecord, PaymentRecord } from './records.ts';
import { pathOf } from './request-context.ts';
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

function lookUpEntity(state: SandboxState, request: FastifyRequest<ById>): EntityRecord {
  const found = (id: string) => state.records.entities.get(id);
  return lookUp(found, request, { what: 'entity', prefix: 'ent' });
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

function paymentsOf(state: SandboxState, request: FastifyRequest<ById>): WireList {
  const { payments } = lookUpDistribution(state, request);
  const ids = payments.map((payment) => payment.id);
  const render = (payment: PaymentRecord) => paymentToWire(payment, state.settings);
  return listToWire(payments, render, readPage(request, ids, state.settings.pageSize));
}

function instructionsOf(state: SandboxState, request: FastifyRequest<ById>): WireList {
  const { paymentInstructions } = lookUpEntity(state, request);
  const page = readPage(request, paymentInstructions, state.settings.pageSize);
  return listToWire(paymentInstructions, (id) => id, page);
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
  for (const [path, creation] of Object.entries(creations(state))) {
    app.post(path, delaysItself, (request, reply) => answerCreate(state, request, reply, creation));
  }

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
  read('/entities/:id', 'entities:read', (request) => entityToWire(lookUpEntity(state, request), settings));
  read('/entities/:id/payment_instructions', 'entities:read', (request) => instructionsOf(state, request));
  read('/contacts/:id', 'contacts:read', (request) => {
    const found = (id: string) => records.contacts.get(id);
    return contactToWire(lookUp(found, request, { what: 'contact', prefix: 'cnt' }), settings);
  });
}
