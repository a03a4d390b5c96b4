/** A small client of the sandbox for its own tests: plain HTTP, nothing shared with the proxy's client. */
import type { FaultOrder } from '../../src/sandbox/faults.ts';
import { sandboxSeed } from '../../src/sandbox/seed.ts';
import { startSandbox, type StartOptions } from '../../src/sandbox/server.ts';

export interface WirePayment {
  id: string;
  amount: number;
  status: string;
  entity: string;
  livemode: boolean;
  recipient_confirmed_at: string | null;
  verified_at: string | null;
  notifications: { data: { id: string; contact: string }[]; has_more: boolean; url: string };
}

export interface WireDistribution {
  id: string;
  livemode: boolean;
  status: string;
  published_at: string | null;
  approved_at: string | null;
  executed_at: string | null;
  cancelled_at: string | null;
  payments: { data: WirePayment[]; has_more: boolean; url: string };
}

export interface WireError {
  object: string;
  type: string;
  code: string;
  message: string;
  status: number;
  param?: string;
  request_id: string;
}

export interface ControlRecord {
  id: string;
  createdAt: string;
  idempotencyKey: string | null;
  paymentIdsInSentOrder: string[];
  distribution: WireDistribution;
}

export interface LoggedRequest {
  method: string;
  path: string;
  status: number | null;
  idempotencyKey: string | null;
  replayed: boolean;
  fault: string | null;
}

export interface Reply<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** The n-th item of a list that is known to be long enough. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`Nothing at ${index}`);
  return item;
}

/** A body for `POST /v1/distributions` with the given count of payments, 1,000 cents and upwards. */
export function distributionBody(paymentCount = 1, name = 'First close'): Record<string, unknown>[] {
  return [
    {
      name,
      distribution_date: '2026-04-20T00:00:00Z',
      vehicle: at(sandboxSeed.vehicles, 0).id,
      external_reference: null,
      payments: Array.from({ length: paymentCount }, (_, index) => ({
        amount: 1000 + index,
        currency: 'USD',
        entity: at(sandboxSeed.entities, index % sandboxSeed.entities.length).id,
        notifications: [{ contact: at(sandboxSeed.contacts, index % sandboxSeed.contacts.length).id }],
      })),
    },
  ];
}

export class SandboxClient {
  readonly url: string;
  readonly credentials: { clientId: string; clientSecret: string };
  #token = '';

  constructor(url: string, credentials: { clientId: string; clientSecret: string }) {
    this.url = url;
    this.credentials = credentials;
  }

  async signIn(): Promise<void> {
    const { body } = await this.exchange({ grant_type: 'client_credentials' });
    this.#token = body.access_token ?? '';
  }

  /** `POST /oauth/token` with HTTP Basic and a form. */
  async exchange(
    form: Record<string, string>,
  ): Promise<Reply<{ access_token?: string; scope?: string; error?: string }>> {
    const { clientId, clientSecret } = this.credentials;
    return this.call('POST', '/oauth/token', {
      body: new URLSearchParams(form),
      headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    });
  }

  async call<T>(
    method: string,
    path: string,
    init: { headers?: Record<string, string>; body?: string | URLSearchParams } = {},
  ): Promise<Reply<T>> {
    const response = await fetch(this.url + path, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, ...init.headers },
      ...(init.body === undefined ? {} : { body: init.body }),
    });
    return {
      status: response.status,
      headers: response.headers,
      body: JSON.parse(await response.text()) as T,
    };
  }

  get<T = WireDistribution>(path: string, headers: Record<string, string> = {}): Promise<Reply<T>> {
    return this.call<T>('GET', path, { headers });
  }

  post<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply<T>> {
    return this.call<T>('POST', path, {
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  create<T = { data: WireDistribution[] }>(body: unknown, key?: string): Promise<Reply<T>> {
    return this.post<T>('/v1/distributions', body, key === undefined ? {} : { 'idempotency-key': key });
  }

  async orderFaults(...faults: FaultOrder[]): Promise<void> {
    const { status } = await this.post('/control/faults', faults);
    if (status !== 200) throw new Error(`The faults were not taken: ${status}`);
  }

  async advance(advanceSeconds: number): Promise<void> {
    await this.post('/control/clock', { advanceSeconds });
  }

  async records(): Promise<ControlRecord[]> {
    return (await this.get<{ data: ControlRecord[] }>('/control/distributions')).body.data;
  }

  async requests(): Promise<LoggedRequest[]> {
    return (await this.get<{ data: LoggedRequest[] }>('/control/requests')).body.data;
  }
}

/** Runs a sandbox on a free port for the time of one test, its client signed in. */
export async function withSandbox(
  options: StartOptions,
  test: (client: SandboxClient, organizationId: string) => Promise<void>,
): Promise<void> {
  const sandbox = await startSandbox(options);
  try {
    const client = new SandboxClient(sandbox.url, sandbox);
    await client.signIn();
    await test(client, sandbox.organizationId);
  } finally {
    await sandbox.close();
  }
}
