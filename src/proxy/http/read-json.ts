import type { FastifyInstance } from 'fastify';
import { told } from '../../words/said.ts';
import { ProxyError } from '../errors.ts';

/** The deepest request of the contract is a payment's contact: body, distribution, payments, payment, contacts. */
export const deepestNesting = 16;

/**
 * Takes JSON and nothing else, and measures how deep it is nested before it is parsed: a body that is nothing but
 * brackets costs a hundred times its size once it is an object. Prototype keys are refused by Fastify's own parser.
 */
export function readJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (isNestedDeeper(body, deepestNesting)) {
      done(new ProxyError(400, 'request-invalid', told('nestedTooDeep')));
      return;
    }
    void parse(request, body, done);
  });
}

/** Whether a JSON text opens more than `most` brackets within each other; what is in its strings does not count. */
export function isNestedDeeper(text: string, most: number): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    switch (text.charCodeAt(index)) {
      case 0x22: // "
        index = endOfString(text, index);
        break;
      case 0x5b: // [
      case 0x7b: // {
        depth += 1;
        if (depth > most) return true;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth -= 1;
        break;
      default:
    }
  }
  return false;
}

/** Where the string that begins at `start` ends; the end of the text for one that does not. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === 0x5c) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}
