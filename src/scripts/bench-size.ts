import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectPath } from './project-path.ts';

/** So many of the largest packages are named. */
const named = 8;
/** What a production install holds beside its packages. */
const ownFolders = ['src/contract', 'src/domain', 'src/proxy', 'dist/pane'];

/** What the proxy needs on a disk: its packages as `npm ci --omit=dev` installs them, its own files, and the built pane. */
export async function benchSize(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'distribution-desk-install-'));
  try {
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(projectPath(file), join(dir, file));
    const args = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
    await promisify(execFile)('npm', args, { cwd: dir });
    const packages = packagesIn(join(dir, 'node_modules'));
    const totalBytes = packages.reduce((sum, { bytes }) => sum + bytes, 0);
    print('A production install', '');
    print(`${packages.length} packages`, megabytes(totalBytes));
    const largest = packages.sort((one, other) => other.bytes - one.bytes).slice(0, named);
    for (const { name, bytes } of largest) print(`  of these ${name}`, megabytes(bytes));
    for (const folder of ownFolders) {
      const isThere = existsSync(projectPath(folder));
      print(folder, isThere ? megabytes(bytesIn(projectPath(folder))) : 'not built: npm run build');
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Those at the top; what lies within a package counts as its own. */
function packagesIn(folder: string): { name: string; bytes: number }[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name],
    )
    .map((name) => ({ name, bytes: bytesIn(join(folder, name)) }));
}

function bytesIn(path: string): number {
  const facts = lstatSync(path);
  if (!facts.isDirectory()) return facts.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1).padStart(7)} MB`;
}

function print(what: string, figure: string): void {
  process.stdout.write(`${what.padEnd(44)} ${figure}`.trimEnd() + '\n');
}
