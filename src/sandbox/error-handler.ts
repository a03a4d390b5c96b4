import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NovaProblem, TokenProblem } from './problems.ts';
import { contextOf, pathOf } from './request-context.ts';

/** Reads Fastify's own refusals (a body that is no JSON, or too large) as Nova's; anything else is a bug of ours. */
function asProblem(error: unknown, request: FastifyRequest): NovaProblem | TokenProblem {
  if (error instanceof NovaProblem || error instanceof TokenProblem) return error;
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') {
    if (error.statusCode < 500) return new NovaProblem(error.statusCode, 'invalid_request', error.message);
  }
  request.log.error(error);
  return new NovaProblem(500, 'internal_error', 'Something went wrong on our side.');
}

function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = asProblem(error, request);
  reply.status(problem.status).headers(problem.headers);
  if (problem instanceof TokenProblem || pathOf(request).startsWith('/oauth/')) {
    return reply.header('cache-control', 'no-store').send({
      error: problem.code,
      error_description: problem.message,
    });
  }
  return reply.send(problem.body(contextOf(request).requestId));
}

export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      new NovaProblem(404, 'not_found', `No endpoint answers ${request.method} ${pathOf(request)}.`),
      request,
      reply,
    ),
  );
}
