import type { AwaitingApproval, Cents, Returned } from '../../contract/index.ts';
import { say, told } from '../../words/said.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import { keepsBytes } from './entry-kind.ts';

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
  const { approval_from_cents: fromCents, approved_by: approver, currency, kind } = entry;
  if (approver !== null) {
    const key = keepsBytes(entry) ? 'approvedNotSent' : 'approvedSendAgain';
    return { ...common, ...say(told(key, { kind, userName: approver })) };
  }
  const needed =
    kind === 'payment-instructions' ? told('bankDetailsWait') : told('waits', { fromCents, currency });
  const who = told('somebodyElse', { userName: entry.user_name, endsAt: endOf(entry) });
  return { ...common, ...say([needed, who]) };
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
    ...say(told('returned', { kind: entry.kind, userName: entry.resolved_by, reason })),
  };
}

export function explainExpired(entry: LedgerEntry): Omit<Returned, Common> {
  return {
    outcome: 'returned',
    code: 'approval-expired',
    returnedBy: null,
    returnedAt: endOf(entry),
    reason: 'nobody approved it in time',
    ...say(told('notApprovedInTime', { kind: entry.kind, endsAt: endOf(entry) })),
  };
}

function endOf(entry: LedgerEntry): string {
  return entry.approval_ends_at ?? entry.reserved_at;
}
