import type {
  AlikeDistribution,
  DistributionRequest,
  NovaDistributionRequest,
} from '../../contract/index.ts';
import { distributionIdSchema, toNovaDateTime } from '../../contract/index.ts';
import type { LedgerEntries } from '../ledger/entries.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import { canonicalContent } from './canonical-content.ts';
import { stagedOf } from './outcome.ts';

/** Nova creates nothing more for these. */
const over: ReadonlySet<string> = new Set(['rejected', 'returned']);

/**
 * For each request the latest entry of other content under the same vehicle, date and name that was staged, or may yet
 * be: a copy of a workbook in which a row was changed or is missing is new content, and would be paid beside the first.
 * Two different external references are two distributions; one that is missing on either side tells nothing. What Nova
 * cancelled is left out. Asks nothing of Nova.
 */
export async function findAlike(
  requests: readonly DistributionRequest[],
  entries: Pick<LedgerEntries, 'findByNames'>,
): Promise<(AlikeDistribution | null)[]> {
  const byName = new Map<string, { entry: LedgerEntry; sent: NovaDistributionRequest }[]>();
  for (const entry of await entries.findByNames([...new Set(requests.map(({ name }) => name))])) {
    if (over.has(entry.state) || isCancelled(entry)) continue;
    const [sent] = JSON.parse(entry.body) as [NovaDistributionRequest];
    const others = byName.get(sent.name);
    if (others === undefined) byName.set(sent.name, [{ entry, sent }]);
    else others.push({ entry, sent });
  }
  return requests.map((request) => {
    const candidates = byName.get(request.name);
    if (candidates === undefined) return null;
    const { hash } = canonicalContent(request);
    const alike = candidates.find(
      ({ entry, sent }) => entry.content_hash !== hash && isSameOccasion(request, sent),
    );
    return alike === undefined ? null : alikeOf(alike.entry, alike.sent);
  });
}

function isCancelled(entry: LedgerEntry): boolean {
  return entry.state === 'accepted' && stagedOf(entry).status === 'cancelled';
}

function isSameOccasion(request: DistributionRequest, sent: NovaDistributionRequest): boolean {
  const reference = sent.external_reference ?? null;
  const isOtherReference =
    reference !== null && request.externalReference !== null && reference !== request.externalReference;
  return (
    !isOtherReference &&
    sent.vehicle === request.vehicle &&
    sent.distribution_date === toNovaDateTime(request.distributionDate)
  );
}

function alikeOf(entry: LedgerEntry, sent: NovaDistributionRequest): AlikeDistribution {
  const id = distributionIdSchema.safeParse(entry.nova_id);
  return {
    entryId: entry.id,
    distributionId: id.success ? id.data : null,
    at: entry.accepted_at ?? entry.reserved_at,
    by: entry.user_name,
    source: { workbook: entry.workbook, sheet: entry.sheet },
    paymentCount: sent.payments.length,
    totalCents: entry.total_cents as AlikeDistribution['totalCents'],
    currency: entry.currency as AlikeDistribution['currency'],
  };
}
