import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type {
  ApiError,
  DistributionRequest,
  LookupResponse,
  ModeLockState,
  Outcome,
  RefreshResponse,
  Role,
  StageRequest,
} from '../../src/contract/index.ts';
import { outcomeSchema, roleSchema } from '../../src/contract/index.ts';
import { loadConfig, startProxy, userDirectory } from '../../src/proxy/index.ts';
import type { ProxyOverrides, RunningProxy } from '../../src/proxy/index.ts';
import type { FaultOrder } from '../../src/sandbox/faults.ts';
import type { LoggedRequest } from '../../src/sandbox/request-log.ts';
import { sandboxSeed } from '../../src/sandbox/seed.ts';
import { assertSaidByKey } from '../support/said-by-key.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import type { RunningSandbox, StartOptions } from '../../src/sandbox/server.ts';

/** Time that stands still until a test, or a pause of the proxy, moves it. */
export class StillTime {
  nowMs = Date.parse('2027-01-04T09:00:00Z');
  /** The pauses that the proxy made, in milliseconds. */
  readonly pausesMs: number[] = [];

  readonly clock = { now: () => this.nowMs };
  readonly sleep = async (durationMs: number) => {
    this.pausesMs.push(durationMs);
    this.nowMs += durationMs;
  };

  advanceHours(hours: number): void {
    this.nowMs += hours * 3_600_000;
  }
}

export interface Reply<T> {
  status: number;
  headers: Headers;
  body: T;
}

export interface TestOptions {
  sandbox?: StartOptions;
  environment?: Record<string, string>;
  overrides?: ProxyOverrides;
}

/** A proxy on a real ledger in a folder of its own, before a real sandbox, both over HTTP. */
export class ProxyUnderTest {
  readonly time = new StillTime();
  readonly logLines: string[] = [];
  sandbox!: RunningSandbox;
  proxy!: RunningProxy;
  dataDir!: string;
  token = '';
  #options: TestOptions = {};

  static async start(options: TestOptions = {}): Promise<ProxyUnderTest> {
    const under = new ProxyUnderTest();
    under.#options = options;
    under.dataDir = await mkdtemp(join(tmpdir(), 'distribution-desk-proxy-'));
    under.sandbox = await startSandbox(options.sandbox);
    try {
      await under.startProxy();
    } catch (error) {
      await under.sandbox.close();
      await rm(under.dataDir, { recursive: true });
      throw error;
    }
    // With Entra ID a test brings its own tokens.
    if (options.environment?.['SIGN_IN'] !== 'entra') under.token = await under.signIn();
    return under;
  }

  environment(): Record<string, string> {
    return {
      NOVA_BASE_URL: this.sandbox.url,
      NOVA_CLIENT_ID: this.sandbox.clientId,
      NOVA_CLIENT_SECRET: this.sandbox.clientSecret,
      NOVA_MODE: 'sandbox',
      ACCOUNT_HASH_KEY: 'a key that every proxy of the tests has',
      DATA_DIR: this.dataDir,
      PANE_DIR: this.dataDir,
      PORT: '0',
      STOP_GRACE_MS: '200',
      // Tests move the time by hours between two requests.
      SESSION_IDLE_MINUTES: '720',
      ...this.#options.environment,
    };
  }

  async startProxy(environment: Record<string, string> = {}, overrides: ProxyOverrides = {}): Promise<void> {
    this.proxy = await startProxy(loadConfig({ ...this.environment(), ...environment }), {
      clock: this.time.clock,
      sleep: this.time.sleep,
      random: () => 0,
      idle: (_durationMs, signal) => this.#rest(signal),
      logStream: { write: (line) => void this.logLines.push(line) },
      ...this.#options.overrides,
      ...overrides,
    });
  }

  /**
   * A second proxy before the same sandbox, on a ledger of its own unless `environment` names a shared one, with a user
   * signed in, for as long as `work` takes.
   */
  async proxyBeside<T>(
    work: (beside: ProxyUnderTest) => Promise<T>,
    environment: Record<string, string> = {},
    overrides: ProxyOverrides = {},
  ): Promise<T> {
    const beside = new ProxyUnderTest();
    beside.#options = this.#options;
    beside.sandbox = this.sandbox;
    beside.time.nowMs = this.time.nowMs;
    beside.dataDir = await mkdtemp(join(tmpdir(), 'distribution-desk-beside-'));
    await beside.startProxy(environment, overrides);
    try {
      beside.token = await beside.signIn('User beside');
      return await work(beside);
    } finally {
      await beside.proxy.close();
      await rm(beside.dataDir, { recursive: true });
    }
  }

  /** Lets the proxy look for unknown entries that are due, which it otherwise does at its start only. */
  nextRound(): void {
    this.#endRest();
  }

  #endRest = () => {};

  #rest(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      this.#endRest = resolve;
      signal?.addEventListener('abort', () => resolve());
    });
  }

  async stop(): Promise<void> {
    await this.proxy.close();
    await this.sandbox.close();
    await rm(this.dataDir, { recursive: true });
  }

  async request<T>(method: string, path: string, body?: unknown, token = this.token): Promise<Reply<T>> {
    const response = await fetch(this.proxy.url + path, {
      method,
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const answered: unknown = isJson ? JSON.parse(text) : text;
    if (isJson && path !== '/openapi.json') assertSaidByKey(answered);
    return { status: response.status, headers: response.headers, body: answered as T };
  }

  /** Somebody new, who has every role unless told otherwise. */
  async signIn(userName = firstUser, roles: readonly Role[] = roleSchema.options): Promise<string> {
    await this.proxy.ensureUser({ name: userName, roles, live: true });
    const reply = await this.request<{ token: string }>(
      'POST',
      '/api/sign-in',
      { code: await this.proxy.issueSignInCode(userName) },
      '',
    );
    return reply.body.token;
  }

  /** Changes users beside the running proxy, as `npm run users` does. */
  changeUsers(work: Parameters<typeof userDirectory>[1]): Promise<unknown> {
    return userDirectory({ dataDir: this.dataDir, databaseUrl: null }, work);
  }

  post<T>(path: string, body: unknown): Promise<Reply<T>> {
    return this.request('POST', path, body);
  }

  /** Stages and expects an outcome, which must be as the contract says. */
  async stage(distribution: DistributionRequest, source = aSource): Promise<Outcome> {
    const reply = await this.post<Outcome>('/api/distributions', { distribution, source });
    if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
    return outcomeSchema.parse(reply.body);
  }

  /** Stages and expects an error. */
  async stageAndFail(distribution: DistributionRequest): Promise<Reply<ApiError>> {
    const reply = await this.post<ApiError>('/api/distributions', { distribution, source: aSource });
    if (reply.status === 200) throw new Error(`staged: ${JSON.stringify(reply.body)}`);
    return reply;
  }

  async lookup(...distributions: DistributionRequest[]): Promise<(Outcome | null)[]> {
    return (await this.post<LookupResponse>('/api/distributions/lookup', { distributions })).body.outcomes;
  }

  async refresh(...distributionIds: string[]): Promise<RefreshResponse> {
    return (await this.post<RefreshResponse>('/api/distributions/refresh', { distributionIds })).body;
  }

  /** As an admin who has looked at what stopped the sending. */
  async releaseModeLock(): Promise<void> {
    const { lock } = (await this.request<ModeLockState>('GET', '/api/mode-lock')).body;
    const reply = await this.post('/api/mode-lock/release', {
      since: lock?.since,
      reason: 'Looked at in Nova',
    });
    if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
  }

  async control<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.sandbox.url}/control${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  async orderFaults(...faults: FaultOrder[]): Promise<void> {
    await this.control('POST', '/faults', faults);
  }

  async clearFaults(): Promise<void> {
    await this.control('DELETE', '/faults');
  }

  /** What Nova holds, by its own records. */
  async created(): Promise<SandboxRecord[]> {
    return (await this.control<{ data: SandboxRecord[] }>('GET', '/distributions')).data;
  }

  async requestsTo(method: string, path: string): Promise<LoggedRequest[]> {
    const { data } = await this.control<{ data: LoggedRequest[] }>('GET', '/requests');
    return data.filter((request) => request.method === method && request.path.split('?')[0] === path);
  }

  creations(): Promise<LoggedRequest[]> {
    return this.requestsTo('POST', '/v1/distributions');
  }

  /** Reads the ledger's own file, beside the running proxy. */
  readLedger(query: string): Record<string, unknown>[] {
    const database = new DatabaseSync(join(this.dataDir, 'ledger.sqlite'), { readOnly: true });
    try {
      return database.prepare(query).all();
    } finally {
      database.close();
    }
  }
}

export interface SandboxRecord {
  id: string;
  idempotencyKey: string | null;
  paymentIdsInSentOrder: string[];
  distribution: { payments: { data: { id: string; amount: number; entity: string }[] } };
}

export const aSource: StageRequest['source'] = { workbook: 'Payouts.xlsx', sheet: 'January' };

/** The n-th id of a list that is known to be long enough. */
function idAt(items: readonly { id: string }[], index: number): string {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('an empty list');
  return item.id;
}

export const entityId = (index: number): string => idAt(sandboxSeed.entities, index);
export const vehicleId = (index: number): string => idAt(sandboxSeed.vehicles, index);
export const contactId = (index: number): string => idAt(sandboxSeed.contacts, index);

/** Who is signed in unless a test says otherwise. */
export const firstUser = 'Distribution Desk user';

let distributionCount = 0;

/** A distribution that the sandbox accepts, unlike any other of the same run, with what a test wants otherwise. */
export function aDistribution(
  change: { paymentCount?: number; entities?: string[] } & Record<string, unknown> = {},
): DistributionRequest {
  const { paymentCount = 3, entities, ...rest } = change;
  distributionCount += 1;
  const payments = Array.from({ length: entities?.length ?? paymentCount }, (_, index) => ({
    entity: entities?.[index] ?? entityId(index),
    amountCents: 100_00 + index,
    currency: 'USD',
    contacts: [contactId(index)],
    dateOverride: null,
  }));
  return {
    name: `Distribution ${distributionCount}`,
    vehicle: vehicleId(0),
    distributionDate: '2027-01-04',
    externalReference: null,
    payments,
    ...rest,
  } as unknown as DistributionRequest;
}
