import { createHash } from 'node:crypto';
import type { AuditLine } from './schema.ts';

/** What the first line follows. */
export const chainBeginning = { sequence: 0, hash: '0'.repeat(64) } as const;

/** The end of the chain after some line: its place, and its hash in hexadecimal. */
export interface ChainLink {
  sequence: number;
  hash: string;
}

/** What a line says, without its place in the chain. */
export type AuditContent = Omit<AuditLine, 'sequence' | 'hash'>;

/**
 * The canonical text (RFC 8785) of what a line says. Each column counts, also the empty ones. Of flat texts, JSON with
 * its members in alphabetical order is that canonical text already.
 */
export function contentText(line: AuditContent): string {
  const { action, at, entry_id, id, outcome, request_ids, result, sheet, user_name, workbook } = line;
  return JSON.stringify({
    ...{ action, at, entry_id, id, outcome, request_ids, result, sheet, user_name, workbook },
  });
}

/**
 * The link of the line after `previous`: SHA-256 of the canonical JSON `["<hash before>",<sequence>,<content>]`. The
 * database computes the very same where several programs share it; see `writeAudit`.
 */
export function nextLink(previous: ChainLink, content: string): ChainLink {
  const sequence = previous.sequence + 1;
  const text = `["${previous.hash}",${sequence},${content}]`;
  return { sequence, hash: createHash('sha256').update(text, 'utf8').digest('hex') };
}
