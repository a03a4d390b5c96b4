import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { projectPath } from '../../src/scripts/project-path.ts';

const run = promisify(execFile);

/** Runs the committed rules over a small house; answers with the names of the rules that it breaks. */
async function violations(files: Record<string, string>): Promise<string[]> {
  const house = mkdtempSync(join(tmpdir(), 'house-'));
  for (const [name, text] of Object.entries({ 'tsconfig.json': '{}', ...files })) {
    mkdirSync(dirname(join(house, name)), { recursive: true });
    writeFileSync(join(house, name), text);
  }
  symlinkSync(projectPath('node_modules'), join(house, 'node_modules'));
  const args = ['src', '--config', projectPath('.dependency-cruiser.mjs'), '--output-type', 'json'];
  const { stdout } = await run(projectPath('node_modules/.bin/depcruise'), args, {
    cwd: house,
    maxBuffer: 1e8,
  }).catch((error: { stdout: string }) => error);
  const result = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return result.summary.violations.map((violation) => violation.rule.name);
}

describe('the import rules', () => {
  test.each([
    ['the domain may not import the proxy', 'domain-imports', 'src/domain/a.ts', '../proxy/b.ts'],
    ['the pane may not import the proxy', 'taskpane-imports', 'src/taskpane/a.ts', '../proxy/b.ts'],
    ['the proxy may not import the sandbox', 'proxy-imports', 'src/proxy/a.ts', '../sandbox/b.ts'],
    ['the contract may import zod alone', 'contract-packages', 'src/contract/a.ts', 'node:fs'],
    ['the domain may not read files', 'domain-packages', 'src/domain/a.ts', 'node:fs'],
    ['the pane may not use Node', 'no-node-in-the-browser', 'src/taskpane/a.ts', 'node:fs'],
  ])('%s', async (_sentence, rule, file, target) => {
    const found = await violations({
      [file]: `import * as other from '${target}';\nexport { other };\n`,
      'src/proxy/b.ts': 'export const b = 1;\n',
      'src/sandbox/b.ts': 'export const b = 1;\n',
    });
    expect(found).toContain(rule);
  });

  test('what is allowed passes', async () => {
    expect(
      await violations({
        'src/domain/a.ts': "export { b } from '../contract/b.ts';\n",
        'src/contract/b.ts': "export { z as b } from 'zod';\n",
      }),
    ).toEqual([]);
  });
});
