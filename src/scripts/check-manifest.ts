import { projectPath } from './project-path.ts';
import { manifestProblems } from './manifest-file.ts';

/**
 * Checks the committed manifest without a network: `office-addin-manifest` must be able to read it, and what it names
 * must exist. Microsoft's own validation is a web service; `npm run manifest:validate` asks it where there is a network.
 */
const problems = await manifestProblems(projectPath('manifest.xml'), projectPath('assets'));
for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0 ? 'The manifest is fine.' : `The manifest has ${problems.length} problems.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
