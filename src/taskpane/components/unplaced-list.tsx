import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { UnplacedResult } from '../../domain/index.ts';
import { formatMoney } from '../format.ts';
import { unplacedAsText } from '../results-text.ts';
import { strings } from '../strings.ts';
import { CopyButton } from './copy-button.tsx';
import { SectionTitle } from './section-title.tsx';
import { useSurface } from './use-surface.ts';
import { VirtualList } from './virtual-list.tsx';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    userSelect: 'text',
  },
});

/** Results whose row is not in the sheet any more: money was committed for them, so their ids must not get lost. */
export function UnplacedList({ unplaced }: { unplaced: readonly UnplacedResult[] }) {
  const styles = useStyles();
  const surface = useSurface();
  const title = useId();
  return (
    <section className={surface.card} aria-labelledby={title}>
      <SectionTitle id={title}>{strings.result.unplacedTitle(unplaced.length)}</SectionTitle>
      <Text size={200}>{strings.result.unplacedText}</Text>
      <CopyButton label={strings.result.copy} text={unplacedAsText(unplaced)} />
      <VirtualList
        items={unplaced}
        label={strings.result.unplacedTitle(unplaced.length)}
        estimatedHeightPx={96}
        keyOf={(_result, index) => String(index)}
        renderItem={(result) => (
          <div className={styles.item}>
            <span className={surface.row}>
              <Text className={surface.breakable}>{result.payeeName ?? result.entity}</Text>
              <Text className={surface.amount}>{formatMoney(result.amountCents, result.currency)}</Text>
            </span>
            <span className={surface.id}>{result.distributionId}</span>
            {result.paymentId !== null && <span className={surface.id}>{result.paymentId}</span>}
            <Text size={200} className={surface.quiet}>
              {result.reason}
            </Text>
          </div>
        )}
      />
    </section>
  );
}
