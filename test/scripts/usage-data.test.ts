import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { projectPath } from '../../src/scripts/project-path.ts';

/** What the compiled files of a package load, such as `node:https`, without its own files. */
function loadedBy(name: string): string[] {
  const lib = projectPath(`node_modules/${name}/lib`);
  const files = readdirSync(lib).filter((file) => file.endsWith('.js'));
  const loads = files.flatMap((file) => [
    ...readFileSync(`${lib}/${file}`, 'utf8').matchAll(/require\("([^".][^"]*)"\)/g),
  ]);
  return [...new Set(loads.map(([, loaded = '']) => loaded))].toSorted();
}

test('the reporter of usage data that comes with the maker of certificates has nothing to send with', () => {
  // Earlier releases sent to Application Insights; one that does so again must not come in unnoticed.
  expect(loadedBy('office-addin-usage-data')).toEqual(['commander', 'os', 'path']);
  const reporter = readFileSync(projectPath('node_modules/office-addin-usage-data/lib/usageData.js'), 'utf8');
  expect(reporter).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket/);
  expect(loadedBy('office-addin-dev-certs')).toContain('office-addin-usage-data');
});
