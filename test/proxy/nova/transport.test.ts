import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { exchange } from '../../../src/proxy/nova/transport.ts';

let server: Server | null = null;

async function serve(answer: RequestListener): Promise<string> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

const never = new AbortController().signal;
const ask = (url: string, timeoutMs = 30_000, signal = never) =>
  exchange(
    { method: 'POST', url, headers: { 'idempotency-key': 'k1' }, body: '{"a":"ü"}' },
    timeoutMs,
    signal,
  );

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)));
  server = null;
});

describe('one exchange with Nova', () => {
  test('sends the very bytes and headers, asks for no compression, and reads the whole answer', async () => {
    const seen: { url?: string | undefined; key: unknown; encoding: unknown; body: string }[] = [];
    const url = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { 'idempotency-key': key, 'accept-encoding': encoding } = request.headers;
        seen.push({ url: request.url, key, encoding, body: Buffer.concat(chunks).toString() });
        response.writeHead(429, { 'retry-after': '7' });
        // A byte order mark, and a character that comes in two pieces.
        response.write(Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0xc3]));
        setImmediate(() => response.end(Buffer.from([0xbc, 0x7d])));
      });
    });
    expect(await ask(`${url}/v1/x?limit=1`)).toEqual({ status: 429, retryAfter: '7', text: '{ü}' });
    expect(seen).toEqual([{ url: '/v1/x?limit=1', key: 'k1', encoding: 'identity', body: '{"a":"ü"}' }]);
  });

  test('hands a redirect back instead of following it', async () => {
    const paths: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      paths.push(request.url);
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await ask(`${url}/here`)).toMatchObject({ status: 307 });
    expect(paths).toEqual(['/here']);
  });

  test('was surely not sent where nobody listens', async () => {
    const url = await serve((_request, response) => response.end());
    await new Promise((resolve) => server?.close(resolve));
    server = null;
    await expect(ask(url)).rejects.toMatchObject({ sent: 'no' });
  });

  test.each<[string, RequestListener]>([
    ['before a byte of the answer', (request) => request.socket.destroy()],
    [
      'in the middle of the answer',
      (request, response) => {
        response.writeHead(201, { 'content-length': '100' });
        response.write('{"half":', () => request.socket.destroy());
      },
    ],
  ])('may have been sent where the connection breaks %s, and is not repeated', async (_when, answer) => {
    let count = 0;
    const url = await serve((request, response) => {
      count += 1;
      answer(request, response);
    });
    await expect(ask(url)).rejects.toMatchObject({ sent: 'maybe' });
    expect(count).toBe(1);
  });

  test('may have been sent where no answer comes in time, also when its head came', async () => {
    const url = await serve((_request, response) => response.writeHead(201).flushHeaders());
    await expect(ask(url, 50)).rejects.toMatchObject({
      sent: 'maybe',
      message: 'Nova did not answer within 50 milliseconds',
    });
  });

  test('is broken off when the proxy stops, and is not begun after that', async () => {
    const stop = new AbortController();
    const broken = Promise.withResolvers<void>();
    const url = await serve((request) => {
      request.socket.once('close', () => broken.resolve());
      stop.abort();
    });
    await expect(ask(url, 30_000, stop.signal)).rejects.toMatchObject({ sent: 'maybe' });
    await broken.promise;
    await expect(ask(url, 30_000, stop.signal)).rejects.toMatchObject({ sent: 'no' });
  });
});
