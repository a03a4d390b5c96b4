import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useId, useState, type ReactNode } from 'react';
import type { CellPosition, DistributionGroup } from '../../domain/index.ts';
import { formatDay, formatMoney } from '../format.ts';
import type { Reading } from '../state.ts';
import { amountsOf, strings } from '../strings.ts';
import { GroupFactsNote } from './group-facts-note.tsx';
import { PaymentList } from './payment-list.tsx';
import { SectionTitle } from './section-title.tsx';
import { useSurface } from './use-surface.ts';

interface DistributionCardProps {
  /** A planned distribution fits too: it has the same rows and totals. */
  group: DistributionGroup;
  reading: Reading;
  note: ReactNode;
  onJump: (cell: CellPosition) => void;
}

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, rowGap: 0 },
  name: { flexGrow: 1, flexBasis: '9em' },
  amounts: { marginLeft: 'auto' },
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  disclosure: { justifyContent: 'flex-start', paddingLeft: 0, minWidth: 0, alignSelf: 'flex-start' },
});

/** One distribution as it stands in the plan, expandable to its payments. */
export function DistributionCard({ group, reading, note, onJump }: DistributionCardProps) {
  const styles = useStyles();
  const surface = useSurface();
  const [isOpen, setIsOpen] = useState(false);
  const panel = useId();
  const title = useId();
  const first = group.rows[0];
  if (first === undefined) return null;
  const { totals, hiddenTotals } = group;
  const hiddenCount = hiddenTotals.reduce((count, total) => count + total.count, 0);
  return (
    <article className={surface.card} aria-labelledby={title}>
      <div className={styles.head}>
        <div className={styles.name}>
          <SectionTitle id={title}>{first.distributionName}</SectionTitle>
        </div>
        <div className={styles.amounts}>
          {totals.map(({ currency, amountCents }) => (
            <Text key={currency} block weight="semibold" className={surface.amount}>
              {formatMoney(amountCents, currency)}
            </Text>
          ))}
        </div>
      </div>
      <div className={mergeClasses(styles.facts, surface.quiet, surface.small)}>
        <span>{formatDay(first.distributionDate)}</span>
        <span className={surface.id}>{first.vehicle}</span>
        {first.externalReference !== null && (
          <span className={surface.breakable}>
            {strings.preview.reference} {first.externalReference}
          </span>
        )}
      </div>
      {hiddenCount > 0 && (
        <Text size={200}>{strings.preview.hidden(hiddenCount, amountsOf(hiddenTotals))}</Text>
      )}
      {group.rowsOutsideSelection > 0 && (
        <Text size={200}>{strings.preview.outside(group.rowsOutsideSelection)}</Text>
      )}
      <GroupFactsNote reading={reading} groupKey={group.key} />
      {note}
      <Button
        appearance="transparent"
        size="small"
        className={styles.disclosure}
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={() => setIsOpen(!isOpen)}
      >
        {strings.preview.payments(group.rows.length)}
      </Button>
      <div id={panel} hidden={!isOpen}>
        {isOpen && (
          <PaymentList
            label={strings.preview.showPayments(first.distributionName)}
            rows={group.rows}
            reading={reading}
            onJump={onJump}
          />
        )}
      </div>
    </article>
  );
}
