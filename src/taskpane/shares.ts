import { paymentStatuses } from '../contract/index.ts';
import type {
  DistributionGroup,
  DistributionOutcome,
  PayoutRow,
  PlannedDistribution,
  StatusChange,
} from '../domain/index.ts';
import { formatCount, formatMoney, formatShare, statusWords, strings } from '../words/index.ts';

/** One bar of a chart, and the same as words. */
export interface Share {
  key: string;
  /** What it is a share of: a name, or a status. */
  label: string;
  part: number;
  whole: number;
  /** What stands beside the bar: a percentage of amounts, `14 / 50` of what is counted. */
  figure: string;
  /** As it is read: an exact amount or a count, never what the bar rounds to. */
  text: string;
}

/** So many bars can be told apart at a glance; what is left is one more. */
const mostBars = 3;

/**
 * The largest payees of a distribution, all payments to an entity together; none where its payments have no common total.
 * `marksOf` says in words what makes a payment one to look at twice.
 */
export function largestPayees(
  { rows, totals }: Pick<DistributionGroup, 'rows' | 'totals'>,
  marksOf: (row: PayoutRow) => readonly string[] = () => [],
): Share[] {
  const [total, ...others] = totals;
  if (total === undefined || others.length > 0) return [];
  const payees = new Map<string, { label: string; amountCents: number; rows: PayoutRow[] }>();
  for (const row of rows) {
    const { entity, payeeName, amountCents } = row;
    const payee = payees.get(entity);
    if (payee === undefined) payees.set(entity, { label: payeeName ?? entity, amountCents, rows: [row] });
    else {
      payee.amountCents += amountCents;
      payee.rows.push(row);
    }
  }
  if (payees.size < 2) return [];
  return [...payees]
    .sort(([, one], [, other]) => other.amountCents - one.amountCents)
    .slice(0, mostBars)
    .map(([key, payee]) => {
      const marks = [...new Set(payee.rows.flatMap(marksOf))];
      const label = marks.length === 0 ? payee.label : strings.preview.markedPayee(payee.label, marks);
      return share(key, label, payee.amountCents, total);
    })
    .filter(isSeen);
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
    )
    .filter(isSeen);
}

/** A bar of less is as good as none. */
const smallestShare = 0.005;
const isSeen = ({ part, whole }: Share) => part >= whole * smallestShare;

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
  const figure = formatShare(amountCents, total.amountCents);
  return {
    key,
    label,
    part: amountCents,
    whole: total.amountCents,
    figure,
    text: `${formatMoney(amountCents, total.currency)}, ${figure}`,
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
        figure: `${formatCount(count)} / ${formatCount(whole)}`,
        text: strings.refresh.countOf(count, whole),
      };
    });
}
