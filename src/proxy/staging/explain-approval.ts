import { formatCents } from '../../contract/index.ts';
import type { AwaitingApproval, Cents, Returned } from '../../contract/index.ts';
import type { LedgerEntry } from '../ledger/entry.ts';

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
    const message = `${entry.approved_by} has approved this distribution, but it could not be sent yet. The proxy goes on trying by itself; nothing has been created so far.`;
    return { ...common, message };
  }
  const { approval_from_cents: fromCents, currency } = entry;
  const from =
    fromCents === null || currency === null
      ? ''
      : ` from ${formatCents(fromCents as Cents, currency)} ${currency} on`;
  const message = `Waits for approval by a second person, which is needed${from}; nothing has been sent. ${entry.user_name} prepared it, so somebody else has to approve it, by ${endOf(entry)}.`;
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
    message: `${entry.resolved_by} returned this distribution, and nothing was sent: ${reason}`,
  };
}

export function explainExpired(entry: LedgerEntry): Omit<Returned, Common> {
  const message = `Nobody approved this distribution until ${endOf(entry)}, so nothing was sent. Submit the same rows again to have it approved anew.`;
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
