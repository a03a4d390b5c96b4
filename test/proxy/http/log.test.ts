import { describe, expect, test } from '@jest/globals';
import { redactingStream, redactText } from '../../../src/proxy/http/log.ts';

describe('what must not be read is left out of a text', () => {
  test.each([
    'DE89370400440532013000',
    'GB29 NWBK 6016 1331 9268 19',
    '021000021',
    '4111 1111 1111 1111',
    '12345678',
    'A'.repeat(43),
    'ABCD-EFGH-JKLM',
    'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl',
    'Bearer abcdefghijkl',
  ])('%s', (secret) => {
    expect(redactText(`before ${secret}, after`)).toBe('before [removed], after');
  });

  test('a password in an address', () => {
    expect(redactText('postgres://desk:hunter2@db/ledger')).toBe('postgres://desk:[removed]@db/ledger');
  });

  test.each([
    '3f2a1b4c-0000-4000-8000-123456789012',
    '2027-01-04T09:00:00.000Z',
    '2027-01-04',
    'dst_0123456789012',
    'POST /api/distributions took 1234 ms',
    'request req-12',
  ])('%s stays', (text) => expect(redactText(text)).toBe(text));
});

test('a line keeps its form, its time and its process, and loses numbers that are long', () => {
  const lines: string[] = [];
  const stream = redactingStream({ write: (line) => void lines.push(line) });
  stream.write('{"level":30,"time":1795245117100,"pid":12345678,"msg":"paid to 123456789","n":987654321}\n');
  stream.write('{"err":{"message":"IBAN DE89370400440532013000","stack":"at 12345678"}}\n');
  stream.write('not json 123456789\n');
  expect(lines).toEqual([
    '{"level":30,"time":1795245117100,"pid":12345678,"msg":"paid to [removed]","n":"[removed]"}\n',
    '{"err":{"message":"IBAN [removed]","stack":"at [removed]"}}\n',
    'not json [removed]\n',
  ]);
});
