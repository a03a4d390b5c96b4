import {
  paymentIdSchema,
  sumCents,
  type Accepted,
  type AlikeDistribution,
  type AwaitingApproval,
  type OtherMode,
  type Outcome,
  type PaymentId,
} from '../contract/index.ts';
import type { CurrencyTotal, PlannedDistribution, SubmissionPlan } from '../domain/index.ts';
import type { Reading } from './state.ts';

/** A planned distribution beside what the ledger knows of the same content. */
export interface PlannedWithHistory {
  distribution: PlannedDistribution;
  /** Null when the ledger has never seen this content. */
  earlier: Outcome | null;
  /** Other content that was staged on the same occasion. */
  alike: AlikeDistribution | null;
}

/** What pressing the main button will do: plain data, drawn in the preview and followed by the run. */
export interface Submission {
  /** All planned distributions, in sheet order. */
  all: PlannedWithHistory[];
  /** Each is one request to the proxy, and counts in the totals; the others are in the lists below, or a person resolves them. */
  toSend: PlannedDistribution[];
  /** Those accepted before: nothing is sent, their ids are only written back. */
  acceptedBefore: { distribution: PlannedDistribution; outcome: Accepted }[];
  /**
   * Nobody has decided yet: their rows bear the ids of cancelled distributions, or the same occasion was staged before
   * with other payments.
   */
  held: PlannedDistribution[];
  /** Created in Nova's other mode: nothing is sent, and no ids are written. */
  otherMode: PlannedDistribution[];
  /** Sealed before, until a second person approves them: nothing is sent now, and the pane follows what becomes of them. */
  waiting: PlannedDistribution[];
  /** The deliberate repeats among `toSend`, by the key of the plan. */
  repeats: Reading['repeats'];
  /** Over `toSend` alone: what the control total must equal, per currency. */
  totals: CurrencyTotal[];
}

/**
 * Puts the ledger's memory beside the plan. `earlier` is the lookup's answer, in the order of the plan's distributions;
 * an answer of another length is a bug of the proxy and throws a RangeError, because pairs would be wrong.
 */
export function submissionOf(
  plan: SubmissionPlan,
  { earlier, repeats, alike, others }: Pick<Reading, 'earlier' | 'repeats' | 'alike' | 'others'>,
): Submission {
  if (earlier.length !== plan.distributions.length) {
    throw new RangeError(
      `${plan.distributions.length} distributions, but ${earlier.length} answers about them`,
    );
  }
  const all = plan.distributions.map((distribution, index) => ({
    distribution,
    earlier: earlier[index] ?? null,
    alike: alike[index] ?? null,
  }));
  const toSend: PlannedDistribution[] = [];
  const acceptedBefore: Submission['acceptedBefore'] = [];
  const held: PlannedDistribution[] = [];
  const waiting: PlannedDistribution[] = [];
  const otherMode: PlannedDistribution[] = [];
  for (const { distribution, earlier: outcome, alike: one } of all) {
    const known = knownOutcome(distribution, outcome, repeats);
    const isHeld =
      waitsForDecision(distribution, outcome, repeats) ||
      mayBeTheSame(distribution, outcome, one, repeats, others);
    if (known === null && isHeld) held.push(distribution);
    else if (known === null) toSend.push(distribution);
    else if (known.outcome === 'accepted') acceptedBefore.push({ distribution, outcome: known });
    else if (known.outcome === 'awaiting-approval') waiting.push(distribution);
    else if (known.outcome === 'other-mode') otherMode.push(distribution);
  }
  return {
    all,
    toSend,
    acceptedBefore,
    held,
    waiting,
    otherMode,
    repeats,
    totals: addTotals(toSend.map(({ totals }) => totals)),
  };
}

/**
 * What is certain about a distribution without asking anybody: Nova created it, in whichever mode, and it is not to be
 * repeated; it waits for a second person; or only a person can say what became of it. Null when it is one request to the
 * proxy.
 */
export function knownOutcome(
  { key }: PlannedDistribution,
  earlier: Outcome | null,
  repeats: Reading['repeats'],
): Outcome | null {
  if (earlier !== null && isCreated(earlier)) return key in repeats ? null : earlier;
  if (earlier?.outcome === 'awaiting-approval') return isApproved(earlier) ? null : earlier;
  return earlier?.outcome === 'unknown' && earlier.needsPerson === true ? earlier : null;
}

/** Nova has it, so that only a deliberate repeat creates it once more. */
export function isCreated(outcome: Outcome): outcome is Accepted | OtherMode {
  return outcome.outcome === 'accepted' || outcome.outcome === 'other-mode';
}

/** Somebody approved it, and it could not be sent yet: submitting the same rows sends it. */
export function isApproved({ approvedBy }: AwaitingApproval): boolean {
  return approvedBy !== null;
}

/** Nova has nothing of this content: it was never sent, or the answer was a definite no. */
export function isNew(earlier: Outcome | null): boolean {
  return earlier === null || earlier.outcome === 'rejected' || earlier.outcome === 'returned';
}

/** Sealed, and not decided on yet. */
export function isWaiting({ outcome }: { outcome: Outcome | null }): boolean {
  return outcome?.outcome === 'awaiting-approval';
}

/** The cancelled distributions whose ids the rows still bear, each once. */
export function replacedIds({ rows }: Pick<PlannedDistribution, 'rows'>): string[] {
  return [...new Set(rows.flatMap(({ replaced }) => replaced?.distributionId ?? []))];
}

/**
 * The payments of cancelled distributions whose ids the rows still bear; undefined where a row does not say which one is
 * its own, so that the distributions count as taken over as a whole.
 */
export function replacedPaymentIds({ rows }: Pick<PlannedDistribution, 'rows'>): PaymentId[] | undefined {
  const ids = new Set<PaymentId>();
  for (const { replaced } of rows) {
    if (replaced === undefined) continue;
    const id = paymentIdSchema.safeParse(replaced.paymentId);
    if (!id.success) return undefined;
    ids.add(id.data);
  }
  return ids.size === 0 ? undefined : [...ids];
}

/** New content in the rows of a cancelled distribution. */
export function isReplacement(
  distribution: Pick<PlannedDistribution, 'rows'>,
  earlier: Outcome | null,
): boolean {
  return isNew(earlier) && replacedIds(distribution).length > 0;
}

/** New content in the rows of a cancelled distribution is sent on purpose only, as a repeat is. */
export function waitsForDecision(
  distribution: PlannedDistribution,
  earlier: Outcome | null,
  repeats: Reading['repeats'],
): boolean {
  return isReplacement(distribution, earlier) && !(distribution.key in repeats);
}

/** Content that nobody staged, on an occasion on which other content was, is sent only when somebody says it is another. */
function mayBeTheSame(
  { key }: PlannedDistribution,
  earlier: Outcome | null,
  alike: AlikeDistribution | null,
  repeats: Reading['repeats'],
  others: Reading['others'],
): boolean {
  return isNew(earlier) && alike !== null && !(key in repeats) && others[key] !== alike.entryId;
}

/** Adds totals per currency, in the order in which the currencies first appear. */
export function addTotals(lists: readonly (readonly CurrencyTotal[])[]): CurrencyTotal[] {
  const byCurrency = new Map<string, CurrencyTotal>();
  for (const { currency, amountCents, count } of lists.flat()) {
    const before = byCurrency.get(currency);
    byCurrency.set(currency, {
      currency,
      amountCents: before === undefined ? amountCents : sumCents([before.amountCents, amountCents]),
      count: (before?.count ?? 0) + count,
    });
  }
  return [...byCurrency.values()];
}
