import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { secretNames } from '../../src/proxy/config-secrets.ts';
import { variableGroups } from '../../src/proxy/config-variables.ts';
import { configDocs } from '../../src/scripts/config-docs.ts';
import { projectPath } from '../../src/scripts/project-path.ts';

/** The committed page is laid out by the formatter, so only the words are compared. */
const words = (text: string) => text.replace(/[\s|-]+/g, ' ').trim();

test('the committed reference is what the schema says', () => {
  expect(words(readFileSync(projectPath('docs/configuration.md'), 'utf8'))).toBe(words(configDocs()));
});

test('every variable has a meaning, and every secret is one of them', () => {
  const variables = variableGroups.flatMap((group) => Object.entries(group.variables));
  expect(variables.filter(([, { description = '' }]) => description.length < 10)).toEqual([]);
  const names = variables.map(([name]) => name);
  expect(secretNames.filter((name) => !names.includes(name))).toEqual([]);
});

test('it tells bounds, defaults and what is required, and names no folder of a machine', () => {
  const page = configDocs();
  expect(page).toMatch(/`NOVA_MAX_TRIES` \| [^|]+ \| 1 to 20 \| 4 \|/);
  expect(page).toMatch(/`NOVA_CLIENT_SECRET` \| [^|]+ \| {2}\| required \| yes \|/);
  expect(page).toContain('`dist/pane`');
  expect(page).not.toContain(projectPath('.'));
});
