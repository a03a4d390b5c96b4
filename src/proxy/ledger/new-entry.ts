import { idempotencyKey } from '../staging/canonical-content.ts';
import type { Content } from './content.ts';
import { dayOf } from './day-total.ts';
import type { ApprovalTerms, LedgerEntry, Submitter } from './entry.ts';
import type { GenerationPlan } from './plan-generation.ts';
import { timeOrderedId } from './time-ordered-id.ts';

/** Where, for whom and when an entry begins; `owner` is set when that proxy is about to send it. */
export interface Beginning {
  organization: string;
  owner: string | null;
  by: Submitter;
  at: string;
  /** Set where a second person has to approve it first. */
  approval: ApprovalTerms | null;
  /** What Nova showed before, as JSON. */
  seen: string | null;
}

/**
 * The first row of a generation of a content, before anything has happened to it. The instants by which others judge it,
 * of its sending and of its lease, are set where it is written down.
 */
export function newEntry(
  { kind, hash, body, facts, subject, setHash, reference }: Content,
  plan: Extract<GenerationPlan, { kind: 'new' }>,
  { organization, owner, by, at, approval, seen }: Beginning,
): LedgerEntry {
  return {
    id: timeOrderedId(),
    organization,
    content_hash: hash,
    generation: plan.generation,
    body,
    idempotency_key: idempotencyKey(organization, hash, plan.generation),
    state: approval !== null ? 'awaiting' : owner === null ? 'reserved' : 'sending',
    reserved_at: at,
    updated_at: at,
    first_sent_at: null,
    accepted_at: null,
    tries: 0,
    nova_id: null,
    livemode: null,
    result: null,
    error_code: null,
    error_message: null,
    user_name: by.userName,
    workbook: by.workbook,
    sheet: by.sheet,
    owner,
    lease_until: null,
    ask_count: 0,
    next_ask_at: null,
    repeat_of: plan.repeatOf,
    repeat_reason: plan.repeatReason,
    resolved_by: null,
    resolved_reason: null,
    name: facts.name,
    payment_count: facts.paymentCount,
    total_cents: facts.totalCents,
    currency: facts.currency,
    counted_day: dayOf(at),
    approval_ends_at: approval?.endsAt ?? null,
    approval_from_cents: approval?.fromCents ?? null,
    approved_by: null,
    approved_at: null,
    kind,
    subject,
    set_hash: setHash,
    reference,
    seen,
  };
}
