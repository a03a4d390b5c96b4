import { distributionIdSchema } from '../../contract/index.ts';
import type {
  Accepted,
  DistributionRequest,
  OtherMode,
  Outcome,
  Said,
  Sentence,
  Unknown,
} from '../../contract/index.ts';
import { say, told } from '../../words/said.ts';
import { toInstant } from '../clock.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import { keepsBytes } from './entry-kind.ts';
import { explainExpired, explainReturned, explainWaiting, isApprovalOver } from './explain-approval.ts';
import { reasonOf } from './explain-reason.ts';
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
  const known = {
    ...acceptedEntry(entry),
    repeatReason: entry.repeat_reason,
    distributionId: distributionIdSchema.parse(entry.nova_id),
    distributionStatus: staged.status,
    senderUrl: staged.senderUrl,
    payments: match.payments,
  };
  if (isOfOtherMode(entry, context.mode)) return { ...known, ...inOtherMode(entry, context.mode) };
  const warnings = asWarnings([...pageWarnings(staged), ...match.warnings]);
  return { ...known, outcome: 'accepted', existing: context.existing, ...warnings };
}

/** What makes the outcome of an entry that Nova created in the other mode, beside what is said of all that it created. */
export function inOtherMode(entry: LedgerEntry, mode: 'sandbox' | 'live') {
  return { outcome: 'other-mode' as const, ...say(modeMismatch(entry, mode)) };
}

/** What is said alike of everything that Nova created, whatever its kind. */
export function acceptedEntry(entry: LedgerEntry) {
  return {
    entryId: entry.id,
    contentHash: entry.content_hash,
    generation: entry.generation,
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
export function withoutAcceptance(
  entry: LedgerEntry,
  nowMs: number,
): Exclude<Outcome, Accepted | OtherMode> | null {
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

/** That Nova created something in the other mode than the one the proxy is set to. */
export function modeMismatch(
  { kind, nova_id: id }: Pick<LedgerEntry, 'nova_id' | 'kind'>,
  mode: 'sandbox' | 'live',
): Sentence {
  return told('otherMode', { id, kind, mode });
}

/** The contract's members for warnings, each of one sentence or several. */
export function asWarnings(warnings: readonly Said[]): { warnings: string[]; warningsSaid: Said[] } {
  const told = warnings.map(say);
  return { warnings: told.map(({ message }) => message), warningsSaid: told.map(({ said }) => said) };
}

function pageWarnings(staged: StagedDistribution): Said[] {
  return staged.complete ? [] : [[told('paymentsMissing')]];
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
  const { error_code: code, error_message: reason, kind } = entry;
  if (nowMs >= endMs) {
    const sentences = [told('notKnown', { kind }), told('keyExpired'), told('lookInDashboard')];
    return { ...common, code: 'key-expired', ...say(sentences) };
  }
  if (entry.state === 'sending')
    return { ...common, code: 'still-sending', ...say(told('stillSending', { kind })) };
  const why = reason === null ? told('noAnswer') : reasonOf({ code: code ?? '', reason });
  const next = common.needsPerson
    ? [told('notAskedAgain'), told('lookInDashboard')]
    : [told(keepsBytes(entry) ? 'askedByItself' : 'askedWithRows', { kind })];
  return { ...common, code: code ?? 'unknown', ...say([told('notKnown', { kind }), why, ...next]) };
}

/** A member that every entry of this state has; one without it means that the ledger is damaged, which is no answer. */
function present(value: string | null): string {
  if (value === null) throw new Error('a ledger entry lacks what its state promises');
  return value;
}
