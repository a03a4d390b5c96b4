import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import type { CellPosition, DistributionGroup } from '../../domain/index.ts';
import { amountsOf, formatDay, formatMoney, strings } from '../../words/index.ts';
import { paymentMarker } from '../payment-marks.ts';
import { largestPayees } from '../shares.ts';
import type { Reading } from '../state.ts';
import { GroupCard } from './group-card.tsx';
import { GroupFactsNote } from './group-facts-note.tsx';
import { PaymentList } from './payment-list.tsx';
import { ShareChart } from './share-chart.tsx';
import { shownMarks } from './shown-marks.ts';
import { useSurface } from './use-surface.ts';

interface DistributionCardProps {
  /** A planned distribution fits too: it has the same rows and totals. */
  group: DistributionGroup;
  reading: Reading;
  note: ReactNode;
  onJump: (cell: CellPosition) => void;
}

const useStyles = makeStyles({
  mark: { alignSelf: 'flex-start' },
  marked: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
  },
});

/** One distribution as it stands in the plan, expandable to its payments. */
export function DistributionCard({ group, reading, note, onJump }: DistributionCardProps) {
  const styles = useStyles();
  const surface = useSurface();
  const { payees, unusualCount, newCount } = useMemo(() => lookAt(group, reading), [group, reading]);
  const first = group.rows[0];
  if (first === undefined) return null;
  const { totals, hiddenTotals } = group;
  const hiddenCount = hiddenTotals.reduce((count, total) => count + total.count, 0);
  return (
    <GroupCard
      title={first.distributionName}
      aside={totals.map(({ currency, amountCents }) => (
        <Text key={currency} block weight="semibold" className={surface.amount}>
          {formatMoney(amountCents, currency)}
        </Text>
      ))}
      facts={
        <>
          <span>{formatDay(first.distributionDate)}</span>
          <span className={surface.id} translate="no">
            {first.vehicle}
          </span>
          {first.externalReference !== null && (
            <span className={surface.breakable}>
              {strings.preview.reference} {first.externalReference}
            </span>
          )}
        </>
      }
      detailsLabel={strings.preview.payments(group.rows.length)}
      details={() => (
        <PaymentList
          label={strings.preview.showPayments(first.distributionName)}
          rows={group.rows}
          reading={reading}
          onJump={onJump}
        />
      )}
    >
      {hiddenCount > 0 && (
        <Text size={200}>{strings.preview.hidden(hiddenCount, amountsOf(hiddenTotals))}</Text>
      )}
      {group.rowsOutsideSelection > 0 && (
        <Text size={200}>{strings.preview.outside(group.rowsOutsideSelection)}</Text>
      )}
      {payees.length > 0 && (
        <div>
          <Text size={200} className={surface.quiet}>
            {strings.preview.largest}
          </Text>
          <ShareChart label={strings.preview.largest} shares={payees} />
        </div>
      )}
      {unusualCount > 0 && (
        <Badge appearance="tint" color="warning" className={styles.mark}>
          {strings.preview.unusual(unusualCount)}
        </Badge>
      )}
      {newCount > 0 && (
        <div className={styles.marked}>
          <Badge appearance="tint" color="informative">
            {strings.preview.newPayees(newCount)}
          </Badge>
          <Text size={200}>{strings.preview.newText(newCount)}</Text>
        </div>
      )}
      <GroupFactsNote reading={reading} groupKey={group.key} />
      {note}
    </GroupCard>
  );
}

/** What the eye is led to: the largest payees, and how many payments and payees are out of the usual. */
function lookAt(group: DistributionGroup, reading: Reading) {
  const marksOf = paymentMarker(reading);
  const newPayees = new Set<string>();
  let unusualCount = 0;
  for (const row of group.rows) {
    const marks = marksOf(row);
    if (marks.includes('unusual')) unusualCount += 1;
    if (marks.includes('new')) newPayees.add(row.entity);
  }
  const payees = largestPayees(group, (row) => shownMarks(marksOf(row)).map(({ inChart }) => inChart));
  return { payees, unusualCount, newCount: newPayees.size };
}
