/** `/control`: what a test or a demonstration does to the sandbox behind Nova's back. Loopback only, no sign-in. */
import { distributionStatuses } from '../contract/nova.ts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { faultSchema } from './faults.ts';
import { moveDistribution } from './progress.ts';
import { givenEntity, type DistributionRecord } from './records.ts';
import type { SandboxState } from './state.ts';
import { distributionToWire } from './wire.ts';

const faultsSchema = z.array(faultSchema);
const clockSchema = z.strictObject({ advanceSeconds: z.number().positive() });
const statusSchema = z.strictObject({
  status: z.enum(distributionStatuses),
  failPayment: z.string().optional(),
});
const entitySchema = z.strictObject({
  id: z.string().regex(/^ent_[A-Za-z0-9]+$/),
  name: z.string().min(1),
  type: z.string().default('other_entity'),
  /** How many payment instructions it has. */
  instructionsCount: z.int().min(0).default(0),
});

class ControlProblem extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'ControlProblem';
    this.status = status;
  }
}

function read<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const result = schema.safeParse(body);
  if (!result.success) throw new ControlProblem(400, z.prettifyError(result.error));
  return result.data;
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(127\.|::1$|::ffff:127\.)/.test(address);
}

/** The whole record, every payment of it whatever the page size, with what no answer of Nova tells. */
function recorded(distribution: DistributionRecord, livemode: boolean): Record<string, unknown> {
  return {
    id: distribution.id,
    organizationId: distribution.organizationId,
    createdAt: distribution.createdAt,
    idempotencyKey: distribution.idempotencyKey,
    paymentIdsInSentOrder: distribution.paymentIdsInSentOrder,
    distribution: distributionToWire(distribution, { livemode, pageSize: Number.MAX_SAFE_INTEGER }),
  };
}

export function registerControl(app: FastifyInstance, state: SandboxState): void {
  app.addHook('onRequest', async (request) => {
    if (!isLoopback(request.socket.remoteAddress)) throw new ControlProblem(403, 'Loopback only.');
  });
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof ControlProblem) return reply.status(error.status).send({ error: error.message });
    request.log.error(error);
    return reply.status(500).send({ error: String(error) });
  });

  app.post('/faults', async (request) => {
    state.faults.order(read(faultsSchema, request.body));
    return { pending: state.faults.pending() };
  });
  app.get('/faults', async () => ({ pending: state.faults.pending() }));
  app.delete('/faults', async () => {
    state.faults.clear();
    return { pending: 0 };
  });
  app.post('/clock', async (request) => {
    const { advanceSeconds } = read(clockSchema, request.body);
    state.clock.advance(advanceSeconds);
    state.onChange({ kind: 'clock', advanceSeconds });
    return { now: state.clock.timestamp() };
  });
  app.post('/tokens/expire', async () => {
    state.tokens.expireAll();
    return {};
  });
  app.post<{ Params: { id: string } }>('/distributions/:id/status', async (request) => {
    const distribution = state.records.distributions.get(request.params.id);
    if (distribution === undefined) throw new ControlProblem(404, `No distribution ${request.params.id}.`);
    const order = read(statusSchema, request.body);
    const progress = moveDistribution(distribution, order, state.clock.timestamp());
    if (!progress.done) throw new ControlProblem(409, progress.reason);
    state.onChange({ kind: 'moved', distribution });
    return recorded(distribution, state.settings.livemode);
  });
  app.post('/entities', async (request) => {
    const { instructionsCount, ...entity } = read(entitySchema, request.body);
    const instructions = Array.from({ length: instructionsCount }, () => state.ids.next('pmi'));
    const record = givenEntity(entity, instructions);
    state.records.entities.set(entity.id, record);
    state.onChange({ kind: 'entity', entity: record });
    return entity;
  });
  app.delete<{ Params: { id: string } }>('/entities/:id', async (request) => {
    const { id } = request.params;
    if (!state.records.entities.delete(id)) throw new ControlProblem(404, `No entity ${id}.`);
    state.onChange({ kind: 'entity-removed', id });
    return {};
  });
  app.get('/distributions', async () => ({
    data: [...state.records.distributions.values()].map((distribution) =>
      recorded(distribution, state.settings.livemode),
    ),
  }));
  app.get('/payment_instructions', async () => ({ data: [...state.records.instructions.values()] }));
  app.get('/entities', async () => ({ data: [...state.records.entities.values()] }));
  app.get('/contacts', async () => ({ data: [...state.records.contacts.values()] }));
  app.get('/requests', async () => ({ data: state.requests.all() }));
  app.post('/reset', async () => {
    state.reset();
    state.onChange({ kind: 'reset' });
    return {};
  });
}
