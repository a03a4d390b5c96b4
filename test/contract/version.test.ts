import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { compareVersions, oldestPaneVersion, versionSchema } from '../../src/contract/index.ts';

test.each([
  ['1.2.3', '1.2.3', 0],
  ['1.2.3', '1.2.4', -1],
  ['1.10.0', '1.9.9', 1],
  ['2.0.0', '1.99.99', 1],
])('%s beside %s', (one, other, sign) => {
  expect(Math.sign(compareVersions(one, other))).toBe(sign);
});

test('this release is a version, and serves panes that are not newer than itself', () => {
  const file = new URL('../../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  expect(versionSchema.parse(version)).toBe(version);
  expect(compareVersions(oldestPaneVersion, version)).toBeLessThanOrEqual(0);
});
