import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ProxyUnderTest } from '../proxy-under-test.ts';

let folder: string;
let under: ProxyUnderTest;

const page = (version: string) => `<meta name=distribution-desk-version content=${version}>`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'distribution-desk-pane-'));
  const write = async (path: string, text: string | Buffer) => {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  await write('now/taskpane.html', page('0.0.2'));
  await write('now/taskpane.aaaaaaaa.js', 'now');
  await write('now/same.cccccccc.js', 'now');
  await write('before/taskpane.html', page('0.0.1'));
  await write('before/only-before.html', page('0.0.1'));
  await write('before/settings.bbbbbbbb.js', 'before');
  await write('before/large.dddddddd.js', 'before, as it is');
  await write('before/large.dddddddd.js.gz', gzipSync('before, compressed'));
  await write('before/same.cccccccc.js', 'before');
  under = await ProxyUnderTest.start({
    environment: { PANE_DIR: join(folder, 'now'), PREVIOUS_PANE_DIR: join(folder, 'before') },
  });
});
afterAll(async () => {
  await under.stop();
  await rm(folder, { recursive: true });
});

test('a pane of the version before still finds the files that its build named', async () => {
  expect(await under.request('GET', '/settings.bbbbbbbb.js')).toMatchObject({ status: 200, body: 'before' });
});

test('it gets them compressed as the build laid them down', async () => {
  expect((await under.request('GET', '/large.dddddddd.js')).body).toBe('before, compressed');
});

test.each([
  ['/taskpane.html', 200, page('0.0.2')],
  ['/', 200, page('0.0.2')],
  ['/taskpane.aaaaaaaa.js', 200, 'now'],
  ['/same.cccccccc.js', 200, 'now'],
])('everything else is of the present build: %s', async (path, status, body) => {
  expect(await under.request('GET', path)).toMatchObject({ status, body });
});

test('no page of the version before is to be had', async () => {
  expect((await under.request('GET', '/only-before.html')).status).toBe(404);
});

test('the log says at the start when the built pane is not of the version of the proxy', () => {
  expect(under.logLines.join('')).toContain('the built pane is of another version');
});
