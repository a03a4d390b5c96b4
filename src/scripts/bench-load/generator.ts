/**
 * Sends distinct distributions over so many connections at once, in a process of its own, until the count or the time
 * is used up, whichever comes first. It reads one `LoadOrder` as a line of JSON for each run, and prints a `LoadResult`.
 */
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import { prepareRequest } from './requests.ts';
import type { PreparedRequest, Target } from './requests.ts';

export interface LoadOrder {
  target: Target;
  url: string;
  /** Of several users, who take turns. */
  tokens: string[];
  connections: number;
  /** At most so many requests, in at most so many milliseconds. */
  count: number;
  durationMs: number;
  /** Part of every name and key, so that no two runs send the same. */
  run: string;
}

export interface LoadResult {
  done: number;
  failed: number;
  seconds: number;
  p50Ms: number;
  p99Ms: number;
  /** The first answer that was no success, if any. */
  firstFailure: string | null;
}

async function run(order: LoadOrder): Promise<LoadResult> {
  if (new URL(order.url).hostname !== '127.0.0.1') throw new TypeError('The load stays on this machine');
  const agent = new Agent({ keepAlive: true, maxSockets: order.connections });
  const times: number[] = [];
  let next = 0;
  let failed = 0;
  let firstFailure: string | null = null;
  const start = performance.now();
  const worker = async () => {
    while (next < order.count && performance.now() - start < order.durationMs) {
      const number = next++;
      const token = order.tokens[number % order.tokens.length] ?? '';
      const prepared = prepareRequest(order.target, order.run, number, token);
      const sentAt = performance.now();
      const answer = await send(order.url, prepared, agent);
      times.push(performance.now() - sentAt);
      const good = order.target === 'proxy' ? answer.text.includes('"accepted"') : answer.status === 201;
      if (good) continue;
      failed += 1;
      firstFailure ??= `${answer.status} ${answer.text.slice(0, 200)}`;
    }
  };
  await Promise.all(Array.from({ length: order.connections }, worker));
  const seconds = (performance.now() - start) / 1_000;
  agent.destroy();
  times.sort((left, right) => left - right);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { done: times.length - failed, failed, seconds, p50Ms: at(0.5), p99Ms: at(0.99), firstFailure };
}

function send(
  url: string,
  prepared: PreparedRequest,
  agent: Agent,
): Promise<{ status: number; text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>();
  const headers = { ...prepared.headers, 'content-length': Buffer.byteLength(prepared.body) };
  const sent = request(url + prepared.path, { method: 'POST', headers, agent }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
    );
    response.on('error', reject);
  });
  sent.on('error', reject);
  sent.end(prepared.body);
  return promise;
}

process.stdout.write('Generator: ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line) as LoadOrder;
  process.stdout.write(`Result of ${order.run}: ${JSON.stringify(await run(order))}\n`);
}
