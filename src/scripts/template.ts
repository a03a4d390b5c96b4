import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { addInOf } from './manifest-file.ts';
import { projectPath } from './project-path.ts';
import { templateWorkbook } from './template/workbook.ts';

export const templateFile = 'assets/distribution-desk-template.xlsx';

const usage = `npm run template -- [options]
  --manifest FILE   the manifest of the add-in that the workbook opens (default: manifest.xml)
  --store STORE     how people get the add-in: developer (sideloaded) or central (deployed by an administrator)
  --out FILE        where to write it (default: ${templateFile})`;

/** Throws a `TypeError` with one sentence when the command line is wrong. */
function build(argv: string[]): string {
  const { values } = parseArgs({
    args: argv,
    options: {
      manifest: { type: 'string', default: projectPath('manifest.xml') },
      store: { type: 'string', default: 'developer' },
      out: { type: 'string', default: projectPath(templateFile) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return usage;
  const { store } = values;
  if (store !== 'developer' && store !== 'central') {
    throw new TypeError(`--store must be developer or central, not "${store}".`);
  }
  writeFileSync(values.out, templateWorkbook({ ...addInOf(readFileSync(values.manifest, 'utf8')), store }));
  return `Wrote ${values.out}.`;
}

if (import.meta.main) {
  try {
    console.log(build(process.argv.slice(2)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
