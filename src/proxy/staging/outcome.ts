import { distributionIdSchema } from '../../contract/index.ts';
import type { Accepted, DistributionRequest, Outcome, Unknown } from '../../contract/index.ts';
import { toInstant } from '../clock.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import { keepsBytes, nounOf } from './entry-kind.ts';
import { explainExpired, explainReturned, explainWaiting, isApprovalOver } from './explain-approval.ts';
import type { Refusal } from './explain-rejection.ts';
import { keyEndMs } from './key-life.ts';
import { matchPayments } from './match-payments.ts';
import type { StagedDistribution } from './staged-distribution.ts';

export interface OutcomeContext {
  /** True when nothing was sent for this request. */
  existing: boolean;
  nowMs: number;
  mode: 'sandbox' | 'live';
}

/**
 * Puts a distribution's entry as the contract's outcome, its payments in the order of this very request. Null for an entry that Nova
 * cannot have seen and that needs no approval.
 */
export function toOutcome(
  entry: LedgerEntry,
  request: DistributionRequest,
  context: OutcomeContext,
): Outcome | null {
  if (entry.state !== 'accepted') return withoutAcceptance(entry, context.nowMs);
  const staged = stagedOf(entry);
  const match = matchPayments(request.payments, staged.payments);
  return {
    ...acceptedEntry(entry, context),
    repeatReason: entry.repeat_reason,
    distributionId: distributionIdSchema.parse(entry.nova_id),
    distributionStatus: staged.status,
    senderUrl: staged.senderUrl,
    payments: match.payments,
    warnings: [...modeWarnings(entry, context.mode), ...pageWarnings(staged), ...match.warnings],
  };
}

/** What is said alike of everything that was accepted, whatever its kind. */
export function acceptedEntry(entry: LedgerEntry, context: OutcomeContext) {
  return {
    outcome: 'accepted' as const,
    entryId: entry.id,
    contentHash: entry.content_hash,
    generation: entry.generation,
    existing: context.existing,
    acceptedAt: present(entry.accepted_at),
    acceptedFor: entry.user_name,
    acceptedFrom: { workbook: entry.workbook, sheet: entry.sheet },
    livemode: entry.livemode === 1,
  };
}

/**
 * The outcome of an entry of whatever kind that is not accepted. Null for one that Nova cannot have seen and that needs
 * no approval.
 */
export function withoutAcceptance(entry: LedgerEntry, nowMs: number): Exclude<Outcome, Accepted> | null {
  const common = { entryId: entry.id, contentHash: entry.content_hash, generation: entry.generation };
  switch (entry.state) {
    case 'accepted':
      throw new Error('an accepted entry has an outcome of its own kind');
    case 'reserved':
      return entry.approved_at === null ? null : { ...common, ...explainWaiting(entry) };
    case 'awaiting':
      return isApprovalOver(entry, nowMs)
        ? { ...common, ...explainExpired(entry) }
        : { ...common, ...explainWaiting(entry) };
    case 'returned':
      return { ...common, ...explainReturned(entry) };
    case 'rejected':
      return { ...common, outcome: 'rejected', ...(JSON.parse(present(entry.result)) as Refusal) };
    case 'sending':
    case 'unknown':
      return { ...common, outcome: 'unknown', ...explainUnknown(entry, nowMs) };
  }
}

export function stagedOf(entry: LedgerEntry): StagedDistribution {
  return JSON.parse(present(entry.result)) as StagedDistribution;
}

/** Whether Nova created this entry in the other mode than the one the proxy is set to. */
export function isOfOtherMode(entry: LedgerEntry, mode: 'sandbox' | 'live'): boolean {
  return entry.state === 'accepted' && (entry.livemode === 1) !== (mode === 'live');
}

export function modeMismatchSentence(
  entry: Pick<LedgerEntry, 'nova_id' | 'kind'>,
  mode: 'sandbox' | 'live',
): string {
  const other = mode === 'live' ? 'sandbox' : 'live';
  return `Nova created ${entry.nova_id ?? `this ${nounOf(entry)}`} in ${other} mode, but this proxy is set to ${mode} mode. Look at it in Nova's dashboard, and have NOVA_MODE and the credentials checked before anything else is submitted.`;
}

function modeWarnings(entry: LedgerEntry, mode: 'sandbox' | 'live'): string[] {
  return isOfOtherMode(entry, mode) ? [modeMismatchSentence(entry, mode)] : [];
}

function pageWarnings(staged: StagedDistribution): string[] {
  return staged.complete
    ? []
    : ['Nova did not list all payments of this distribution yet; submit again or refresh to fetch the rest.'];
}

/**
 * Whether only people can say what became of an unknown entry: its key has come to its end, or Nova's answers can no
 * longer tell (another request under the same key, an answer that belongs to another submission).
 */
export function needsPerson(entry: LedgerEntry, nowMs: number): boolean {
  if (entry.state !== 'unknown') return false;
  const answersCannotTell =
    entry.error_code === 'idempotency-mismatch' || entry.error_code === 'answer-not-ours';
  return answersCannotTell || nowMs >= keyEndMs(entry.first_sent_at ?? entry.reserved_at);
}

function explainUnknown(
  entry: LedgerEntry,
  nowMs: number,
): Omit<Unknown, 'outcome' | 'entryId' | 'contentHash' | 'generation'> {
  const endMs = keyEndMs(entry.first_sent_at ?? entry.reserved_at);
  const common = {
    keyExpiresAt: toInstant(endMs),
    needsPerson: needsPerson(entry, nowMs),
    submittedFor: entry.user_name,
  };
  const noun = nounOf(entry);
  if (nowMs >= endMs) {
    const message = `It is not known whether Nova created this ${noun}, and the time in which asking again is safe is over, so nothing was sent. Look for it in the Nova dashboard: link it if it is there; if it is not, have a second person declare that it was never created.`;
    return { ...common, code: 'key-expired', message };
  }
  if (entry.state === 'sending') {
    const message = `This ${noun} is still being sent, so it is not known yet whether Nova created it. Submit the same rows again in a moment to find out; that cannot create it a second time.`;
    return { ...common, code: 'still-sending', message };
  }
  const reason = plainReason(entry.error_message ?? 'no answer came');
  if (common.needsPerson) {
    const message = `It is not known whether Nova created this ${noun}: ${reason}. It is not asked for again by itself. Look for it in the Nova dashboard: link it if it is there; if it is not, have a second person declare that it was never created.`;
    return { ...common, code: entry.error_code ?? 'unknown', message };
  }
  const howAsked = keepsBytes(entry)
    ? 'It is asked for again by itself; submit the same rows again to find out at once.'
    : 'Its account number is not kept here, so it is not asked for again by itself. Submit the same rows again to find out.';
  const message = `It is not known whether Nova created this ${noun}: ${reason}. ${howAsked}`;
  return { ...common, code: entry.error_code ?? 'unknown', message };
}

/** Without its full stop, and without the code of the connection's error, which stays in the ledger and the log. */
function plainReason(sentence: string): string {
  return sentence.replace(/ \([A-Z_]+\)/, '').replace(/\.$/, '');
}

/** A member that every entry of this state has; one without it means that the ledger is damaged, which is no answer. */
function present(value: string | null): string {
  if (value === null) throw new Error('a ledger entry lacks what its state promises');
  return value;
}
