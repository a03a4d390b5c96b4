import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that systems hand out by themselves, for connections too: Linux from 32,768, others from 49,152. */
const range = { from: 20_000, to: 32_000 };
const mostTries = 50;

/**
 * A free port of this machine at which a program can be started again after it was killed: no other program is given it
 * meanwhile. Throws when it finds none.
 */
export async function lastingPort(): Promise<number> {
  for (let turn = 0; turn < mostTries; turn += 1) {
    const port = randomInt(range.from, range.to);
    if (await isFree(port)) return port;
  }
  throw new Error(`None of ${mostTries} ports between ${range.from} and ${range.to} is free`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
