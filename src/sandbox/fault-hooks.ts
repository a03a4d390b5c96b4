/** Where an ordered fault strikes in the life of a request. */
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NovaProblem } from './problems.ts';
import type { Fault } from './faults.ts';
import { contextOf, pathOf } from './request-context.ts';
import type { SandboxState } from './state.ts';

const htmlPage = '<!doctype html><title>Gateway</title><p>The gateway answered in place of the API.</p>';

const codeByStatus: Readonly<Record<number, string>> = {
  408: 'request_timeout',
  429: 'rate_limited',
  502: 'bad_gateway',
  503: 'service_unavailable',
  504: 'gateway_timeout',
};

/** Long enough for the first half to leave the socket before it is broken. */
const halfBodyPauseMs = 30;

/** Waits out a `delay` fault. A handler that must wait in the middle of its work calls this itself. */
export async function delayIfOrdered(request: FastifyRequest, state: SandboxState): Promise<void> {
  const { fault } = contextOf(request);
  if (fault?.kind !== 'delay') return;
  try {
    await sleep(fault.delayMs, undefined, { signal: state.closing.signal });
  } catch (error) {
    if (!state.closing.signal.aborted) throw error;
  }
}

function strikeBeforeWork(fault: Fault, request: FastifyRequest, reply: FastifyReply): void {
  switch (fault.kind) {
    case 'refuse':
      reply.hijack();
      request.raw.socket.destroy();
      return;
    case 'conflict':
      throw new NovaProblem(409, 'conflict', 'The first request with this Idempotency-Key has not finished.');
    case 'status': {
      const code =
        fault.code ??
        codeByStatus[fault.status] ??
        (fault.status >= 500 ? 'internal_error' : 'invalid_request');
      const headers =
        fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) };
      throw new NovaProblem(fault.status, code, `The sandbox was told to answer ${fault.status}.`, {
        headers,
      });
    }
    default:
      return;
  }
}

function halfOf(payload: string, reply: FastifyReply): Readable {
  const bytes = Buffer.from(payload);
  reply.header('content-length', bytes.length);
  return Readable.from(
    (async function* () {
      yield bytes.subarray(0, Math.floor(bytes.length / 2));
      await sleep(halfBodyPauseMs);
      reply.raw.socket?.destroy();
    })(),
  );
}

interface MutableJson {
  [member: string]: unknown;
}

const isObject = (value: unknown): value is MutableJson => typeof value === 'object' && value !== null;

/** Calls `change` on every object of the tree, the outermost first. */
function visitObjects(value: unknown, change: (object: MutableJson) => void): void {
  if (!isObject(value)) return;
  if (!Array.isArray(value)) change(value);
  Object.values(value).forEach((member) => visitObjects(member, change));
}

function changeJson(payload: string, change: (object: MutableJson) => void): string {
  const body: unknown = JSON.parse(payload);
  visitObjects(body, change);
  return JSON.stringify(body);
}

function turnLivemode(object: MutableJson): void {
  if (typeof object.livemode === 'boolean') object.livemode = !object.livemode;
}

/** What an answer for another organization shows; neither is in the seed. */
const foreign = { vehicle: 'veh_OfAnotherOrganization', organization: 'org_Another' };

function turnOrganization(shownBy: 'vehicle' | 'name'): (object: MutableJson) => void {
  return (object) => {
    if (object.object !== 'distribution') return;
    if (shownBy === 'vehicle') object.vehicle = foreign.vehicle;
    else object.organization = foreign.organization;
  };
}

function dropPayments(count: number): (object: MutableJson) => void {
  return (object) => {
    if (object.object !== 'list' || !Array.isArray(object.data)) return;
    const [first] = object.data as unknown[];
    if (!isObject(first) || first.object !== 'distribution_payment') return;
    object.data = object.data.slice(0, -count);
    object.has_more = false;
  };
}

function showAllInstructions({ records }: SandboxState): (object: MutableJson) => void {
  return (object) => {
    if (object.object !== 'entity_payment_instructions' || !isObject(object.payment_instructions)) return;
    const entity = records.entities.get(String(object.entity));
    object.payment_instructions.data = entity?.paymentInstructions ?? [];
  };
}

interface Struck {
  state: SandboxState;
  request: FastifyRequest;
  reply: FastifyReply;
}

function strikeAnswer(fault: Fault, payload: string, { state, request, reply }: Struck): unknown {
  switch (fault.kind) {
    case 'lost-response':
      request.raw.socket.destroy();
      return payload;
    case 'half-body':
      return halfOf(payload, reply);
    case 'not-json':
      reply.type('text/html; charset=utf-8');
      return htmlPage;
    case 'wrong-livemode':
      return changeJson(payload, turnLivemode);
    case 'wrong-organization':
      return changeJson(payload, turnOrganization(fault.shownBy));
    case 'drop-payments':
      return changeJson(payload, dropPayments(fault.count));
    case 'all-instructions':
      return changeJson(payload, showAllInstructions(state));
    default:
      return payload;
  }
}

export function registerFaultHooks(app: FastifyInstance, state: SandboxState): void {
  app.addHook('onRequest', async (request, reply) => {
    const path = pathOf(request);
    if (path.startsWith('/control/')) return;
    const fault = state.faults.take(request.method, path);
    if (fault === undefined) return;
    const context = contextOf(request);
    context.fault = fault;
    context.logged.fault = fault.kind;
    strikeBeforeWork(fault, request, reply);
  });
  app.addHook('preHandler', async (request) => {
    const config: object = request.routeOptions.config;
    if (!('delaysItself' in config)) await delayIfOrdered(request, state);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const { fault } = contextOf(request);
    if (fault === undefined || typeof payload !== 'string') return payload;
    return strikeAnswer(fault, payload, { state, request, reply });
  });
  app.addHook('preClose', async () => state.closing.abort());
}
