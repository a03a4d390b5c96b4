import type { NovaDistribution } from '../../contract/index.ts';

/**
 * The status as Nova gives it; where an answer leaves it out, as the example of the reference does, what its instants
 * say. A value that the reference does not list is kept as it came.
 */
export function distributionStatus(distribution: NovaDistribution): string {
  if (distribution.status) return distribution.status;
  if (distribution.cancelled_at) return 'cancelled';
  if (distribution.executed_at) return 'executed';
  if (distribution.approved_at) return 'approved';
  if (distribution.published_at) return 'published';
  return 'draft';
}
