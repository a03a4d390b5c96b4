import { mergeClasses, Text } from '@fluentui/react-components';
import type { CurrencyTotal } from '../../domain/index.ts';
import { formatMoney } from '../format.ts';
import { strings } from '../strings.ts';
import { useSurface } from './use-surface.ts';

/** What will be sent, per currency: the figures that the control total must match. */
export function TotalsCard({ totals }: { totals: readonly CurrencyTotal[] }) {
  const surface = useSurface();
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
    </section>
  );
}
