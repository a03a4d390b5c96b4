/**
 * `npm run proxy`: the proxy alone, configured by its environment.
 *
 * It prints its address and a one-time code for signing in. A further code is printed whenever the line `code` comes on
 * standard input, for a certain user as `code Name of the user`. SIGINT (Ctrl+C) and SIGTERM stop it: what is being
 * sent comes to its end first.
 */
import { createInterface } from 'node:readline';
import { loadConfig } from './config.ts';
import { ConfigError } from './errors.ts';
import { startProxy } from './server.ts';
import type { RunningProxy } from './server.ts';

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const proxy = await startProxy(config);
  const printCode = (userName?: string) => {
    const code = proxy.issueSignInCode(userName);
    const suffix = userName === undefined ? '' : ` for ${userName}`;
    print(`Sign-in code${suffix}: ${code} (for one sign-in within ${config.signInCodeMinutes} minutes)`);
  };
  print(`Proxy: ${proxy.url} (${config.nova.mode} mode)`);
  printCode();

  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const command = /^\s*code(?:\s+(.{1,100}?))?\s*$/.exec(line);
    if (command !== null) printCode(command[1]);
    else if (line.trim() !== '')
      print('Type "code", or "code" and the name of a user, for a new sign-in code.');
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      lines.close();
      void stop(proxy);
    });
  }
}

/** A failure to stop is a bug: it ends the program as an unhandled rejection. */
async function stop(proxy: RunningProxy): Promise<void> {
  print('Stopping: what is being sent comes to its end first.');
  await proxy.close();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.problems.join('\n')}\n`);
  process.exitCode = 1;
}
