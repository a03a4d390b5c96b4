import { writeFileSync } from 'node:fs';
import { payoutCodes, registrationCodes, type Severity } from '../domain/index.ts';
import { rulesInWords, type Explanation, type RuleCode } from '../words/index.ts';
import { projectPath } from './project-path.ts';

/** The table of all checks as Markdown, from the one list that the domain emits from, in English. */
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

function rulesOf(codes: Readonly<Partial<Record<RuleCode, Severity>>>): string[] {
  const lines = Object.entries(codes).map(([code, severity]) => {
    const { title, reason, remedy, example }: Explanation = rulesInWords()[code as RuleCode];
    const what = example === undefined ? remedy : `${remedy} Example: ${example}`;
    return `| ${title} | \`${code}\` | ${severity} | ${reason} | ${what} |`;
  });
  return [
    '| What the pane calls it | Code | Severity | Why | What to do |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
  ];
}

if (import.meta.main) writeFileSync(projectPath('docs/problems.md'), problemDocs());
