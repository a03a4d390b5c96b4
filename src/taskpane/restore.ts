import { distributionIdSchema, type Accepted } from '../contract/index.ts';
import type { DistributionOutcome } from '../domain/index.ts';
import { settle } from './boundary.ts';
import type { Desk } from './desk.ts';
import { keepResults } from './pending-results.ts';
import { payoutRules } from './payout-rules.ts';
import type { Place } from './place.ts';
import { writeCurrent } from './run.ts';
import type { PaneEvent, PayoutJob, Reading, Results } from './state.ts';
import { assertSameNova } from './workbook-nova.ts';

/**
 * Gives rows the ids back that the ledger knows and the sheet does not show. Creates nothing: Nova is asked for the
 * statuses of now, and where it does not answer those of the ledger are written, with the time from which they surely
 * are.
 */
export async function restoreIds(desk: Desk, place: Place<PayoutJob>, reading: Reading): Promise<PaneEvent> {
  await assertSameNova(desk, place.pane());
  const { table, mapping, recall, settings } = reading;
  const { outcomes, knownAt } = await withPresentStatuses(desk, recall);
  const results: Results = {
    ...{ reference: table.reference, mapping, header: table.header, outcomes, knownAt },
    stop: null,
    defaultCurrency: settings.defaultCurrency,
    restored: true,
  };
  keepResults(desk.storage, results);
  place.dispatch({ type: 'run-ended', results });
  return writeCurrent(desk, place, payoutRules);
}

async function withPresentStatuses(
  desk: Desk,
  recall: readonly DistributionOutcome[],
): Promise<Pick<Results, 'outcomes' | 'knownAt'>> {
  const accepted = recall.flatMap(({ outcome }) => (outcome?.outcome === 'accepted' ? [outcome] : []));
  const ids = [...new Set(accepted.map(({ distributionId }) => distributionIdSchema.parse(distributionId)))];
  const asked = await settle(() => desk.proxy.refresh(ids));
  const found = new Map(
    (asked.ok ? asked.value.distributions : []).flatMap((one) =>
      one.found ? [[one.distributionId as string, one] as const] : [],
    ),
  );
  const isWhole = ids.every((id) => found.has(id));
  const earliest = accepted.map(({ acceptedAt }) => acceptedAt).sort()[0];
  const outcomes = recall.map(({ distribution, outcome }) => {
    const news = outcome?.outcome === 'accepted' ? found.get(outcome.distributionId) : undefined;
    if (outcome?.outcome !== 'accepted' || news === undefined) return { distribution, outcome };
    const statuses = new Map(news.payments.map(({ id, status }) => [id, status]));
    const payments: Accepted['payments'] = outcome.payments.map((payment) =>
      payment === null ? null : { ...payment, status: statuses.get(payment.id) ?? payment.status },
    );
    return { distribution, outcome: { ...outcome, distributionStatus: news.distributionStatus, payments } };
  });
  const knownAt = asked.ok && isWhole ? asked.value.checkedAt : earliest;
  return { outcomes, knownAt: knownAt ?? desk.clock.now().toISOString() };
}
