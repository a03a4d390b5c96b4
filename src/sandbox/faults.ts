/** Faults that a test or a demonstration orders, and the queue in which they wait for the request that they strike. */
import { z } from 'zod';

const matchSchema = z.strictObject({
  /** Any method when left out. */
  method: z
    .string()
    .transform((method) => method.toUpperCase())
    .optional(),
  /** A path without its query; `*` stands for any characters. Any path when left out. */
  path: z.string().startsWith('/').optional(),
});

const when = {
  match: matchSchema.default({}),
  /** How many matching requests are struck. */
  times: z.int().min(1).default(1),
  /** How many matching requests pass unharmed before that. */
  after: z.int().min(0).default(0),
};

/** The kinds, in three groups: before the work, in it, and on the way back. */
export const faultSchema = z.discriminatedUnion('kind', [
  /** Breaks the connection before anything is done. */
  z.strictObject({ ...when, kind: z.literal('refuse') }),
  /** Answers this status; nothing is created, and nothing is stored under the key. */
  z.strictObject({
    ...when,
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    code: z.string().min(1).optional(),
    retryAfterSeconds: z.int().min(0).optional(),
  }),
  /** Answers 409 `conflict`, as while a first request with the same key is unfinished. */
  z.strictObject({ ...when, kind: z.literal('conflict') }),
  /** Waits in the middle of the work, the idempotency key already taken; the waiting is in real time. */
  z.strictObject({ ...when, kind: z.literal('delay'), delayMs: z.int().min(0).max(600_000) }),
  /** Does the work, then breaks the connection without a byte of the answer. */
  z.strictObject({ ...when, kind: z.literal('lost-response') }),
  /** Does the work, then breaks the connection in the middle of the answer. */
  z.strictObject({ ...when, kind: z.literal('half-body') }),
  /** Does the work, and answers its status with a page of HTML. */
  z.strictObject({ ...when, kind: z.literal('not-json') }),
  /** Does the work, and answers with every `livemode` turned round. */
  z.strictObject({ ...when, kind: z.literal('wrong-livemode') }),
  /**
   * Does the work, and answers as for another organization: with a vehicle of that one's, or with the right vehicle and
   * an `organization` that names it. The reference lists no such member; a vehicle belongs to one organization.
   */
  z.strictObject({
    ...when,
    kind: z.literal('wrong-organization'),
    shownBy: z.enum(['vehicle', 'name']).default('vehicle'),
  }),
  /** Does the work, and leaves payments out of the answer while claiming that it is whole. */
  z.strictObject({ ...when, kind: z.literal('drop-payments'), count: z.int().min(1).default(1) }),
  /**
   * Does the work, and answers with every payment instruction that the entity has, not the new ones alone: the reference
   * does not say which of the two its list holds.
   */
  z.strictObject({ ...when, kind: z.literal('all-instructions') }),
]);

export type Fault = z.infer<typeof faultSchema>;
/** A fault as it is ordered: what has a default may be left out. */
export type FaultOrder = z.input<typeof faultSchema>;

function matches(fault: Fault, method: string, path: string): boolean {
  if (fault.match.method !== undefined && fault.match.method !== method) return false;
  if (fault.match.path === undefined) return true;
  const literals = fault.match.path
    .split('*')
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${literals.join('.*')}$`).test(path);
}

export class FaultQueue {
  #waiting: { fault: Fault; toPass: number; toStrike: number }[] = [];

  order(faults: readonly Fault[]): void {
    for (const fault of faults) {
      this.#waiting.push({ fault, toPass: fault.after, toStrike: fault.times });
    }
  }

  /** The fault that strikes this request, if any: the first ordered that matches it and is due. */
  take(method: string, path: string): Fault | undefined {
    for (const waiting of this.#waiting) {
      if (!matches(waiting.fault, method, path)) continue;
      if (waiting.toPass > 0) {
        waiting.toPass -= 1;
        continue;
      }
      waiting.toStrike -= 1;
      if (waiting.toStrike === 0) this.#waiting = this.#waiting.filter((other) => other !== waiting);
      return waiting.fault;
    }
    return undefined;
  }

  /** How many faults still wait to strike, so that a test can tell that its order was met. */
  pending(): number {
    return this.#waiting.length;
  }

  clear(): void {
    this.#waiting = [];
  }
}
