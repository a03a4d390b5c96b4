import type { FastifyInstance, FastifyRequest } from 'fastify';
import { NovaProblem } from './problems.ts';
import { contextOf } from './request-context.ts';

/** JSON that keeps the bytes as they came, and forms, in which RFC 6749 forbids a parameter to be repeated. */
export function registerBodyParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const json = 'application/json';
  app.addContentTypeParser(json, { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    contextOf(request).rawBody = body;
    if (body.length === 0) return undefined;
    try {
      return JSON.parse(body.toString('utf8')) as unknown;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new NovaProblem(400, 'invalid_json', `The body is not valid JSON: ${error.message}`);
    }
  });
  const form = 'application/x-www-form-urlencoded';
  app.addContentTypeParser(form, { parseAs: 'string' }, async (_request: unknown, body: string) => {
    const parameters = new URLSearchParams(body);
    const names = [...parameters.keys()];
    const repeated = names.find((name, index) => names.indexOf(name) !== index);
    if (repeated !== undefined) {
      throw new NovaProblem(400, 'invalid_request', `${repeated} is given more than once.`);
    }
    return Object.fromEntries(parameters);
  });
}
