import { chainBeginning, contentText, nextLink } from './audit-chain.ts';
import type { ChainLink } from './audit-chain.ts';
import type { AuditLine, LedgerDatabase } from './schema.ts';

export interface AuditVerdict {
  /** How many lines follow each other without a break. */
  lineCount: number;
  /** The end of the unbroken part: noted elsewhere, it proves later that nothing before it was changed. */
  head: ChainLink;
  /** A sentence about the first break; null when there is none. */
  broken: string | null;
}

const linesAtOnce = 1_000;

/**
 * Follows the chain of the audit log from its first line, and finds a line that was changed, taken out, put in or cut
 * off at the end. Lines that are appended meanwhile are left for the next time.
 *
 * Somebody who may write to the database can compute a whole new chain with its end. That is found only with a
 * `checkpoint`: the end of an earlier verification that was kept out of their reach.
 */
export async function verifyAudit(
  database: LedgerDatabase,
  checkpoint: ChainLink | null = null,
): Promise<AuditVerdict> {
  const end = await database.selectFrom('audit_head').select(['sequence', 'hash']).executeTakeFirst();
  let head: ChainLink = chainBeginning;
  const broken = (sentence: string) => ({ lineCount: head.sequence, head, broken: sentence });
  if (end === undefined) return broken('The end of the audit log is not recorded any more.');
  for await (const line of linesUpTo(database, end.sequence)) {
    const next = head.sequence + 1;
    if (line.sequence !== next) return broken(`Line ${next} of the audit log is missing.`);
    const link = nextLink(head, contentText(line));
    if (link.hash !== line.hash) {
      return broken(`Line ${next} of the audit log (${line.at}) is not what was chained there.`);
    }
    head = link;
    if (checkpoint?.sequence === next && checkpoint.hash !== link.hash) {
      return broken(
        `The audit log up to line ${next} is not the one of the checkpoint: it was written anew as a whole.`,
      );
    }
  }
  if (head.sequence !== end.sequence) {
    return broken(
      `The audit log ends with line ${head.sequence}, but ${end.sequence} were written: its end was cut off.`,
    );
  }
  if (head.hash !== end.hash)
    return broken('The recorded end of the audit log is not that of its last line.');
  if (checkpoint !== null && checkpoint.sequence > head.sequence) {
    return broken(
      `The audit log ends with line ${head.sequence}, before the checkpoint (line ${checkpoint.sequence}): its end was cut off.`,
    );
  }
  const strays = await findStray(database, end.sequence);
  return strays === null ? { lineCount: head.sequence, head, broken: null } : broken(strays);
}

async function* linesUpTo(database: LedgerDatabase, last: number): AsyncGenerator<AuditLine> {
  let after = 0;
  for (;;) {
    const page = await database
      .selectFrom('audit_log')
      .selectAll()
      .where('sequence', '>', after)
      .where('sequence', '<=', last)
      .orderBy('sequence')
      .limit(linesAtOnce)
      .execute();
    yield* page as AuditLine[];
    after = page.at(-1)?.sequence ?? last;
    if (page.length < linesAtOnce) return;
  }
}

/** Lines that stand outside the chain were not written by this program. */
async function findStray(database: LedgerDatabase, last: number): Promise<string | null> {
  const stray = await database
    .selectFrom('audit_log')
    .select(['id', 'at'])
    .where((is) => is.or([is('sequence', 'is', null), is('sequence', '<', 1)]))
    .executeTakeFirst();
  if (stray !== undefined) {
    return `Line ${stray.id} of the audit log (${stray.at}) stands outside the chain of ${last} lines.`;
  }
  return null;
}
