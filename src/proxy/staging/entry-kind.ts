import { submissionKindSchema } from '../../contract/index.ts';
import type { SubmissionKindName } from '../../contract/index.ts';
import type { LedgerEntry } from '../ledger/entry.ts';

const nouns: Readonly<Record<SubmissionKindName, string>> = {
  distribution: 'distribution',
  'payment-instructions': 'set of payment instructions',
  entity: 'entity',
  contact: 'contact',
};

/** What an entry is, in sentences such as "Nova created this {noun}"; one of it is an "it". */
export function nounOf({ kind }: Pick<LedgerEntry, 'kind'>): string {
  return nouns[kind];
}

/** The kinds of which the ledger keeps the very bytes that go to Nova, so that the proxy can send them by itself. */
export const kindsWithBytes: readonly SubmissionKindName[] = submissionKindSchema.options.filter(
  (kind) => kind !== 'payment-instructions',
);

export function keepsBytes({ kind }: Pick<LedgerEntry, 'kind'>): boolean {
  return kindsWithBytes.includes(kind);
}
