import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrokenRule } from './broken-rule.ts';
import { longestDelayMs, novaTimeoutMs } from './chaos.ts';
import { createDatabase } from './fresh-database.ts';
import type { FreshDatabase } from './fresh-database.ts';
import { lastingPort } from './lasting-port.ts';
import type { LedgerPlace } from './ledger-reader.ts';
import { Nova } from './nova.ts';
import { sandboxOrganizationId } from '../../sandbox/seed.ts';
import { userDirectory } from '../../proxy/index.ts';
import { Program } from '../program.ts';

export interface StageSetOptions {
  database: 'sqlite' | 'postgres';
  /** Of a server on which databases may be made; only for PostgreSQL. */
  databaseUrl: string;
  /** The rule to break on purpose; null for none. */
  breaks: BrokenRule | null;
  /** Who may sign in. */
  userNames: readonly string[];
}

/** Long enough for a proxy's trusted reading of its clock to be over. */
const clockSettlesMs = 5;
/** A 500, and a failure in the background: both are logged with their cause, which no user is told. */
const ownFailure = /"code":"internal-error"|a round of asking for unknown entries failed/;
/** On PostgreSQL the second proxy's machine is an hour behind: what counts there is the database's time. */
const secondIsOffMs = -3_600_000;

/**
 * The programs of one run, each in a process of its own: the sandbox, and two proxies. On PostgreSQL both proxies run
 * at once on one database; an SQLite ledger belongs to one proxy at a time, so there the second takes over when the
 * first is killed. What changes the programs is done one after another.
 */
export class StageSet {
  readonly proxies: readonly [Program, Program];
  readonly sandbox: Program;
  readonly nova: Nova;
  readonly ledger: LedgerPlace;
  readonly #dir: string;
  readonly #database: FreshDatabase | null;
  /** A key that is believed to live for ever: the proxies' time stands by the system's, whatever passes in Nova. */
  readonly #timeStands: boolean;
  readonly #sandboxPort: number;
  #offsetMs = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #restarting: Promise<void> | null = null;
  readonly counts = { proxyKills: 0, sandboxKills: 0, haltedRestarts: 0, clockSteps: 0, clockJumps: 0 };

  private constructor(
    dir: string,
    options: StageSetOptions,
    database: FreshDatabase | null,
    sandboxPort: number,
  ) {
    this.#dir = dir;
    this.#sandboxPort = sandboxPort;
    this.#database = database;
    this.#timeStands = options.breaks === 'endless-key';
    this.ledger =
      database === null
        ? { kind: 'sqlite', dataDir: join(dir, 'ledger') }
        : { kind: 'postgres', url: database.url };
    this.sandbox = new Program({
      name: 'sandbox',
      script: 'src/sandbox/main.ts',
      environment: { STATE_FILE: join(dir, 'sandbox.jsonl') },
      ready: /Sandbox ready: (\S+)[^\n]*\n/,
    });
    this.nova = new Nova(this.sandbox);
    this.proxies = [this.#proxy(0, options), this.#proxy(1, options)];
  }

  static async open(options: StageSetOptions): Promise<StageSet> {
    const dir = mkdtempSync(join(tmpdir(), 'distribution-desk-torture-'));
    const database = options.database === 'sqlite' ? null : await createDatabase(options.databaseUrl);
    const set = new StageSet(dir, options, database, await lastingPort());
    try {
      await set.#writeClock();
      await set.#addUsers(options.userNames);
      await set.#startSandbox();
      await set.#startProxies();
      return set;
    } catch (error) {
      await set.close();
      throw error;
    }
  }

  /** The time as Nova and the proxies see it, in milliseconds since 1970. */
  nowMs(): number {
    return Date.now() + this.#offsetMs;
  }

  crashes(): string[] {
    return [this.sandbox, ...this.proxies].flatMap((program) => program.crashes);
  }

  /** What the proxies' logs say of failures that no user caused, in the words of the log. */
  failuresLogged(): string[] {
    return this.proxies.flatMap((program) => program.notes);
  }

  /** Kills a proxy and brings one back; on SQLite the other one takes its place. */
  killProxy(which: number, afterMs: number, downMs: number): Promise<void> {
    return this.#inTurn(async () => {
      await sleep(afterMs);
      const chosen = this.ledger.kind === 'sqlite' ? this.proxies.findIndex(({ running }) => running) : which;
      await this.proxies[chosen === 1 ? 1 : 0].end('SIGKILL');
      this.counts.proxyKills += 1;
      await sleep(downMs);
      const next = this.ledger.kind === 'sqlite' ? 1 - chosen : chosen;
      await this.#startProxy(this.proxies[next === 1 ? 1 : 0]);
    });
  }

  /** Starts what an answer of the wrong mode has halted again, which alone does not let it send: the halt is recorded. */
  restartHalted(): Promise<void> {
    this.#restarting ??= (async () => {
      this.counts.haltedRestarts += 1;
      for (const which of [0, 1]) {
        if (which === 0 || this.ledger.kind === 'postgres') await this.killProxy(which, 0, 0);
      }
    })().finally(() => (this.#restarting = null));
    return this.#restarting;
  }

  killSandbox(afterMs: number, downMs: number): Promise<void> {
    return this.#inTurn(async () => {
      await this.nova.saveLog();
      await sleep(afterMs);
      await this.sandbox.end('SIGKILL');
      this.counts.sandboxKills += 1;
      await sleep(downMs);
      await this.#startSandbox();
    });
  }

  /** What is done to Nova's back door waits for its turn, so that it never meets a sandbox that is down. */
  withNova(work: (nova: Nova) => Promise<void>): Promise<void> {
    return this.#inTurn(() => work(this.nova));
  }

  /** Less than the margin that a proxy leaves before a key's end, so it may happen while requests are under way. */
  stepClock(seconds: number): Promise<void> {
    this.counts.clockSteps += 1;
    return this.#inTurn(() => this.#moveClock(seconds));
  }

  /**
   * Past the end of many keys. A proxy that was about to send could not know of the hours between, so none runs
   * meanwhile; those that come back find what the killed ones left. What the sandbox was working on has ended, too.
   */
  jumpClock(seconds: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.counts.clockJumps += 1;
    return this.#inTurn(async () => {
      await Promise.all(this.proxies.map((proxy) => proxy.end(signal)));
      await sleep(longestDelayMs);
      await this.#moveClock(seconds);
      await this.#startProxies();
    });
  }

  /** Past the end of many keys in steps, while the proxies run and nobody submits. */
  async glideClock(seconds: number): Promise<void> {
    this.counts.clockJumps += 1;
    for (let left = seconds; left > 0; left -= 300)
      await this.#inTurn(() => this.#moveClock(Math.min(left, 300)));
  }

  async close(): Promise<void> {
    await this.#turn.catch(() => undefined);
    await Promise.all([this.sandbox, ...this.proxies].map((program) => program.end('SIGKILL')));
    await this.#database?.drop();
    rmSync(this.#dir, { recursive: true, force: true });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** The proxies first: a proxy that takes a key for older than it is does no harm. */
  async #moveClock(seconds: number): Promise<void> {
    this.#offsetMs += seconds * 1_000;
    await this.#writeClock();
    await sleep(clockSettlesMs);
    await this.nova.advanceClock(seconds);
  }

  /**
   * The database's first, because what a proxy reckons by its own is then too late rather than too early. The file is
   * written beside and renamed, so that no proxy reads half a number.
   */
  async #writeClock(): Promise<void> {
    if (!this.#timeStands) await this.#database?.setClock(this.#offsetMs);
    const file = join(this.#dir, 'clock');
    writeFileSync(`${file}.new`, String(this.#offsetMs));
    renameSync(`${file}.new`, file);
  }

  async #addUsers(names: readonly string[]): Promise<void> {
    const place =
      this.ledger.kind === 'sqlite'
        ? { dataDir: this.ledger.dataDir, databaseUrl: null }
        : { dataDir: '', databaseUrl: this.ledger.url };
    await userDirectory(place, async (users) => {
      for (const name of names) await users.ensure({ name, roles: ['preparer', 'admin'], live: false });
    });
  }

  async #startSandbox(): Promise<void> {
    await this.sandbox.start({ PORT: String(this.#sandboxPort) });
  }

  async #startProxies(): Promise<void> {
    const wanted = this.ledger.kind === 'sqlite' ? this.proxies.slice(0, 1) : this.proxies;
    await Promise.all(wanted.map((proxy) => this.#startProxy(proxy)));
  }

  async #startProxy(proxy: Program): Promise<void> {
    await proxy.start({ NOVA_BASE_URL: this.sandbox.url });
  }

  #proxy(index: number, options: StageSetOptions): Program {
    const preload = ['src/scripts/torture/moved-clock.ts', 'src/scripts/torture/broken-rule.ts'];
    return new Program({
      name: `proxy ${index + 1}`,
      script: 'src/proxy/main.ts',
      preload: this.#timeStands ? [] : preload,
      ready: /Proxy: (\S+) [^\n]*\n/,
      noted: ownFailure,
      environment: {
        SESSION_IDLE_MINUTES: '720',
        NOVA_CLIENT_ID: 'sandbox-client',
        NOVA_CLIENT_SECRET: 'sandbox-secret-for-this-machine-only',
        NOVA_ORGANIZATION_ID: sandboxOrganizationId,
        NOVA_MODE: 'sandbox',
        NOVA_TIMEOUT_MS: String(novaTimeoutMs),
        NOVA_MAX_TRIES: '3',
        NOVA_RETRY_PAUSE_MS: '5',
        NOVA_BREAKER_PAUSE_MS: '200',
        DATA_DIR: this.ledger.kind === 'sqlite' ? this.ledger.dataDir : join(this.#dir, `proxy-${index + 1}`),
        ...(this.ledger.kind === 'postgres' ? { DATABASE_URL: this.ledger.url } : {}),
        PANE_DIR: this.#dir,
        PORT: '0',
        STOP_GRACE_MS: '300',
        API_REQUESTS_PER_MINUTE: '1000000',
        LOG_LEVEL: 'error',
        TORTURE_CLOCK_FILE: join(this.#dir, 'clock'),
        TORTURE_CLOCK_OFF_MS: this.ledger.kind === 'postgres' && index === 1 ? String(secondIsOffMs) : '0',
        ...(options.breaks === null ? {} : { TORTURE_BREAK: options.breaks }),
      },
    });
  }
}
