import { setTimeout as sleep } from 'node:timers/promises';
import { lookupResponseSchema, modeLockStateSchema, outcomeSchema } from '../../contract/index.ts';
import type { DistributionRequest, ModeLock, Outcome } from '../../contract/index.ts';
import type { Program } from '../program.ts';
import type { Random } from './random.ts';

/** What a user's pane got back. */
export type Reply<T> =
  | { kind: 'answer'; value: T }
  | { kind: 'refused'; status: number; code: string; message: string }
  /** The connection broke, or the user closed the pane: nothing was said. */
  | { kind: 'silence'; reason: string };

/** A pane that waits longer than this for the proxy gives up. */
const patienceMs = 20_000;
/** An attempt at signing in is repeated this often, because the proxy that printed the code may just have been killed. */
const signInTries = 60;

/** Talks to whichever proxy runs, as the panes of many users do. */
export class DeskClient {
  readonly #proxies: readonly Program[];
  readonly #random: Random;
  readonly #tokens = new Map<string, string>();
  readonly #signingIn = new Map<string, Promise<string>>();
  #releasing: Promise<void> | null = null;

  constructor(proxies: readonly Program[], random: Random) {
    this.#proxies = proxies;
    this.#random = random;
  }

  stage(userName: string, body: unknown, options: { giveUpAfterMs?: number } = {}): Promise<Reply<Outcome>> {
    return this.#post(userName, '/api/distributions', body, (json) => outcomeSchema.parse(json), options);
  }

  async lookup(
    userName: string,
    distributions: readonly DistributionRequest[],
  ): Promise<Reply<(Outcome | null)[]>> {
    const read = (json: unknown) => lookupResponseSchema.parse(json).outcomes;
    return this.#post(userName, '/api/distributions/lookup', { distributions }, read);
  }

  link(userName: string, entryId: string, body: unknown): Promise<Reply<Outcome>> {
    return this.#post(userName, `/api/entries/${entryId}/link`, body, (json) => outcomeSchema.parse(json));
  }

  declareNeverCreated(userName: string, entryId: string, reason: string): Promise<Reply<Outcome>> {
    const path = `/api/entries/${entryId}/declare-never-created`;
    return this.#post(userName, path, { reason }, (json) => outcomeSchema.parse(json));
  }

  /** Why nothing is sent; null where sending is free, and where nobody says. */
  async modeLock(userName: string): Promise<ModeLock | null> {
    const found = await this.#send('GET', userName, '/api/mode-lock', undefined, (json) =>
      modeLockStateSchema.parse(json),
    );
    return found.kind === 'answer' ? found.value.lock : null;
  }

  /** As an admin who has looked at what stopped the sending, and lets it go on; several at once do it once. */
  releaseModeLock(userName: string): Promise<void> {
    this.#releasing ??= (async () => {
      const lock = await this.modeLock(userName);
      if (lock === null) return;
      const body = { since: lock.since, reason: 'Looked at it in the dashboard' };
      await this.#post(userName, '/api/mode-lock/release', body, (json) => json);
    })().finally(() => (this.#releasing = null));
    return this.#releasing;
  }

  #post<T>(
    userName: string,
    path: string,
    body: unknown,
    read: (json: unknown) => T,
    options: { giveUpAfterMs?: number } = {},
  ): Promise<Reply<T>> {
    return this.#send('POST', userName, path, body, read, options);
  }

  async #send<T>(
    method: 'GET' | 'POST',
    userName: string,
    path: string,
    body: unknown,
    read: (json: unknown) => T,
    options: { giveUpAfterMs?: number } = {},
  ): Promise<Reply<T>> {
    for (let signIns = 0; ; signIns += 1) {
      let response: Response;
      let text: string;
      try {
        await this.#someProxy();
        const token = await this.#token(userName);
        response = await fetch(this.#anyUrl() + path, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(body !== undefined && { 'content-type': 'application/json' }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
          signal: AbortSignal.timeout(options.giveUpAfterMs ?? patienceMs),
        });
        text = await response.text();
      } catch (error) {
        return { kind: 'silence', reason: reasonOf(error) };
      }
      if (response.status === 401 && signIns < 3) {
        this.#tokens.delete(userName);
        continue;
      }
      return answerOf(response.status, text, read);
    }
  }

  /** A person does not press again before the pane loads, which takes a proxy that runs. */
  async #someProxy(): Promise<void> {
    for (let turn = 0; turn < 400 && !this.#proxies.some((proxy) => proxy.ready); turn += 1) await sleep(10);
  }

  #anyUrl(): string {
    const running = this.#proxies.filter((proxy) => proxy.ready);
    return running.length === 0 ? 'http://127.0.0.1:9' : this.#random.pick(running).url;
  }

  /** One session for all panes of a user, however many ask for it at once. */
  #token(userName: string): Promise<string> {
    const token = this.#tokens.get(userName);
    if (token !== undefined) return Promise.resolve(token);
    let signingIn = this.#signingIn.get(userName);
    if (signingIn === undefined) {
      signingIn = this.#signIn(userName).finally(() => this.#signingIn.delete(userName));
      this.#signingIn.set(userName, signingIn);
    }
    return signingIn;
  }

  async #signIn(userName: string): Promise<string> {
    let last = 'no proxy runs';
    for (let turn = 0; turn < signInTries; turn += 1) {
      const proxy = this.#proxies.filter((candidate) => candidate.ready)[turn % 2] ?? this.#proxies[0];
      try {
        if (proxy === undefined) throw new Error('there is no proxy');
        const code = await proxy.ask(`code ${userName}`, new RegExp(`code for ${userName}: (\\S+)`));
        const response = await fetch(`${proxy.url}/api/sign-in`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ code }),
        });
        const body = (await response.json()) as { token?: string };
        if (body.token !== undefined) {
          this.#tokens.set(userName, body.token);
          return body.token;
        }
        last = `${response.status} ${JSON.stringify(body)}`;
      } catch (error) {
        last = reasonOf(error);
      }
      await sleep(100);
    }
    throw new Error(`${userName} could not sign in: ${last}`);
  }
}

function answerOf<T>(status: number, text: string, read: (json: unknown) => T): Reply<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'refused', status, code: 'unreadable', message: text.slice(0, 200) };
  }
  if (status === 200) return { kind: 'answer', value: read(json) };
  const { error } = json as { error?: { code: string; message: string } };
  return { kind: 'refused', status, code: error?.code ?? 'unreadable', message: error?.message ?? text };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.message}${cause}`;
}
