/**
 * `npm run proxy`: the proxy alone, configured by its environment.
 *
 * It prints its address. A one-time code for signing in is printed when the line `code Name of the user` comes on standard
 * input, as `npm run users -- code NAME` does without a terminal of the proxy's. SIGINT (Ctrl+C) and SIGTERM stop it: what is being
 * sent comes to its end first. SIGHUP has the certificate read anew.
 */
import { createInterface } from 'node:readline';
import { loadConfig } from './config.ts';
import { ConfigError } from './errors.ts';
import { startProxy } from './server.ts';
import type { RunningProxy } from './server.ts';

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const proxy = await startProxy(config);
  const printCode = async (userName: string) => {
    try {
      const code = await proxy.issueSignInCode(userName);
      print(
        `Sign-in code for ${userName}: ${code} (for one sign-in within ${config.signInCodeMinutes} minutes)`,
      );
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      print(error.message);
    }
  };
  print(`Proxy: ${proxy.url} (${config.nova.mode} mode)`);
  if (!(await proxy.hasUsers())) {
    print('Nobody may sign in yet: npm run users -- add NAME --role preparer');
  }

  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const command = /^\s*code\s+(.{1,100}?)\s*$/.exec(line);
    if (command?.[1] !== undefined) void printCode(command[1]);
    else if (line.trim() !== '') print('Type "code" and the name of a user for a new sign-in code.');
  });
  // Without a listener this signal, which service managers send to have files read anew, would end the program.
  process.on('SIGHUP', () => reload(proxy));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      lines.close();
      void stop(proxy);
    });
  }
}

/** A certificate that does not fit must not end a program that serves with the one before. */
function reload(proxy: RunningProxy): void {
  try {
    proxy.reloadCertificate();
    print('The certificate was read anew.');
  } catch {
    print(
      'The certificate could not be read anew, so the one before stays: look at TLS_CERT_FILE and TLS_KEY_FILE.',
    );
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
