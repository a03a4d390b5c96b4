import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { problemDocs } from '../../src/scripts/problem-docs.ts';
import { projectPath } from '../../src/scripts/project-path.ts';

/** The committed page is laid out by the formatter, so only the words are compared. */
const words = (text: string) => text.replace(/[\s|-]+/g, ' ').trim();

test('the committed list of checks is what the domain emits', () => {
  expect(words(readFileSync(projectPath('docs/problems.md'), 'utf8'))).toBe(words(problemDocs()));
});
