import type { FaultOrder } from '../../sandbox/faults.ts';
import type { Program } from '../program.ts';

/** A distribution as the sandbox recorded it, with what no answer of Nova tells. */
export interface NovaRecord {
  id: string;
  /** By the sandbox's clock, whole seconds. */
  createdAt: string;
  idempotencyKey: string | null;
  distribution: {
    name: string;
    payments: {
      data: {
        id: string;
        amount: number;
        currency: string;
        entity: string;
        distribution_date_override: string | null;
        notifications: { data: { contact: string }[] };
      }[];
    };
  };
}

export interface NovaRequestRecord {
  at: string;
  method: string;
  path: string;
  idempotencyKey: string | null;
  status: number | null;
  replayed: boolean;
  fault: string | null;
}

const mostPending = 8;

/** The sandbox's back door: what the simulation does to Nova, and sees of it, past the proxies. */
export class Nova {
  readonly #program: Program;
  /** Requests that the sandbox logged in its earlier lives, as far as they were saved before it was killed. */
  readonly #logged: NovaRequestRecord[] = [];

  constructor(program: Program) {
    this.#program = program;
  }

  /** More than a few at once and nothing would come through any more, so what is too much is not ordered. */
  async order(faults: readonly FaultOrder[]): Promise<void> {
    const { pending } = await this.#call<{ pending: number }>('GET', '/faults');
    if (pending < mostPending) await this.#call('POST', '/faults', faults);
  }

  async clearFaults(): Promise<void> {
    await this.#call('DELETE', '/faults');
  }

  async advanceClock(seconds: number): Promise<void> {
    await this.#call('POST', '/clock', { advanceSeconds: seconds });
  }

  async expireTokens(): Promise<void> {
    await this.#call('POST', '/tokens/expire', {});
  }

  async addEntity(id: string): Promise<void> {
    await this.#call('POST', '/entities', { id, name: `Investor ${id}` });
  }

  async records(): Promise<NovaRecord[]> {
    return (await this.#call<{ data: NovaRecord[] }>('GET', '/distributions')).data;
  }

  /** Before a kill: what the sandbox logged would be gone with it. */
  async saveLog(): Promise<void> {
    const { data } = await this.#call<{ data: NovaRequestRecord[] }>('GET', '/requests');
    this.#logged.push(...data);
  }

  requestsUnder(key: string): NovaRequestRecord[] {
    return this.#logged.filter((request) => request.idempotencyKey === key);
  }

  async #call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.#program.url}/control${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The sandbox refused ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }
}
