import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { manifestFor } from './manifest-file.ts';
import { projectPath } from './project-path.ts';

/** `npm run manifest -- --url https://desk.example.com [--out FILE]`: the manifest for another host. */
const { values } = parseArgs({ options: { url: { type: 'string' }, out: { type: 'string' } } });
try {
  if (values.url === undefined) {
    throw new TypeError('Say for which host: npm run manifest -- --url https://desk.example.com');
  }
  const text = manifestFor(readFileSync(projectPath('manifest.xml'), 'utf8'), values.url);
  const out = values.out ?? `manifest.${new URL(values.url).hostname}.xml`;
  writeFileSync(out, text);
  console.log(`Wrote ${out}. Hand this file to Excel: the README says how to sideload it.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
