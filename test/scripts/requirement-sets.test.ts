import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { neededExcelApi } from '../../src/excel/index.ts';
import { projectPath } from '../../src/scripts/project-path.ts';

/** Members of newer sets that the pane asks for only where Excel has them, or does without. */
const optional: Readonly<Record<string, string>> = {
  hasSpill: 'own-formulas.ts asks whether ExcelApi 1.12 is there',
  getMergedAreasOrNullObject: 'probe-sheet.ts asks whether ExcelApi 1.13 is there',
  triggerSource: 'missing before ExcelApi 1.14, so that our own writes cause one more check',
};

const newer = (one: string, other: string) => one.localeCompare(other, 'en', { numeric: true }) > 0;

/** Every member of Excel's interface that `src/excel` names, with the set that its documentation says. */
function usedMembers(): Map<string, string> {
  const config = ts.getParsedCommandLineOfConfigFile(
    projectPath('src/excel/tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => undefined,
    },
  );
  if (config === undefined) throw new Error('src/excel has no tsconfig.json.');
  const program = ts.createProgram(config.fileNames, config.options);
  const checker = program.getTypeChecker();
  const used = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      for (const declaration of checker.getSymbolAtLocation(node)?.declarations ?? []) {
        const source = declaration.getSourceFile();
        if (!source.fileName.includes('office-js')) continue;
        const comment = source.text.slice(declaration.getFullStart(), declaration.getStart());
        const set = /\[Api set: ExcelApi (\d+\.\d+)/.exec(comment)?.[1];
        if (set !== undefined) used.set(node.text, set);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const source of program.getSourceFiles()) {
    if (source.fileName.startsWith(projectPath('src/excel/'))) visit(source);
  }
  return used;
}

test('the manifest asks for the newest set of Excel that the pane cannot do without, and for no newer one', () => {
  const used = usedMembers();
  expect(used.size).toBeGreaterThan(50);
  for (const name of Object.keys(optional)) expect([name, used.has(name)]).toEqual([name, true]);
  const needed = [...used].filter(([name]) => !(name in optional)).map(([, set]) => set);
  const newest = needed.reduce((one, other) => (newer(other, one) ? other : one));
  expect(newest).toBe(neededExcelApi);
  const manifest = readFileSync(projectPath('manifest.xml'), 'utf8');
  expect(manifest).toContain(`<Set Name="ExcelApi" MinVersion="${newest}" />`);
}, 120_000);
