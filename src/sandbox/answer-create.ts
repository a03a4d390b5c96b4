/** How every request that creates something is answered: once per idempotency key, refusals included. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requireScope } from './authentication.ts';
import { delayIfOrdered } from './fault-hooks.ts';
import type { Answer } from './idempotency.ts';
import { NovaProblem } from './problems.ts';
import type { CreatedRecords, Origin } from './records.ts';
import { contextOf, headerOf, pathOf } from './request-context.ts';
import type { SandboxState } from './state.ts';
import type { WireList } from './wire.ts';

export interface Creation {
  /** For example `distributions:write`. */
  scope: string;
  /** Creates all that the body asks for, or throws a `NovaProblem` and leaves everything as it was. */
  create: (body: unknown, origin: Origin) => { created: CreatedRecords; answer: WireList };
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

export async function answerCreate(
  state: SandboxState,
  request: FastifyRequest,
  reply: FastifyReply,
  { scope, create }: Creation,
): Promise<unknown> {
  const context = contextOf(request);
  const key = headerOf(request, 'idempotency-key');
  const { organizationId, rawBody } = context;
  let created: CreatedRecords | null = null;
  const work = () =>
    refusalAsAnswer(request, async () => {
      await delayIfOrdered(request, state);
      requireScope(request, scope);
      const done = create(request.body, { organizationId, idempotencyKey: key ?? null });
      created = done.created;
      return { status: 201, body: done.answer };
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
    state.onChange({ kind: 'answered', ...(created ?? {}), stored });
  }
  reply.status(answer.status);
  return answer.body;
}
