import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Nova's words of a refusal are its own, and may repeat what was sent in whatever writing. */
function inEveryWriting(accountNumber: string | undefined): string {
  if (accountNumber === undefined) return '';
  const grouped = accountNumber.replace(/(.{4})(?=.)/g, '$1 ');
  return `${accountNumber} ${accountNumber.toLowerCase()} ${grouped} ${grouped.replaceAll(' ', '-')} is not`;
}

/**
 * Stands between the proxy and the sandbox, knows every credential that passes, and can answer in the sandbox's place
 * where a test needs an answer that holds one.
 */
export class NovaRecorder {
  readonly #server: Server;
  readonly #sandboxUrl: string;
  readonly accessTokens = new Set<string>();
  /** Stands in every distribution that passes, where Nova's reference has it for a payee's instructions. */
  readonly accountNumber = '4419' + String(Math.floor(Math.random() * 1e12)).padStart(12, '7');
  /** What the next exchanges for a token are answered with; `TOKEN` stands for the one that the sandbox gave. */
  readonly tokenAnswers: { status: number; type: string; body: string }[] = [];

  private constructor(server: Server, sandboxUrl: string) {
    this.#server = server;
    this.#sandboxUrl = sandboxUrl;
  }

  static async start(sandboxUrl: string): Promise<NovaRecorder> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const recorder = new NovaRecorder(server, sandboxUrl);
    server.on('request', (request, response) => {
      // What the sandbox breaks off is broken off here.
      recorder.#pass(request, response).catch(() => response.destroy());
    });
    return recorder;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
    const sent = Buffer.concat(chunks).toString();
    const answer = await fetch(this.#sandboxUrl + request.url, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
    });
    const text = await answer.text();
    const type = answer.headers.get('content-type') ?? 'text/plain';
    if (request.url === '/oauth/token') return this.#answerToken(answer.status, type, text, response);
    response.writeHead(answer.status, { 'content-type': type }).end(
      text
        .replace(/"payments"/, `"account_number":"${this.accountNumber}","payments"`)
        .replace(/"payment_instructions"/, `"sent":${JSON.stringify(sent)},"payment_instructions"`)
        .replace(
          /"message":"/,
          `"message":"${inEveryWriting(/"account_number":"([^"]*)"/.exec(sent)?.[1])} `,
        ),
    );
  }

  #answerToken(status: number, type: string, text: string, response: ServerResponse): void {
    const token = /"access_token":"([^"]+)"/.exec(text)?.[1];
    if (token !== undefined) this.accessTokens.add(token);
    const other = token === undefined ? undefined : this.tokenAnswers.shift();
    if (other === undefined) response.writeHead(status, { 'content-type': type }).end(text);
    else {
      response
        .writeHead(other.status, { 'content-type': other.type })
        .end(other.body.replaceAll('TOKEN', token ?? ''));
    }
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
