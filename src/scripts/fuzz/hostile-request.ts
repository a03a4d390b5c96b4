import type { Random } from '../torture/random.ts';

export interface HostileRequest {
  method: string;
  /** As it goes over the wire, so that nothing is tidied on the way. */
  path: string;
  headers: [string, string][];
  body: string | null;
  /** Whose token it brings. */
  as: TokenKind;
  /** The route that it surely reaches; null where address or method were tampered with. */
  reaches: string | null;
}

/** `viewer` is a good token, whose user may only look; every other one is worth nothing. */
export type TokenKind = 'none' | 'garbage' | 'foreign' | 'revoked' | 'forged' | 'viewer';

export interface KnownRoute {
  method: string;
  path: string;
}

const kinds: Readonly<Record<TokenKind, number>> = {
  ...{ none: 2, garbage: 2, foreign: 1, revoked: 1, forged: 2, viewer: 4 },
};

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND'];

const words = [
  ...[
    '',
    ' ',
    '\u0000',
    '../',
    '..%2f',
    '%00',
    '%zz',
    "' or 1=1 --",
    '"; drop table users',
    '${7*7}',
    '{{7*7}}',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    '\u202e',
    '\ud800',
    '😀',
    'null',
    'NaN',
    '-0',
    '1e999',
    '<script>',
  ],
  ...['dst_1', 'veh_1', 'org_1', 'ABCD-EFGH-JKLM', '00000000-0000-0000-0000-000000000000', 'x'.repeat(3_000)],
];

const members = [
  ...['distribution', 'source', 'repeat', 'replaces', 'distributions', 'distributionIds', 'payments', 'code'],
  ...['workbook', 'sheet', 'vehicle', 'name', 'reason', 'entryId', '__proto__', 'constructor', 'toString'],
];

/** One request that a hostile program could make of any of these routes; the same draws make the same one. */
export function drawHostileRequest(random: Random, routes: readonly KnownRoute[]): HostileRequest {
  const route = random.pick(routes);
  const method = random.chance(0.8) ? route.method : random.pick(methods);
  const headers: [string, string][] = [];
  if (random.chance(0.3)) headers.push(...drawHeaders(random));
  const body = method === 'GET' || method === 'HEAD' ? null : random.chance(0.9) ? drawBody(random) : null;
  if (body !== null) headers.push(['content-type', drawContentType(random)]);
  const { path, isPlain } = drawPath(random, route.path);
  const reaches = isPlain && method === route.method ? `${route.method} ${route.path}` : null;
  return { method, path, headers, body, as: random.pickWeighted(kinds), reaches };
}

function drawPath(random: Random, template: string): { path: string; isPlain: boolean } {
  const path = tamper(random, template);
  return { path, isPlain: path === template };
}

function tamper(random: Random, template: string): string {
  const path = template.replace(/\{\w+\}|\*/g, () => encodeURIComponent(random.pick(words).toWellFormed()));
  switch (random.whole(0, 12)) {
    case 0:
      return path.replace('/api', '//api');
    case 1:
      return path.replace('api', '%61pi');
    case 2:
      return `${path}/`;
    case 3:
      return `${path}?${random.pick(members)}=${encodeURIComponent(random.pick(words).toWellFormed())}`;
    case 4:
      return `/healthz/..${path}`;
    case 5:
      return `${path}%2f..%2f..%2fhealthz`;
    case 6:
      return `/api/${encodeURIComponent(random.pick(words).toWellFormed())}`;
    case 7:
      return `${path};token=x`;
    case 8:
      return `${path}/%zz`;
    default:
      return path;
  }
}

function drawHeaders(random: Random): [string, string][] {
  const all: [string, string][] = [
    ['x-forwarded-for', '127.0.0.1, 10.0.0.1'],
    ['x-forwarded-host', 'evil.example.com'],
    ['x-original-url', '/healthz'],
    ['x-rewrite-url', '/healthz'],
    ['x-http-method-override', 'GET'],
    ['x-user', 'admin'],
    ['cookie', 'session=admin; token=x'],
    ['origin', 'https://evil.example.com'],
    ['expect', 'a-miracle'],
    ['upgrade', 'websocket'],
    ['te', 'trailers, chunked'],
    ['accept-encoding', 'x'.repeat(2_000)],
    ['x-long', 'x'.repeat(20_000)],
    ['authorization', 'Basic YWRtaW46YWRtaW4='],
    ['accept', 'text/html;q=0, */*;q=0'],
    ['range', 'bytes=0-0'],
    ['if-none-match', '*'],
  ];
  return random.shuffled(all).slice(0, random.whole(1, 3));
}

function drawContentType(random: Random): string {
  if (random.chance(0.75)) return 'application/json';
  return random.pick([
    ...[
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
    ],
    ...[
      'application/json; charset=utf-16',
      'application/merge-patch+json',
      'nonsense',
      'application/json, a',
    ],
  ]);
}

function drawBody(random: Random): string {
  switch (random.whole(0, 9)) {
    case 0:
      return random.pick([
        '',
        '{',
        '[1,',
        '"',
        'null',
        '0',
        '{"a":}',
        '\u0000',
        '{"a":1}{"b":2}',
        'undefined',
      ]);
    case 1:
      return '['.repeat(random.whole(17, 50_000));
    case 2: {
      const depth = random.whole(1, 2_000);
      return '{"distribution":'.repeat(depth) + '1' + '}'.repeat(depth);
    }
    case 3:
      return `{"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}},"code":"x"}`;
    case 4:
      return JSON.stringify({ code: random.pick([...words, codeLike(random)]) });
    default:
      return JSON.stringify(drawValue(random, 0)).slice(0, 60_000);
  }
}

function drawValue(random: Random, depth: number): unknown {
  const kind = random.whole(0, depth > 3 ? 4 : 7);
  if (kind === 0) return random.pick(words).toWellFormed();
  if (kind === 1) return random.pick([0, -1, 1e308, 9007199254740993, 0.1, -0]);
  if (kind === 2) return random.pick([null, true, false]);
  if (kind <= 4) return `${random.pick(['veh', 'ent', 'dst', 'cnt'])}_${random.whole(0, 99)}`;
  if (kind === 5) return Array.from({ length: random.whole(0, 5) }, () => drawValue(random, depth + 1));
  const count = random.whole(0, 5);
  return Object.fromEntries(
    Array.from({ length: count }, () => [random.pick(members), drawValue(random, depth + 1)]),
  );
}

function codeLike(random: Random): string {
  const letters = () => Array.from({ length: 4 }, () => random.pick([...'ABCDEFGHJKLMNPQRSTUVWXYZ23456789']));
  return [letters(), letters(), letters()].map((group) => group.join('')).join('-');
}
