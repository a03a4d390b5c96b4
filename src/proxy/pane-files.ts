import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The page of a built pane names the version that it was built as; the build may leave out quotation marks. */
const versionInPage = /<meta name="?distribution-desk-version"? content="?([^">\s]+)/;

/** Of the built pane in this folder; null where there is none that says it. */
export function versionOfPane(paneDir: string): string | null {
  try {
    return versionInPage.exec(readFileSync(join(paneDir, 'taskpane.html'), 'utf8'))?.[1] ?? null;
  } catch {
    return null;
  }
}

/** A file that carries the hash of its content in its name, so that it is of one build for good. */
export const hashedName = /\.[0-9a-f]{8}\.[a-z0-9]+$/;
