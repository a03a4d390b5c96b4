import { readFileSync } from 'node:fs';

const description = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Of this program, as its package says it, such as `1.4.0`. */
export const programVersion: string = description.version;
