import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { projectPath } from './project-path.ts';

/** Builds the pane and, beside it, the pages that it is compared with; where they are. */
export async function buildBenchPane(): Promise<string> {
  const webpack = projectPath('node_modules/webpack/bin/webpack.js');
  await promisify(execFile)(process.execPath, [webpack, '--mode', 'production', '--env', 'bench'], {
    cwd: projectPath('.'),
  });
  return projectPath('dist/bench/pane');
}
