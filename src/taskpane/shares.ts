import { paymentStatuses } from '../contract/index.ts';
import type {
  DistributionGroup,
  DistributionOutcome,
  PlannedDistribution,
  StatusChange,
} from '../domain/index.ts';
import { formatMoney, formatShare } from './format.ts';
import { statusWords, strings } from './strings.ts';

/** One bar of a chart, and the same as words. */
export interface Share {
  key: string;
  /** What it is a share of: a name, or a status. */
  label: string;
  part: number;
  whole: number;
  /** As it is read: an exact amount or a count, never what the bar rounds to. */
  text: string;
}

/** So many bars can be told apart at a glance; what is left is one more. */
const mostBars = 3;

/** The largest payees of a distribution, all payments to an entity together; none where its payments have no common total. */
export function largestPayees({ rows, totals }: Pick<DistributionGroup, 'rows' | 'totals'>): Share[] {
  const [total, ...others] = totals;
  if (total === undefined || others.length > 0) return [];
  const payees = new Map<string, { label: string; amountCents: number }>();
  for (const { entity, payeeName, amountCents } of rows) {
    const payee = payees.get(entity);
    if (payee === undefined) payees.set(entity, { label: payeeName ?? entity, amountCents });
    else payee.amountCents += amountCents;
  }
  if (payees.size < 2) return [];
  return [...payees]
    .sort(([, one], [, other]) => other.amountCents - one.amountCents)
    .slice(0, mostBars)
    .map(([key, { label, amountCents }]) => share(key, label, amountCents, total));
}

/** What each distribution takes of all that is staged, the largest first. */
export function distributionShares(distributions: readonly PlannedDistribution[]): Share[] {
  const currencies = new Set(distributions.flatMap(({ totals }) => totals.map(({ currency }) => currency)));
  if (distributions.length < 2 || currencies.size > 1) return [];
  const amounts = distributions.map((distribution) => ({
    distribution,
    amountCents: distribution.totals.reduce((sum, total) => sum + total.amountCents, 0),
  }));
  const total = {
    amountCents: amounts.reduce((sum, { amountCents }) => sum + amountCents, 0),
    currency: [...currencies][0] ?? 'USD',
  };
  return amounts
    .sort((one, other) => other.amountCents - one.amountCents)
    .slice(0, mostBars + 2)
    .map(({ distribution, amountCents }) =>
      share(distribution.key, nameOf(distribution, distributions), amountCents, total),
    );
}

/** Two of one name are told apart by their references, or else by who pays. */
function nameOf({ key, request }: PlannedDistribution, all: readonly PlannedDistribution[]): string {
  const isOnly = all.every((other) => other.key === key || other.request.name !== request.name);
  return isOnly ? request.name : `${request.name}, ${request.externalReference ?? request.vehicle}`;
}

function share(
  key: string,
  label: string,
  amountCents: number,
  total: { amountCents: number; currency: string },
): Share {
  return {
    key,
    label,
    part: amountCents,
    whole: total.amountCents,
    text: `${formatMoney(amountCents, total.currency)}, ${formatShare(amountCents, total.amountCents)}`,
  };
}

/** How many payments of a run stand where, those that were not staged included. */
export function statusesOfRun(outcomes: readonly DistributionOutcome[]): StatusChange[] {
  const counts = new Map<string, number>();
  const add = (status: string, count: number) => counts.set(status, (counts.get(status) ?? 0) + count);
  for (const { distribution, outcome } of outcomes) {
    if (outcome?.outcome !== 'accepted') add(strings.result.notStaged, distribution.rows.length);
    else for (const payment of outcome.payments) add(payment?.status ?? strings.result.notListed, 1);
  }
  return [...counts].map(([status, count]) => ({ status, count }));
}

/** Statuses as parts of all payments, in the order in which a payment goes through them. */
export function statusShares(
  statuses: readonly StatusChange[],
  changes: readonly StatusChange[] = [],
): Share[] {
  const whole = statuses.reduce((sum, { count }) => sum + count, 0);
  const orderOf = (status: string) => {
    const index = (paymentStatuses as readonly string[]).indexOf(status);
    return index < 0 ? paymentStatuses.length : index;
  };
  return statuses
    .toSorted((one, other) => orderOf(one.status) - orderOf(other.status))
    .map(({ status, count }) => {
      const added = changes.find((change) => change.status === status)?.count ?? 0;
      const words = statusWords(status);
      return {
        key: status,
        label: added === 0 ? words : strings.refresh.statusWithNews(words, added),
        part: count,
        whole,
        text: strings.refresh.countOf(count, whole),
      };
    });
}
