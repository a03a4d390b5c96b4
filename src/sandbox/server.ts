import { buildSandbox } from './app.ts';
import type { SandboxOptions } from './options.ts';
import { keepStateInFile } from './state-file.ts';

export interface StartOptions extends SandboxOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** 127.0.0.1 unless told otherwise. */
  host?: string;
  /** Keeps what was created in this file; in memory only without it. */
  stateFile?: string;
}

export interface RunningSandbox {
  /** Base URL without a slash at its end, for example `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly organizationId: string;
  /** Stops listening and breaks what is still open. */
  close(): Promise<void>;
}

export async function startSandbox(options: StartOptions = {}): Promise<RunningSandbox> {
  const { port = 0, host = '127.0.0.1', stateFile, ...sandboxOptions } = options;
  const { fastify, state } = buildSandbox(sandboxOptions);
  if (stateFile !== undefined) keepStateInFile(state, stateFile);
  const url = await fastify.listen({ port, host });
  const { clientId, clientSecret, organizationId } = state.settings;
  return { url, clientId, clientSecret, organizationId, close: () => fastify.close() };
}
