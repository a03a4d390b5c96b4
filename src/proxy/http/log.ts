import type { FastifyRequest } from 'fastify';

/**
 * What must not be read stays out of the log, wherever a line got it from: the members that hold secrets are left out by
 * name, and every text of every line is searched for what looks like a token or an account number.
 */
const secretMembers = [
  'authorization',
  'cookie',
  'token',
  'code',
  'account_number',
  'accountNumber',
  'client_secret',
  'routing_number',
  'iban',
];

const removed = '[removed]';

/** For pino's `redact`. */
export const redact = {
  // The `code` of an error is a word of a program's, and needed.
  paths: secretMembers
    .filter((name) => name !== 'code')
    .flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  censor: removed,
};

/**
 * What is logged of a request: the route that it reached and not its address, because an address holds whatever somebody
 * typed or pasted there, and a code without its hyphens looks like any word. Null where there is no such route.
 */
export function describeRequest(request: FastifyRequest) {
  return { method: request.method, route: request.routeOptions.url ?? null, remoteAddress: request.ip };
}

/** Kept as they are, because they are common and no secret: UUIDs, days and instants. */
const harmless =
  '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z?)?';
const secret = [
  // JSON Web Tokens, and what follows the word Bearer or Basic.
  'eyJ[\\w-]+\\.[\\w-]+(?:\\.[\\w-]*)?',
  '(?:Bearer|Basic) +[\\w.~+/=-]{8,}',
  // A session token: 256 random bits.
  '(?<![\\w-])[\\w-]{43}(?![\\w-])',
  // A sign-in code, in whatever case it was typed.
  '(?<![\\w-])[A-HJ-NP-Za-hj-np-z2-9]{4}(?:-[A-HJ-NP-Za-hj-np-z2-9]{4}){2}(?![\\w-])',
  // A password in an address.
  '(?<=://[^/\\s:@]*:)[^/\\s@]+(?=@)',
  // ISO 13616, with or without spaces.
  '(?<!\\w)[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\\w)',
  // Account, routing and card numbers.
  '(?<!\\w)\\d(?:[ -]?\\d){7,}(?!\\w)',
].join('|');
const pattern = new RegExp(`(${harmless})|${secret}`, 'g');

/** The text with everything that looks like a token or an account number replaced. */
export function redactText(text: string): string {
  return text.replace(pattern, (found, kept: string | undefined) => (kept === undefined ? removed : found));
}

/** A stream for pino that passes each line on without tokens and account numbers in any of its texts. */
export function redactingStream(stream: { write(line: string): void }): { write(line: string): void } {
  return {
    write(line) {
      let parsed: unknown;
      try {
        parsed = JSON.parse(line);
      } catch {
        stream.write(`${redactText(line.trimEnd())}\n`);
        return;
      }
      stream.write(`${JSON.stringify(parsed, redactMember)}\n`);
    },
  };
}

/** Numbers by which pino tells time and process, and Fastify how long an answer took. */
const plainNumbers = new Set(['time', 'pid', 'responseTime']);

function redactMember(name: string, value: unknown): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1e7 && !plainNumbers.has(name)) {
    return removed;
  }
  return value;
}
