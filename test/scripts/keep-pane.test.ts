import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { versionOfPane } from '../../src/proxy/pane-files.ts';
import { keepPreviousPane } from '../../src/scripts/keep-pane.ts';

let folder: string;
let pane: string;
let previous: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'distribution-desk-builds-'));
  pane = join(folder, 'pane');
  previous = join(folder, 'pane-previous');
});
afterEach(() => rmSync(folder, { recursive: true }));

function built(dir: string, version: string): void {
  mkdirSync(dir);
  writeFileSync(join(dir, 'taskpane.html'), `<meta name="distribution-desk-version" content="${version}" />`);
  writeFileSync(join(dir, `taskpane.${version}.js`), '');
}

test('a build of a new version keeps the pane of the one before, and no older one', () => {
  built(pane, '1.1.0');
  built(previous, '1.0.0');
  expect(keepPreviousPane(pane, previous, '1.2.0')).toBe('kept');
  expect(versionOfPane(previous)).toBe('1.1.0');
  expect(readdirSync(previous)).toEqual(['taskpane.1.1.0.js', 'taskpane.html']);
  expect(existsSync(pane)).toBe(false);
});

test('a build of the same version, or the first one, leaves what was kept', () => {
  expect(keepPreviousPane(pane, previous, '1.2.0')).toBe('nothing');
  built(pane, '1.2.0');
  built(previous, '1.1.0');
  expect(keepPreviousPane(pane, previous, '1.2.0')).toBe('nothing');
  expect([versionOfPane(pane), versionOfPane(previous)]).toEqual(['1.2.0', '1.1.0']);
});
