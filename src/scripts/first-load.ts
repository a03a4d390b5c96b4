import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface FirstLoad {
  /** The page and the scripts that it names, each compressed by itself. Office.js, which is Microsoft's, is not counted. */
  gzipBytes: number;
  scripts: string[];
}

/** What a built pane makes a browser load before it shows anything. */
export function firstLoad(paneDir: string): FirstLoad {
  const page = readFileSync(join(paneDir, 'taskpane.html'));
  const scripts = [...page.toString().matchAll(/<script[^>]* src="?([^"\s>]+)/g)]
    .map(([, source = '']) => source)
    .filter((source) => !source.endsWith('office.js'));
  const files = [page, ...scripts.map((name) => readFileSync(join(paneDir, name)))];
  return { scripts, gzipBytes: files.reduce((sum, file) => sum + gzipSync(file).length, 0) };
}
