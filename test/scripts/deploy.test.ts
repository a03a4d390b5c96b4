/** What `deploy` says, against the program that it starts. There is no container to be had here: its steps are taken by hand. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { secretNames } from '../../src/proxy/config-secrets.ts';
import { variableGroups } from '../../src/proxy/config-variables.ts';
import { projectPath } from '../../src/scripts/project-path.ts';

const read = (path: string) => readFileSync(projectPath(path), 'utf8');
const dockerfile = read('deploy/Dockerfile');
const compose = read('deploy/compose.yaml');
const unit = read('deploy/systemd/distribution-desk.service');

const variables = new Set(variableGroups.flatMap((group) => Object.keys(group.variables)));
for (const name of secretNames) variables.add(`${name}_FILE`);

/** The instructions of the last stage, each as its words. */
const lastStage = dockerfile
  .slice(dockerfile.lastIndexOf('\nFROM '))
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => /^[A-Z]/.test(line))
  .map((line) => line.split(/\s+/));
const instructions = (name: string) => lastStage.filter(([word]) => word === name).map(([, ...rest]) => rest);

let folder: string | null = null;
afterEach(() => {
  if (folder === null) return;
  writable(folder, true);
  rmSync(folder, { recursive: true });
  folder = null;
});

function writable(dir: string, isWritable: boolean): void {
  chmodSync(dir, isWritable ? 0o755 : 0o555);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.isDirectory()) writable(join(dir, entry.name), isWritable);
    else if (entry.isFile()) chmodSync(join(dir, entry.name), isWritable ? 0o644 : 0o444);
  }
}

test('every variable that is set there is one of the proxy', () => {
  const inImage = instructions('ENV').flat();
  const inCompose = [...compose.matchAll(/^ {4}([A-Z_]+): /gm)].map(([, name]) => name ?? '');
  const inUnit = [...unit.matchAll(/^Environment=([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
  const inExample = [...read('deploy/example.env').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
  const set = [...inImage.map((pair) => pair.split('=')[0] ?? ''), ...inCompose, ...inUnit, ...inExample];
  expect(set.length).toBeGreaterThan(15);
  const others = ['NODE_ENV', 'SITE', 'VERSION', 'POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_PASSWORD_FILE'];
  expect(set.filter((name) => !variables.has(name) && !others.includes(name))).toEqual([]);
});

test('every secret that a container reads is one that compose hands over', () => {
  const wanted = [...compose.matchAll(/\/run\/secrets\/([a-z-]+)/g)].map(([, name]) => name);
  const given = [...compose.matchAll(/^ {2}([a-z-]+): \{ file:/gm)].map(([, name]) => name);
  expect(wanted.length).toBeGreaterThan(4);
  expect([...new Set(wanted)].filter((name) => !given.includes(name))).toEqual([]);
});

test('what stops a replica waits longer than the replica itself does', () => {
  const graceSeconds = 20;
  expect(Number(/stop_grace_period: (\d+)s/.exec(compose)?.[1])).toBeGreaterThan(graceSeconds);
  expect(Number(/TimeoutStopSec=(\d+)/.exec(unit)?.[1])).toBeGreaterThan(graceSeconds);
});

test('the image has the Node that the project is pinned to, runs as nobody, and gets what it copies', () => {
  const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: { node: string } };
  const pinned = /\d+/.exec(devDependencies.node)?.[0];
  expect(dockerfile).toContain(`NODE_IMAGE=node:${pinned}-`);
  expect(instructions('USER')).toEqual([['65532:65532']]);
  const admitted: string[] = read('deploy/Dockerfile.dockerignore').match(/(?<=^!).+/gm) ?? [];
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
    ([, list]) => list?.split(' ') ?? [],
  );
  expect(copied.length).toBeGreaterThan(8);
  for (const path of copied) {
    expect([path, existsSync(projectPath(path))]).toEqual([path, true]);
    expect([path, admitted.includes(path.split('/')[0] ?? '')]).toEqual([path, true]);
  }
});

test('what the image copies is all that the proxy needs: it starts from it, on a tree it cannot write to, and stops', async () => {
  const dir = (folder = mkdtempSync(join(tmpdir(), 'distribution-desk-image-')));
  const app = join(dir, 'app');
  const data = join(dir, 'data');
  for (const [first = '', ...rest] of instructions('COPY')) {
    if (first.startsWith('--from')) continue;
    const sources = [first, ...rest].slice(0, -1);
    const target = rest.at(-1) ?? '';
    for (const source of sources) {
      const to = target === './' ? source : target;
      cpSync(projectPath(source), join(app, to), { recursive: true });
    }
  }
  symlinkSync(projectPath('node_modules'), join(app, 'node_modules'));
  mkdirSync(data);
  writable(app, false);
  chmodSync(dir, 0o755);
  chmodSync(data, 0o777);
  // Root may write anywhere, so where the tests run as root the program does not, if it may come as far as its own files.
  const isRoot = process.getuid?.() === 0;
  const isReachable = isOpenToAll(process.execPath);
  if (isRoot && !isReachable)
    process.stderr.write(
      'The proxy of the image runs as root: others may not enter the folder of the project.\n',
    );
  const user = isRoot && isReachable ? { uid: 65_532, gid: 65_532 } : {};
  const environment = {
    ...Object.fromEntries(
      instructions('ENV')
        .flat()
        .map((pair) => pair.split('=') as [string, string]),
    ),
    ...{ NOVA_BASE_URL: 'http://127.0.0.1:9', NOVA_CLIENT_ID: 'id', NOVA_CLIENT_SECRET: 'secret' },
    ...{ NOVA_MODE: 'sandbox', DATA_DIR: data, PORT: '0', LOG_LEVEL: 'silent' },
  };
  const start = (script: string) =>
    spawn(process.execPath, [script], {
      cwd: app,
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
      ...user,
    });
  const script = (instruction: string) => /"node", "([^"]+)"/.exec(instruction)?.[1] ?? '';

  const proxy = start(script(/^CMD .+$/m.exec(dockerfile)?.[0] ?? ''));
  const [printed] = (await once(proxy.stdout, 'data')) as [Buffer];
  environment.PORT = /localhost:(\d+) \(sandbox mode\)/.exec(printed.toString())?.[1] ?? 'not printed';
  const check = script(/^ {2}CMD .+$/m.exec(dockerfile)?.[0] ?? '');
  expect(((await once(start(check), 'close')) as [number])[0]).toBe(0);
  proxy.kill('SIGTERM');
  expect(((await once(proxy, 'close')) as [number])[0]).toBe(0);
  const afterwards = spawn(process.execPath, [check], {
    cwd: app,
    env: environment,
    stdio: 'ignore',
    ...user,
  });
  expect(((await once(afterwards, 'close')) as [number])[0]).toBe(1);
});

/** Whether every folder on the way to a file may be entered by everybody. */
function isOpenToAll(file: string): boolean {
  const parent = dirname(file);
  return parent === file || ((statSync(parent).mode & 0o001) !== 0 && isOpenToAll(parent));
}
