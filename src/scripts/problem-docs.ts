import { writeFileSync } from 'node:fs';
import { problemCodes } from '../domain/index.ts';
import { projectPath } from './project-path.ts';

/** The table of all checks as Markdown, from the one list that the domain emits from. */
export function problemDocs(): string {
  const rules = Object.entries(problemCodes).map(
    ([code, { title, severity, reason }]) => `| ${title} | \`${code}\` | ${severity} | ${reason} |`,
  );
  return [
    '# What is checked',
    '',
    'A problem blocks staging; a warning asks the user to look and confirm, and can be turned into a problem in the settings.',
    '`npm run docs` writes this page.',
    '',
    '| What the pane calls it | Code | Severity | Why |',
    '| --- | --- | --- | --- |',
    ...rules,
    '',
  ].join('\n');
}

if (import.meta.main) writeFileSync(projectPath('docs/problems.md'), problemDocs());
