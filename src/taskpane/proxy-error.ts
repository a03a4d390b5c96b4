/**
 * The proxy refused, failed, or could not be reached. `code` is the proxy's own, or one of the pane's:
 * `proxy-unreachable` (no answer at all, so nobody can say whether the request arrived) and `answer-unreadable`.
 */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  readonly code: string;
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** By which the proxy's log names the request; null when none was made. */
  readonly requestId: string | null;

  constructor(
    code: string,
    message: string,
    status: number,
    options: ErrorOptions & { requestId?: string } = {},
  ) {
    super(message, options);
    this.code = code;
    this.status = status;
    this.requestId = options.requestId ?? null;
  }

  /** True when the user has to sign in again; a wrong code at the sign-in itself is not that. */
  get signInRequired(): boolean {
    return this.status === 401 && this.code !== 'code-wrong';
  }

  /** True unless it is certain that the request was not carried out: what is not known to be harmless is in doubt. */
  get inDoubt(): boolean {
    return !certainRefusals.has(this.code);
  }
}

/** The proxy answers with these before anything reached Nova. */
const certainRefusals: ReadonlySet<string> = new Set([
  'sign-in-required',
  'request-invalid',
  'request-too-large',
  'too-many-requests',
  'not-found',
  'busy',
  'repeat-outdated',
  'not-cancelled',
  'already-replaced',
  'nova-unavailable',
  'stopping',
  'limit-exceeded',
  'role-missing',
  'pane-outdated',
  'live-not-allowed',
]);
