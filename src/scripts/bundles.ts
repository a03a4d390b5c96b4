import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import webpack from 'webpack';
import { projectPath } from './project-path.ts';

interface BundleConfigs {
  paneConfig(options: { officeJs: 'cdn' | 'npm'; out: string }): webpack.Configuration;
  workbenchConfig(options: { out: string }): webpack.Configuration;
}

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
  const configs = (await import(projectPath('webpack.config.js'))) as BundleConfigs;
  await build([
    configs.paneConfig({ officeJs: 'npm', out: bundles.paneDir }),
    configs.workbenchConfig({ out: bundles.workbenchDir }),
  ]);
  writeFileSync(stampFile, stamp);
  return bundles;
}

async function build(configs: webpack.Configuration[]): Promise<void> {
  const compiler = webpack(configs);
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve();
    });
  });
  await new Promise<void>((resolve, reject) => {
    compiler.close((error) => (error ? reject(error) : resolve()));
  });
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
