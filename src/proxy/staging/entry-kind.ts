import { submissionKindSchema } from '../../contract/index.ts';
import type { SubmissionKindName } from '../../contract/index.ts';
import type { LedgerEntry } from '../ledger/entry.ts';

/** The kinds of which the ledger keeps the very bytes that go to Nova, so that the proxy can send them by itself. */
export const kindsWithBytes: readonly SubmissionKindName[] = submissionKindSchema.options.filter(
  (kind) => kind !== 'payment-instructions',
);

export function keepsBytes({ kind }: Pick<LedgerEntry, 'kind'>): boolean {
  return kindsWithBytes.includes(kind);
}
