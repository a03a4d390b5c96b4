import type { Said, Sentence } from '../contract/index.ts';
import { say } from '../words/said.ts';

/**
 * An operational failure: the request could not be carried out, and nothing is wrong with the program. The error
 * handler turns it into the contract's `ApiError` with this status and code.
 *
 * What it says is for the user, and must hold no secret, token or account number; `message` is that in English.
 */
export class ProxyError extends Error {
  readonly status: number;
  readonly code: ProxyErrorCode;
  readonly said: Said;
  /** Seconds after which asking again may help; sent as `Retry-After`. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    status: number,
    code: ProxyErrorCode,
    sentences: Sentence | Said,
    options: { cause?: unknown; retryAfterSeconds?: number } = {},
  ) {
    const { message, said } = say(sentences);
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = 'ProxyError';
    this.status = status;
    this.code = code;
    this.said = said;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** Every code that an `ApiError` of this proxy can carry. The pane switches on them; they never change their meaning. */
export type ProxyErrorCode =
  | 'sign-in-required'
  | 'code-wrong'
  | 'role-missing'
  | 'sign-in-unavailable'
  | 'request-invalid'
  | 'request-too-large'
  | 'too-many-requests'
  | 'not-found'
  | 'busy'
  | 'repeat-outdated'
  | 'not-cancelled'
  | 'already-replaced'
  | 'not-unresolved'
  | 'content-differs'
  | 'link-mismatch'
  | 'link-held'
  | 'link-not-found'
  | 'entity-unknown'
  | 'account-key-missing'
  | 'second-person-required'
  | 'limit-exceeded'
  | 'not-awaiting'
  | 'lock-changed'
  | 'nova-unavailable'
  | 'mode-mismatch'
  | 'pane-outdated'
  | 'stopping'
  | 'internal-error';

/** The program cannot start as it is configured. One sentence per value that is missing or wrong, none with a secret. */
export class ConfigError extends Error {
  readonly code = 'config-invalid';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}
