import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { projectPath } from './project-path.ts';

export interface Bundles {
  /** The pane with Office.js from the npm package beside it, for machines without a network. */
  paneDir: string;
  workbenchDir: string;
}

/**
 * Builds the pane and the workbench for this machine, unless nothing that they are made of has changed since. Throws
 * with webpack's own messages when a bundle does not build.
 */
export async function buildBundles(): Promise<Bundles> {
  const bundles = {
    paneDir: projectPath('dist/local/pane'),
    workbenchDir: projectPath('dist/local/workbench'),
  };
  const stampFile = projectPath('dist/local/stamp');
  const stamp = sourcesStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return bundles;
  await build();
  writeFileSync(stampFile, stamp);
  return bundles;
}

/** In a process of its own: webpack's cache does not survive being used from inside a test runner. */
async function build(): Promise<void> {
  const webpack = projectPath('node_modules/webpack/bin/webpack.js');
  const args = [webpack, '--mode', 'production', '--env', 'local'];
  await promisify(execFile)(process.execPath, args, { cwd: projectPath('.') }).catch(
    (error: { stdout: string }) => {
      throw new Error(`The bundles do not build:\n${error.stdout}`);
    },
  );
}

/** Changes whenever a file that a bundle is made of does. */
function sourcesStamp(): string {
  const hash = createHash('sha256');
  const folders = ['contract', 'domain', 'excel', 'taskpane', 'workbench'].map((room) =>
    projectPath(`src/${room}`),
  );
  const files = [...folders, projectPath('assets')].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`),
  );
  for (const file of [...files.sort(), projectPath('webpack.config.js'), projectPath('package-lock.json')]) {
    hash.update(`${file} ${statSync(file).mtimeMs} ${statSync(file).size}\n`);
  }
  return hash.digest('hex');
}
