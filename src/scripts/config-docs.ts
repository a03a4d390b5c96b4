import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';
import { secretNames } from '../proxy/config-secrets.ts';
import { variableGroups } from '../proxy/config-variables.ts';
import { projectPath } from './project-path.ts';

/** The reference of all variables as Markdown, from the very schemas by which the proxy reads them. */
export function configDocs(): string {
  return [
    '# Configuration of the proxy',
    '',
    'All of it comes from the environment; an empty value counts as missing. A missing or wrong value stops the program at its',
    'start with one sentence per value, none of which repeats what was given. `npm run docs` writes this page.',
    '',
    'A variable that is marked as secret may be in a file instead, which the same name with `_FILE` names, such as',
    '`NOVA_CLIENT_SECRET_FILE=/run/secrets/nova-client-secret`; a line break at its end does not count. No secret is ever logged.',
    ...variableGroups.flatMap(({ title, variables }) => [
      '',
      `## ${title}`,
      '',
      '| Variable | Meaning | Values | Default | Secret |',
      '| --- | --- | --- | --- | --- |',
      ...Object.entries(variables).map(([name, schema]) => row(name, schema)),
    ]),
    '',
  ].join('\n');
}

function row(name: string, schema: z.ZodType): string {
  const facts = z.toJSONSchema(schema, { unrepresentable: 'any' }) as Facts;
  const secret = secretNames.includes(name) ? 'yes' : '';
  return `| \`${name}\` | ${facts.description ?? ''} | ${valuesOf(facts)} | ${defaultOf(schema, facts)} | ${secret} |`;
}

/** What is used of a JSON Schema. */
interface Facts {
  description?: string;
  type?: string;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  pattern?: string;
  default?: unknown;
}

function valuesOf({ type, enum: words, minimum, maximum, pattern }: Facts): string {
  if (type === 'integer') return `${String(minimum)} to ${String(maximum)}`;
  if (words !== undefined) return words.map((word) => `\`${String(word)}\``).join(', ');
  return pattern === undefined ? '' : `\`${pattern.replaceAll('|', '\\|')}\``;
}

function defaultOf(schema: z.ZodType, facts: Facts): string {
  const value = facts.default;
  if (value === undefined) return schema.safeParse(undefined).success ? '' : 'required';
  if (Array.isArray(value))
    return value.length === 0 ? '' : value.map((one) => `\`${String(one)}\``).join(' ');
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // A folder of this project is named from its root, wherever that is.
  return `\`${text.startsWith(projectPath('.')) ? relative(projectPath('.'), text) : text}\``;
}

if (import.meta.main) writeFileSync(projectPath('docs/configuration.md'), configDocs());
