import { Badge, makeStyles, Text } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import type { CellPosition, DistributionGroup } from '../../domain/index.ts';
import { formatDay, formatMoney } from '../format.ts';
import { paymentMarker } from '../payment-marks.ts';
import { largestPayees } from '../shares.ts';
import type { Reading } from '../state.ts';
import { amountsOf, strings } from '../strings.ts';
import { GroupCard } from './group-card.tsx';
import { GroupFactsNote } from './group-facts-note.tsx';
import { PaymentList } from './payment-list.tsx';
import { ShareChart } from './share-chart.tsx';
import { useSurface } from './use-surface.ts';

interface DistributionCardProps {
  /** A planned distribution fits too: it has the same rows and totals. */
  group: DistributionGroup;
  reading: Reading;
  note: ReactNode;
  onJump: (cell: CellPosition) => void;
}

const useStyles = makeStyles({ mark: { alignSelf: 'flex-start' } });

/** One distribution as it stands in the plan, expandable to its payments. */
export function DistributionCard({ group, reading, note, onJump }: DistributionCardProps) {
  const styles = useStyles();
  const surface = useSurface();
  const payees = useMemo(() => largestPayees(group), [group]);
  const unusualCount = useMemo(() => {
    const marksOf = paymentMarker(reading.check);
    return group.rows.filter((row) => marksOf(row).includes('unusual')).length;
  }, [group, reading.check]);
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
          <span className={surface.id}>{first.vehicle}</span>
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
          <ShareChart label={strings.preview.largest} shares={payees} mode="percentage" />
        </div>
      )}
      {unusualCount > 0 && (
        <Badge appearance="tint" color="warning" className={styles.mark}>
          {strings.preview.unusual(unusualCount)}
        </Badge>
      )}
      <GroupFactsNote reading={reading} groupKey={group.key} />
      {note}
    </GroupCard>
  );
}
