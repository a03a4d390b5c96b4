import { connect } from 'node:net';

export interface RawReply {
  status: number;
  headers: ReadonlyMap<string, string>;
  body: string;
}

/**
 * Sends one request byte by byte as it is given, on a connection of its own, and reads the answer until the other side
 * closes. Rejects when there is no answer within the patience.
 */
export function sendRaw(
  url: string,
  head: string,
  body: string | null,
  patienceMs = 15_000,
): Promise<RawReply> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) });
    const chunks: Buffer[] = [];
    const finish = () => {
      socket.destroy();
      const reply = parseReply(Buffer.concat(chunks).toString('utf8'));
      if (reply === null) reject(new Error('the connection ended without an answer'));
      else resolve(reply);
    };
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('no answer came in time')));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('end', finish);
    // A server that refuses early closes while the rest is still being sent; what it said before that counts.
    socket.on('error', (error) => (chunks.length > 0 ? finish() : reject(error)));
    // Not ended: a server takes a client that closes its side for one that is gone.
    socket.write(`${head}\r\n${body ?? ''}`, 'utf8');
  });
}

function parseReply(text: string): RawReply | null {
  const end = text.indexOf('\r\n\r\n');
  const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
  if (end === -1 || status === undefined) return null;
  const lines = text.slice(0, end).split('\r\n').slice(1);
  const headers = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  const rest = text.slice(end + 4);
  const body = headers.get('transfer-encoding') === 'chunked' ? unchunk(rest) : rest;
  return { status: Number(status), headers, body };
}

function unchunk(text: string): string {
  let body = '';
  for (let at = 0; ;) {
    const lineEnd = text.indexOf('\r\n', at);
    const size = Number.parseInt(text.slice(at, lineEnd), 16);
    if (!(size > 0)) return body;
    body += text.slice(lineEnd + 2, lineEnd + 2 + size);
    at = lineEnd + 2 + size + 2;
  }
}
