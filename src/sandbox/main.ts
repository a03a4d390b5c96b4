/**
 * `npm run sandbox`: the sandbox alone, on `HOST` (127.0.0.1) and `PORT` (4010), until SIGINT or SIGTERM. With
 * `STATE_FILE` it keeps what it created in that file, and comes back with it however it ended.
 */
import { startSandbox } from './server.ts';

const portText = process.env.PORT ?? '4010';
const port = Number(portText);
const host = process.env.HOST ?? '127.0.0.1';
const stateFile = process.env.STATE_FILE ?? '';

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (!/^\d+$/.test(portText) || port > 65_535) {
  stop(`PORT must be a number from 0 to 65535, not "${portText}".`);
}

const sandbox = await startSandbox({ port, host, ...(stateFile === '' ? {} : { stateFile }) }).catch(
  (error: unknown) =>
    stop(
      `The sandbox cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : 'no reason'}`,
    ),
);
const settings = [
  `NOVA_BASE_URL=${sandbox.url}`,
  `NOVA_CLIENT_ID=${sandbox.clientId}`,
  `NOVA_CLIENT_SECRET=${sandbox.clientSecret}`,
  `NOVA_ORGANIZATION_ID=${sandbox.organizationId}`,
  'NOVA_MODE=sandbox',
];
process.stdout.write(`Sandbox ready: ${sandbox.url}  ${settings.join(' ')}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.close());
}
