import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { told } from '../../words/said.ts';
import type { Config } from '../config.ts';
import { ConfigError, ProxyError } from '../errors.ts';

/** The key of the hashes that stand for account numbers in the ledger. */
export interface AccountKey {
  /** Throws a `ProxyError` (`account-key-missing`) where there is none; then no payment instructions can be submitted. */
  read(): string;
}

const fileName = 'account-hash.key';

/**
 * The configured key. Without one, a ledger in SQLite keeps a random one beside itself, readable by its owner alone, which
 * is there again after a restart. Replicas on one PostgreSQL need the same one, and a key in the database that it
 * protects would be none, so there it has to be configured. Throws a `ConfigError` where the file cannot be used.
 */
export function openAccountKey(
  config: Pick<Config, 'accountHashKey' | 'databaseUrl' | 'dataDir'>,
): AccountKey {
  const key =
    config.accountHashKey ??
    (config.databaseUrl === null ? readOrMake(join(config.dataDir, fileName)) : null);
  return {
    read() {
      if (key !== null) return key;
      throw new ProxyError(503, 'account-key-missing', told('accountKeyMissing'));
    },
  };
}

function readOrMake(path: string): string {
  try {
    const found = read(path);
    if (found !== null) return found;
    // Whole before it has its name, so that a program that is stopped meanwhile leaves no half of a key.
    const unfinished = `${path}.${randomBytes(4).toString('hex')}`;
    writeFileSync(unfinished, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
    linkSync(unfinished, path);
    rmSync(unfinished);
    return readFileSync(path, 'utf8').trimEnd();
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError([
      `${fileName} in DATA_DIR cannot be read or made; let this user read and write it, or set ACCOUNT_HASH_KEY.`,
    ]);
  }
}

/** Null where there is none yet. */
function read(path: string): string | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trimEnd();
  } catch (error) {
    const isMissing =
      typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
    if (isMissing) return null;
    throw error;
  }
  if (text.length >= 32) return text;
  throw new ConfigError([
    `${fileName} in DATA_DIR holds no whole key; restore it from the backup, or set ACCOUNT_HASH_KEY.`,
  ]);
}
