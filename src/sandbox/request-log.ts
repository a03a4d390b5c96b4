/** One request as `GET /control/requests` shows it: never a token, a secret or a body. */
export interface LoggedRequest {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly idempotencyKey: string | null;
  /** The caller's own name for the request (`X-Request-Id`), of which Nova's reference says nothing. */
  readonly callerRequestId: string | null;
  /** The status that was answered, or would have been had no fault kept it back; null when nothing was done. */
  status: number | null;
  /** Whether the answer came from the idempotency store. */
  replayed: boolean;
  /** How many requests were under way when it came, itself included. */
  underWay: number;
  /** Kind of the fault that struck, if one did. */
  fault: string | null;
}

const keptRequests = 10_000;

/** The latest requests, oldest first. Requests to `/control` are not among them. */
export class RequestLog {
  #requests: LoggedRequest[] = [];

  add(request: LoggedRequest): void {
    this.#requests.push(request);
    if (this.#requests.length > keptRequests) this.#requests.shift();
  }

  all(): readonly LoggedRequest[] {
    return this.#requests;
  }

  clear(): void {
    this.#requests = [];
  }
}
