import { mergeClasses, Text } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { CurrencyTotal, PlannedDistribution } from '../../domain/index.ts';
import { formatMoney, strings } from '../../words/index.ts';
import { distributionShares } from '../shares.ts';
import { ShareChart } from './share-chart.tsx';
import { useSurface } from './use-surface.ts';

interface TotalsCardProps {
  totals: readonly CurrencyTotal[];
  distributions: readonly PlannedDistribution[];
  /** False where nobody could say which payees are new. */
  knowsNew: boolean;
}

/** What will be sent, per currency: the figures that the control total must match. */
export function TotalsCard({ totals, distributions, knowsNew }: TotalsCardProps) {
  const surface = useSurface();
  const shares = useMemo(() => distributionShares(distributions), [distributions]);
  return (
    <section className={surface.card} aria-label={strings.preview.toSend}>
      {totals.map(({ currency, amountCents, count }) => (
        <div key={currency} className={surface.row}>
          <Text className={surface.quiet}>
            {strings.preview.toSend} ({currency}), {strings.preview.payments(count)}
          </Text>
          <Text weight="semibold" size={400} className={mergeClasses(surface.amount)}>
            {formatMoney(amountCents, currency)}
          </Text>
        </div>
      ))}
      {!knowsNew && <Text size={200}>{strings.preview.newUnknown}</Text>}
      <ShareChart label={strings.preview.shares} shares={shares} />
    </section>
  );
}
