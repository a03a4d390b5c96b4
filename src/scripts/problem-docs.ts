import { writeFileSync } from 'node:fs';
import { payoutCodes, registrationCodes } from '../domain/index.ts';
import { projectPath } from './project-path.ts';

/** The table of all checks as Markdown, from the one list that the domain emits from. */
export function problemDocs(): string {
  return [
    '# What is checked',
    '',
    'A problem blocks staging; a warning asks the user to look and confirm, and can be turned into a problem in the settings.',
    '`npm run docs` writes this page.',
    '',
    ...rulesOf(payoutCodes),
    '',
    '## Bank details, entities and contacts',
    '',
    'Beside these, the rules above that are about the table, any cell, ids and result columns.',
    '',
    ...rulesOf(registrationCodes),
    '',
  ].join('\n');
}

function rulesOf(
  codes: Readonly<Record<string, { title: string; severity: string; reason: string }>>,
): string[] {
  const rules = Object.entries(codes).map(
    ([code, { title, severity, reason }]) => `| ${title} | \`${code}\` | ${severity} | ${reason} |`,
  );
  return ['| What the pane calls it | Code | Severity | Why |', '| --- | --- | --- | --- |', ...rules];
}

if (import.meta.main) writeFileSync(projectPath('docs/problems.md'), problemDocs());
