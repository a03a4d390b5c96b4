import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { apiErrorSchema } from '../../../src/contract/index.ts';
import { deepestNesting, isNestedDeeper } from '../../../src/proxy/http/read-json.ts';
import { aDistribution, aSource, ProxyUnderTest } from '../proxy-under-test.ts';

let under: ProxyUnderTest;
beforeAll(async () => void (under = await ProxyUnderTest.start()));
afterAll(() => under.stop());

async function send(path: string, body: string, type = 'application/json', token = under.token) {
  const response = await fetch(under.proxy.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': type },
    body,
  });
  return { status: response.status, ...apiErrorSchema.parse(await response.json()) };
}

const good = () => JSON.stringify({ distribution: aDistribution(), source: aSource });

describe('a body that no pane sends, from somebody who may stage', () => {
  test.each<[string, () => string]>([
    ['nothing but brackets', () => '['.repeat(1_000_000)],
    ['nothing but objects', () => '{"a":'.repeat(100_000)],
    ['a good one, nested too deep', () => `${'['.repeat(40)}${good()}${']'.repeat(40)}`],
    ['a prototype', () => good().replace('{', '{"__proto__":{"roles":["admin"]},')],
    ['a constructor', () => good().replace('{', '{"constructor":{"prototype":{"roles":["admin"]}},')],
    ['two bodies', () => good() + good()],
    ['an amount that is no number', () => good().replace(/"amountCents":\d+/, '"amountCents":1e400')],
    ['a negative amount', () => good().replace(/"amountCents":\d+/, '"amountCents":-1')],
    [
      'an amount beyond exact numbers',
      () => good().replace(/"amountCents":\d+/, '"amountCents":9007199254740993'),
    ],
    ['an array in the place of an object', () => `[${good()}]`],
    ['null', () => 'null'],
    ['nothing', () => ''],
  ])('%s', async (_name, body) => {
    expect(await send('/api/distributions', body())).toMatchObject({
      status: 400,
      error: { code: 'request-invalid' },
    });
  });

  test.each([
    ['brackets', '['.repeat(deepestNesting + 1)],
    ['whole arrays', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['members', '{"distribution":'.repeat(deepestNesting + 1)],
  ])('%s that are nested too deep are refused before they are parsed', async (_name, body) => {
    const { error } = await send('/api/distributions', body);
    expect(error.message).toBe(
      'What was sent is nested deeper than anything that the pane makes, so nothing was done.',
    );
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/merge-patch+json', 'nonsense'])(
    'a good one as %s',
    async (type) =>
      expect(await send('/api/distributions', good(), type)).toMatchObject({
        status: 415,
        error: { code: 'request-invalid' },
      }),
  );

  test('a sign-in of a megabyte', async () => {
    const body = JSON.stringify({ code: 'A'.repeat(1_000_000) });
    const reply = await send('/api/sign-in', body).catch(() => null);
    if (reply !== null) expect(reply).toMatchObject({ status: 413, error: { code: 'request-too-large' } });
  });

  test('leaves nothing behind, and the proxy goes on', async () => {
    expect(under.readLedger('select * from ledger_entry')).toEqual([]);
    expect(await under.stage(aDistribution())).toMatchObject({ outcome: 'accepted' });
    expect(Object.prototype).not.toHaveProperty('roles');
  });
});

test('without a token nothing of a body is looked at', async () => {
  for (const body of ['['.repeat(100), '{"a":', good()]) {
    expect(await send('/api/distributions', body, 'application/json', 'A'.repeat(43))).toMatchObject({
      status: 401,
      error: { code: 'sign-in-required' },
    });
  }
});

describe('nesting', () => {
  test.each<[string, boolean]>([
    ['[[1]]', false],
    ['[[[1]]]', true],
    ['[{"a":[1]}]', true],
    ['["[[[[[["]', false],
    [String.raw`["\"[[[[", [1]]`, false],
    [String.raw`["\\", [[1]]]`, true],
    ['[[1],[2],[3],[4]]', false],
    ['"[[[[[[', false],
  ])('%s is deeper than two: %s', (text, expected) => expect(isNestedDeeper(text, 2)).toBe(expected));

  test('of the largest request of the contract is far below the bound', () => {
    expect(isNestedDeeper(good(), deepestNesting / 2)).toBe(false);
  });
});
