import type { DistributionRequest, Outcome, StageRequest } from '../../contract/index.ts';
import { toInstant } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { distributionContent } from '../ledger/content.ts';
import { factsOf } from '../ledger/content-facts.ts';
import type { ContentFacts } from '../ledger/content-facts.ts';
import type { Terms } from '../ledger/entry.ts';
import type { Takeover } from '../ledger/replaced-payments.ts';
import type { LimitPolicy } from '../limits/limit-policy.ts';
import { canonicalContent } from './canonical-content.ts';
import { toOutcome } from './outcome.ts';
import type { Stager } from './stager.ts';

export interface StagingParts {
  stager: Stager;
  limits: LimitPolicy;
  clock: Clock;
  mode: 'sandbox' | 'live';
}

/** Stages one distribution, or answers with what the same content became before. Throws as `Stager.submit` does. */
export async function stageDistribution(
  request: StageRequest,
  userName: string,
  { stager, limits, clock, mode }: StagingParts,
  takesOver: readonly Takeover[] = [],
): Promise<Outcome> {
  const { hash, body, distribution } = canonicalContent(request.distribution);
  const content = distributionContent({ hash, body, facts: factsOf(distribution) });
  const { entry, existing } = await stager.submit({
    content,
    bytes: body,
    by: { userName, ...request.source },
    repeat: request.repeat ?? null,
    takesOver,
    terms: () => termsFor(content.facts, userName, limits, clock),
  });
  const outcome = toOutcome(entry, request.distribution, { existing, nowMs: clock.now(), mode });
  if (outcome === null) throw new Error('a submission ended without an outcome');
  return outcome;
}

/** What the limits say of a new submission. Throws a `ProxyError` (`limit-exceeded`). */
function termsFor(facts: ContentFacts, userName: string, limits: LimitPolicy, clock: Clock): Terms {
  limits.assertAllowed(facts, userName);
  const needed = limits.approvalFor(facts);
  const endsAt = toInstant(clock.now() + limits.approvalLifeMs);
  return {
    approval: needed === null ? null : { endsAt, fromCents: needed.fromCents },
    dayLimitCents: limits.dayLimitCents(facts.currency),
    unlessAlone: null,
    seen: null,
  };
}

/** What the ledger knows of these contents, in their order; null where Nova cannot have seen them. Sends nothing. */
export async function lookUpDistributions(
  requests: readonly DistributionRequest[],
  { stager, clock, mode }: StagingParts,
): Promise<(Outcome | null)[]> {
  const hashes = requests.map((request) => canonicalContent(request).hash);
  const standing = await stager.standing(hashes);
  return requests.map((request, index) => {
    const entry = standing.get(hashes[index] ?? '');
    return entry === undefined
      ? null
      : toOutcome(entry, request, { existing: true, nowMs: clock.now(), mode });
  });
}
