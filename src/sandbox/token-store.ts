import { randomBytes } from 'node:crypto';
import type { SandboxClock } from './clock.ts';

interface IssuedToken {
  readonly scopes: ReadonlySet<string>;
  readonly organizationId: string;
  readonly expiresAtMs: number;
}

/** Opaque bearer tokens and what they allow. */
export class TokenStore {
  readonly #clock: SandboxClock;
  readonly #tokens = new Map<string, IssuedToken>();

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  issue(organizationId: string, scopes: readonly string[], lifetimeSeconds: number): string {
    const token = randomBytes(32).toString('base64url');
    const expiresAtMs = this.#clock.nowMs() + lifetimeSeconds * 1000;
    this.#tokens.set(token, { scopes: new Set(scopes), organizationId, expiresAtMs });
    return token;
  }

  /** Undefined for a token that was never issued, and for one whose time is over. */
  find(token: string): IssuedToken | undefined {
    const issued = this.#tokens.get(token);
    return issued !== undefined && issued.expiresAtMs > this.#clock.nowMs() ? issued : undefined;
  }

  expireAll(): void {
    this.#tokens.clear();
  }
}
