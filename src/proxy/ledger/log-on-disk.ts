import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';

/**
 * Brings a database's write-ahead log to the disk, as `synchronous = FULL` would after each commit, but outside of this
 * thread.
 *
 * SQLite does the rest itself: it makes the log's name and head durable when it begins one, and the log before it copies
 * pages from it. It locks the log nowhere, so that a handle of our own takes no lock away when it is closed.
 * Sources: https://sqlite.org/pragma.html#pragma_synchronous, https://sqlite.org/wal.html
 */
export class LogOnDisk {
  readonly #database: DatabaseSync;
  #file: Promise<FileHandle> | null = null;
  #failed = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Resolves when all that was committed before is on the disk. */
  async sync(): Promise<void> {
    // After a failure the system may take for written what is not, so that no later success can be believed.
    if (this.#failed) throw new Error('the ledger could not be written to the disk earlier');
    try {
      // Opened late, because the log is there only once something was committed.
      this.#file ??= open(`${this.#database.location() ?? ''}-wal`, 'r+');
      await (await this.#file).datasync();
    } catch (error) {
      this.#failed = true;
      throw error;
    }
  }

  /** Once nothing is under way. */
  async close(): Promise<void> {
    const file = await this.#file?.catch(() => null);
    await file?.close();
  }
}
