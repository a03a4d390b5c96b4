/** What became of a plan, drawn from chance in place of a proxy: most of it accepted, some refused, some unknown. */
import type { DistributionId, Outcome, PaymentId } from '../../contract/index.ts';
import type { DistributionOutcome, PlannedDistribution, SubmissionPlan } from '../../domain/index.ts';
import type { Random } from '../torture/random.ts';

const knownAt = '2026-03-02T10:00:00Z';

/** One outcome for each distribution, in the plan's order. */
export function drawOutcomes(plan: SubmissionPlan, random: Random): DistributionOutcome[] {
  return plan.distributions.map((distribution, index) => ({
    distribution,
    outcome: drawOutcome(distribution, index, random),
  }));
}

function drawOutcome(distribution: PlannedDistribution, index: number, random: Random): Outcome {
  const entry = { entryId: `entry-${index}`, contentHash: 'a'.repeat(64), generation: 1 };
  const kind = random.pickWeighted({ accepted: 8, rejected: 1, unknown: 1 });
  if (kind === 'rejected') {
    const [code, message] = ['not_found', '=HYPERLINK("https://example.com") is not known'];
    return { ...entry, outcome: kind, status: 404, code, message, param: null, requestId: null };
  }
  if (kind === 'unknown') {
    return {
      ...entry,
      outcome: kind,
      code: 'timeout',
      message: 'Nova did not answer.',
      keyExpiresAt: knownAt,
    };
  }
  return {
    ...entry,
    outcome: kind,
    existing: false,
    acceptedAt: knownAt,
    acceptedFor: 'Preparer',
    livemode: false,
    distributionId: `dst_D${index}` as DistributionId,
    distributionStatus: 'draft',
    senderUrl: `https://portal.example/D${index}`,
    payments: distribution.rows.map((_row, row) => ({
      id: `dpmt_D${index}P${row}` as PaymentId,
      status: 'created',
    })),
    warnings: random.chance(0.2) ? ['1 payment is missing'] : [],
  };
}
