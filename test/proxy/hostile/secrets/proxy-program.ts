import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:tls';
import { projectPath } from '../../../../src/scripts/project-path.ts';

export interface Answer {
  status: number;
  body: string;
}

/** One of the product's programs as it is run in earnest, and all that it says: on its two streams and over HTTPS. */
export class ProxyProgram {
  readonly #child: ChildProcessWithoutNullStreams;
  /** The authority that vouches for its certificate. */
  readonly #ca: string;
  stdout = '';
  stderr = '';
  /** Head and body of every answer that it gave. */
  answers = '';
  #url = '';

  constructor(script: string, args: readonly string[], environment: Record<string, string>, ca = '') {
    this.#ca = ca;
    this.#child = spawn(process.execPath, [projectPath(script), ...args], {
      env: { PATH: process.env['PATH'] ?? '', ...environment },
    });
    this.#child.stdout.on('data', (text: Buffer) => (this.stdout += text.toString()));
    this.#child.stderr.on('data', (text: Buffer) => (this.stderr += text.toString()));
  }

  async ready(): Promise<void> {
    this.#url = await this.printed(/Proxy: (https:\S+) /);
  }

  async printed(pattern: RegExp): Promise<string> {
    while (!pattern.test(this.stdout)) {
      const ended = once(this.#child, 'close').then(() => 'ended');
      const what = await Promise.race([once(this.#child.stdout, 'data'), ended]);
      if (what === 'ended' && !pattern.test(this.stdout)) throw new Error(this.stdout + this.stderr);
    }
    return pattern.exec(this.stdout)?.[1] ?? '';
  }

  async newCode(userName: string): Promise<string> {
    const before = this.stdout.length;
    this.#child.stdin.write(`code ${userName}\n`);
    for (;;) {
      const code = /Sign-in code for [^:]+: (\S+) /.exec(this.stdout.slice(before))?.[1];
      if (code !== undefined) return code;
      await once(this.#child.stdout, 'data');
    }
  }

  ask(method: string, path: string, body?: unknown, token = '', headers = {}): Promise<Answer> {
    const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const all = {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(text === null ? {} : { 'content-type': 'application/json' }),
        ...headers,
      };
      const request = httpsRequest(this.#url + path, { method, headers: all, ca: this.#ca }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const answer = { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() };
          this.answers += `${answer.status} ${response.rawHeaders.join(' ')}\n${answer.body}\n`;
          resolve(answer);
        });
      });
      request.on('error', reject).end(text ?? undefined);
    });
  }

  /** Sends these bytes on a connection of their own; whatever comes back is kept too. */
  async sendRaw(text: string): Promise<string> {
    const { hostname, port } = new URL(this.#url);
    const socket = connect({ host: hostname, port: Number(port), ca: this.#ca, servername: 'localhost' });
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('error', () => undefined);
    socket.write(text);
    await once(socket, 'close');
    this.answers += `${answer}\n`;
    return answer;
  }

  /** Resolves with its exit code once it has ended by itself. */
  async ended(): Promise<number> {
    if (this.#child.exitCode === null) await once(this.#child, 'close');
    return this.#child.exitCode ?? -1;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGTERM');
    await once(this.#child, 'close');
  }
}
