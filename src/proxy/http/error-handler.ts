import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { requestIdHeader } from '../../contract/index.ts';
import type { ApiError } from '../../contract/index.ts';
import { ProxyError } from '../errors.ts';
import type { ProxyErrorCode } from '../errors.ts';

/** The one place that turns a failure into an answer. Nothing else in the proxy catches what it cannot mend. */
export function handleErrors(app: FastifyInstance, observe: (code: ProxyErrorCode) => void): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    observe(toAnswer(error, request.id).code);
    answerError(error, request, reply);
  });
  app.setNotFoundHandler((_request, reply) =>
    reply
      .code(404)
      .serializer(JSON.stringify)
      .send(errorBody('not-found', 'There is nothing at this address.')),
  );
}

/** Also for what fails before there is a route, such as an address that cannot be decoded. */
export function answerError(
  error: FastifyError | ProxyError,
  request: Pick<FastifyRequest, 'id' | 'log'>,
  reply: Pick<FastifyReply, 'code'>,
): void {
  const answer = toAnswer(error, request.id);
  if (answer.status >= 500) request.log.error({ err: error, code: answer.code }, 'request failed');
  const coded = reply.code(answer.status);
  if (answer.retryAfterSeconds !== undefined) coded.header('retry-after', String(answer.retryAfterSeconds));
  // Also where the request failed before any hook ran.
  coded.header(requestIdHeader, request.id);
  void coded
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(errorBody(answer.code, answer.message));
}

export function errorBody(code: ProxyErrorCode, message: string): ApiError {
  return { error: { code, message } };
}

interface Answer {
  status: number;
  code: ProxyErrorCode;
  message: string;
  retryAfterSeconds?: number | undefined;
}

function toAnswer(error: FastifyError | ProxyError, requestId: string): Answer {
  if (error instanceof ProxyError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    return { status: 400, code: 'request-invalid', message: explainInvalid(error.validation[0]) };
  }
  const status = error.statusCode ?? 500;
  if (status === 413) {
    const message = 'This request is larger than the proxy accepts. Submit fewer distributions at once.';
    return { status, code: 'request-too-large', message };
  }
  if (status === 429) {
    const message = 'Too many requests came in a short time. Wait a minute and try again.';
    return { status, code: 'too-many-requests', message };
  }
  if (status >= 400 && status < 500) {
    const message = 'The proxy could not read this request. Reload the pane and try again.';
    return { status, code: 'request-invalid', message };
  }
  const message = `Something went wrong inside the proxy. Its log says more about request ${requestId}.`;
  return { status: 500, code: 'internal-error', message };
}

/** Names the member and the rule that it breaks, without the value, which may be confidential. */
function explainInvalid(issue: { instancePath: string; message?: string } | undefined): string {
  const member = (issue?.instancePath ?? '')
    .split('/')
    .filter((step) => step !== '')
    .join('.');
  const rule = issue?.message ?? 'is not what this request needs';
  const what = member === '' ? 'The request' : `The member ${member} of the request`;
  return `${what} is not right: ${rule.replace(/\.$/, '')}.`;
}
