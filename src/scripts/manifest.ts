import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { addIns, asAddIn, manifestFor, type AddInKind } from './manifest-file.ts';
import { projectPath } from './project-path.ts';

const usage = `npm run manifest -- --url https://desk.example.com [options]
  --for KIND        pilot or production: two add-ins that can stand side by side (default: pilot)
  --version N.N.N   the add-in's version (default: the project's)
  --out FILE        where to write it (default: manifest.HOST.xml)`;

/** Throws a `TypeError` with one sentence when the command line is wrong. */
function write(argv: string[]): string {
  const { values } = parseArgs({
    args: argv,
    options: {
      url: { type: 'string' },
      for: { type: 'string', default: 'pilot' },
      version: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return usage;
  if (values.url === undefined) {
    throw new TypeError('Say for which host: npm run manifest -- --url https://desk.example.com');
  }
  if (!isKind(values.for)) throw new TypeError(`--for must be pilot or production, not "${values.for}".`);
  const { version } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as { version: string };
  const here = manifestFor(readFileSync(projectPath('manifest.xml'), 'utf8'), values.url);
  const out = values.out ?? `manifest.${new URL(values.url).hostname}.xml`;
  writeFileSync(out, asAddIn(here, values.for, values.version ?? version));
  return `Wrote ${out}. Hand this file to Excel: the README says how. npm run template -- --manifest ${out} makes the workbook for it.`;
}

function isKind(text: string): text is AddInKind {
  return Object.hasOwn(addIns, text);
}

try {
  console.log(write(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
