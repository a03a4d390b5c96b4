import { fileURLToPath } from 'node:url';

/** An absolute path from one that counts from the project's root. */
export function projectPath(relative: string): string {
  return fileURLToPath(new URL(`../../${relative}`, import.meta.url));
}
