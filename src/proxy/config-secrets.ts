import { readFileSync } from 'node:fs';
import { ConfigError } from './errors.ts';

/** What may be in a file instead, as container platforms give out secrets: `NOVA_CLIENT_SECRET_FILE`, and so on. */
export const secretNames: readonly string[] = [
  'NOVA_CLIENT_ID',
  'NOVA_CLIENT_SECRET',
  'DATABASE_URL',
  'METRICS_TOKEN',
  'ACCOUNT_HASH_KEY',
];

/**
 * The environment with each `NAME_FILE` replaced by `NAME` from that file, without the line break at its end; and a
 * sentence for each that cannot be read or is also there itself, none with what it holds.
 */
export function readSecretFiles(environment: Readonly<Record<string, string>>): {
  values: Record<string, string>;
  problems: string[];
} {
  const values = { ...environment };
  const problems: string[] = [];
  for (const name of secretNames) {
    const path = values[`${name}_FILE`];
    if (path === undefined) continue;
    if (values[name] !== undefined) {
      problems.push(`${name} and ${name}_FILE are both set: keep one of them.`);
      continue;
    }
    try {
      values[name] = readSecret(path);
    } catch {
      problems.push(`${name}_FILE names a file that cannot be read.`);
    }
  }
  return { values, problems };
}

/** Where the ledger is, for a command beside the proxy: as the proxy finds it. Throws a `ConfigError`. */
export function ledgerPlace(environment: Readonly<Record<string, string | undefined>>): {
  dataDir: string;
  databaseUrl: string | null;
} {
  const present = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined || value.trim() === '' ? [] : [[name, value] as const],
  );
  const { values, problems } = readSecretFiles(Object.fromEntries(present));
  if (problems.length > 0) throw new ConfigError(problems);
  return { dataDir: values['DATA_DIR'] ?? '', databaseUrl: values['DATABASE_URL'] ?? null };
}

/** What a secret's file holds, without the line break at its end. Throws where it cannot be read. */
export function readSecret(path: string): string {
  return readFileSync(path, 'utf8').trimEnd();
}

/**
 * Reads a secret anew each time, for one that is replaced while the program runs. What was known before counts where there
 * is no file, and while it is not there or empty, as in the moment in which it is replaced.
 */
export function freshSecret(path: string | null, known: string): () => string {
  let last = known;
  return () => {
    if (path === null) return last;
    try {
      last = readSecret(path) || last;
    } catch {
      // The exchange tells whether the old one still does.
    }
    return last;
  };
}
