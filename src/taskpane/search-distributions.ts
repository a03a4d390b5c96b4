import { formatCents } from '../contract/index.ts';
import type { DistributionGroup } from '../domain/index.ts';
import { formatDay } from '../words/index.ts';
import { paymentText } from './search-list.ts';

const texts = new WeakMap<DistributionGroup, string>();

/**
 * Everything that a distribution is looked for by: name, vehicle, date, reference and totals, and all that its payments are
 * found by. Put together once for each.
 */
export function distributionText(group: DistributionGroup): string {
  const known = texts.get(group);
  if (known !== undefined) return known;
  const [first] = group.rows;
  const own =
    first === undefined
      ? []
      : [
          first.distributionName,
          first.vehicle,
          formatDay(first.distributionDate),
          first.externalReference ?? '',
        ];
  const totals = group.totals.map(
    ({ amountCents, currency }) => `${formatCents(amountCents, currency)} ${currency}`,
  );
  const text = [...own, ...totals, ...group.rows.map(paymentText)].join('\n');
  texts.set(group, text);
  return text;
}
