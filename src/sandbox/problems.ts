/** The two shapes in which Nova refuses: its own error object under `/v1`, and RFC 6749's at `/oauth/token`. */

const typeByStatus: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  409: 'conflict_error',
  429: 'rate_limit_error',
};

/** A refusal in Nova's words. `param` is the path of the member that is wrong, as `[0].payments[3].entity`. */
export class NovaProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly param: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    details: { param?: string; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.name = 'NovaProblem';
    this.status = status;
    this.code = code;
    this.param = details.param;
    this.headers = details.headers ?? {};
  }

  body(requestId: string): Record<string, unknown> {
    return {
      object: 'error',
      type: typeByStatus[this.status] ?? (this.status >= 500 ? 'api_error' : 'invalid_request_error'),
      code: this.code,
      message: this.message,
      status: this.status,
      ...(this.param === undefined ? {} : { param: this.param }),
      doc_url: `https://docs.nova.net/errors#${this.code}`,
      request_id: requestId,
    };
  }
}

/** A refusal of `POST /oauth/token` (RFC 6749, section 5.2): `code` is its `error` member. */
export class TokenProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.name = 'TokenProblem';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}
