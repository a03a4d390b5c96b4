import type { SubmissionKindName } from '../../contract/index.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import { contactKind, entityKind, instructionsKind } from '../registrations/registration-kinds.ts';
import { distributionKind } from './distribution-kind.ts';
import type { SubmissionKind } from './submission-kind.ts';

const kinds: Readonly<Record<SubmissionKindName, SubmissionKind>> = {
  distribution: distributionKind,
  'payment-instructions': instructionsKind,
  entity: entityKind,
  contact: contactKind,
};

export function kindOf({ kind }: Pick<LedgerEntry, 'kind'>): SubmissionKind {
  return kinds[kind];
}
