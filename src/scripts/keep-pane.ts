import { existsSync, renameSync, rmSync } from 'node:fs';
import { compareVersions, versionSchema } from '../contract/index.ts';
import { versionOfPane } from '../proxy/pane-files.ts';
import { programVersion } from '../proxy/program-version.ts';
import { projectPath } from './project-path.ts';

/**
 * Before a build: a pane that was built as an earlier version is put aside, since panes that are open load what they need
 * on demand from the files of their own build. What is of the present version is simply built anew.
 */
export function keepPreviousPane(paneDir: string, previousDir: string, version: string): 'kept' | 'nothing' {
  const built = versionSchema.safeParse(versionOfPane(paneDir)).data;
  if (built === undefined || !existsSync(paneDir) || compareVersions(built, version) >= 0) return 'nothing';
  rmSync(previousDir, { recursive: true, force: true });
  renameSync(paneDir, previousDir);
  return 'kept';
}

if (import.meta.main) {
  keepPreviousPane(projectPath('dist/pane'), projectPath('dist/pane-previous'), programVersion);
}
