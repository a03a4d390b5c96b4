import { Text } from '@fluentui/react-components';
import { amountsOf, strings } from '../../words/index.ts';
import type { FateLine } from '../run-story.ts';
import { useSurface } from './use-surface.ts';

/** What was staged and what was not, in figures. */
export function FateCard({ lines }: { lines: readonly FateLine[] }) {
  const surface = useSurface();
  return (
    <section className={surface.card} aria-label={strings.result.fatesLabel}>
      <ul className={surface.list}>
        {lines.map(({ fate, count, totals }) => (
          <li key={fate} className={surface.row}>
            <Text weight="semibold">{strings.result.fates[fate](count)}</Text>
            <Text className={surface.amount}>{amountsOf(totals)}</Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
