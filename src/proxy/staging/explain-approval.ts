import { formatCents } from '../../contract/index.ts';
import type { AwaitingApproval, Cents, Returned } from '../../contract/index.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import { keepsBytes, nounOf } from './entry-kind.ts';

type Common = 'entryId' | 'contentHash' | 'generation';

/** Whether the time in which somebody could approve it is over. */
export function isApprovalOver(entry: LedgerEntry, nowMs: number): boolean {
  return nowMs >= Date.parse(endOf(entry));
}

export function explainWaiting(entry: LedgerEntry): Omit<AwaitingApproval, Common> {
  const common = {
    outcome: 'awaiting-approval' as const,
    since: entry.reserved_at,
    expiresAt: endOf(entry),
    preparedBy: entry.user_name,
    thresholdCents: entry.approval_from_cents as Cents | null,
    approvedBy: entry.approved_by,
  };
  if (entry.approved_by !== null) {
    const next = keepsBytes(entry)
      ? 'but it could not be sent yet. The proxy goes on trying by itself; nothing has been created so far.'
      : 'and its account number is not kept here: submit the same rows again to send it. Nothing has been created so far.';
    const message = `${entry.approved_by} has approved this ${nounOf(entry)}, ${next}`;
    return { ...common, message };
  }
  const { approval_from_cents: fromCents, currency } = entry;
  const from =
    fromCents === null || currency === null
      ? ''
      : ` from ${formatCents(fromCents as Cents, currency)} ${currency} on`;
  const why =
    entry.kind === 'payment-instructions'
      ? ', because the entity has payment instructions already, or is about to'
      : from;
  const message = `Waits for approval by a second person, which is needed${why}; nothing has been sent. ${entry.user_name} prepared it, so somebody else has to approve it, by ${endOf(entry)}.`;
  return { ...common, message };
}

export function explainReturned(entry: LedgerEntry): Omit<Returned, Common> {
  if (entry.resolved_by === null) return explainExpired(entry);
  const reason = entry.resolved_reason ?? '';
  return {
    outcome: 'returned',
    code: 'returned',
    returnedBy: entry.resolved_by,
    returnedAt: entry.updated_at,
    reason,
    message: `${entry.resolved_by} returned this ${nounOf(entry)}, and nothing was sent: ${reason}`,
  };
}

export function explainExpired(entry: LedgerEntry): Omit<Returned, Common> {
  const message = `Nobody approved this ${nounOf(entry)} until ${endOf(entry)}, so nothing was sent. Submit the same rows again to have it approved anew.`;
  return {
    outcome: 'returned',
    code: 'approval-expired',
    returnedBy: null,
    returnedAt: endOf(entry),
    reason: 'nobody approved it in time',
    message,
  };
}

function endOf(entry: LedgerEntry): string {
  return entry.approval_ends_at ?? entry.reserved_at;
}
