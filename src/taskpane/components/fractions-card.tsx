import { Text } from '@fluentui/react-components';
import { useId } from 'react';
import type { GroupFacts } from '../../domain/index.ts';
import { formatMoney, strings } from '../../words/index.ts';
import type { Reading } from '../state.ts';
import { SectionTitle } from './section-title.tsx';
import { useSurface } from './use-surface.ts';

/** Where the cells do not add up to what is paid cent by cent: how much, before the fractions are mended one by one. */
export function FractionsCard({ reading }: { reading: Reading }) {
  const surface = useSurface();
  const title = useId();
  const differing = reading.check.groupFacts.filter(({ differenceText }) => differenceText !== null);
  if (differing.length === 0) return null;
  return (
    <section className={surface.card} aria-labelledby={title}>
      <SectionTitle id={title}>{strings.preview.differenceTitle}</SectionTitle>
      {differing.map((facts) => (
        <Text key={facts.key} size={200} className={surface.breakable}>
          {withName(reading, facts)}
        </Text>
      ))}
    </section>
  );
}

/** A distribution all of whose rows carry problems has no name that is certain. */
function withName(reading: Reading, facts: GroupFacts): string {
  const name = reading.check.groups.find(({ key }) => key === facts.key)?.rows[0]?.distributionName;
  const difference = differenceOf(reading, facts);
  return name === undefined ? difference : strings.named(name, difference);
}

export function differenceOf(
  { check, settings }: Reading,
  { key, rawTotal, totalCents, differenceText }: GroupFacts,
): string {
  const group = check.groups.find((one) => one.key === key);
  const currency = group?.totals[0]?.currency ?? settings.defaultCurrency;
  return strings.preview.difference(rawTotal, formatMoney(totalCents, currency), differenceText ?? '');
}
