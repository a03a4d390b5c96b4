import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { requestIdHeader } from '../../contract/index.ts';
import type { ApiError } from '../../contract/index.ts';
import { say, told } from '../../words/said.ts';
import type { Telling } from '../../words/said.ts';
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
      .send(errorBody('not-found', say(told('nothingHere')))),
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
    .send(errorBody(answer.code, answer));
}

export function errorBody(code: ProxyErrorCode, { message, said }: Telling): ApiError {
  return { error: { code, message, said } };
}

interface Answer extends Telling {
  status: number;
  code: ProxyErrorCode;
  retryAfterSeconds?: number | undefined;
}

function toAnswer(error: FastifyError | ProxyError, requestId: string): Answer {
  if (error instanceof ProxyError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    return { status: 400, code: 'request-invalid', ...explainInvalid(error.validation[0]) };
  }
  const status = error.statusCode ?? 500;
  if (status === 413) return { status, code: 'request-too-large', ...say(told('tooLarge')) };
  if (status === 429) return { status, code: 'too-many-requests', ...say(told('tooMuchAsked')) };
  if (status >= 400 && status < 500) {
    return { status, code: 'request-invalid', ...say(told('notReadable')) };
  }
  return { status: 500, code: 'internal-error', ...say(told('brokenInside', { requestId })) };
}

/** Names the member and the rule that it breaks, without the value, which may be confidential. */
function explainInvalid(issue: { instancePath: string; message?: string } | undefined): Telling {
  const member = (issue?.instancePath ?? '')
    .split('/')
    .filter((step) => step !== '')
    .join('.');
  const rule = issue?.message ?? 'is not what this request needs';
  return say(told('notAsNeeded', { member: member === '' ? null : member, rule: rule.replace(/\.$/, '') }));
}
