import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { strings } from '../../words/index.ts';
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

/** A result without a row, as the list shows it. */
export interface UnplacedLine {
  title: string;
  /** An amount, or the end of an account number. */
  detail: string;
  ids: readonly string[];
  reason: string;
}

interface UnplacedListProps {
  unplaced: readonly UnplacedLine[];
  /** What of them is to be copied. */
  copyText: string;
  text: string;
}

/** Results whose row is not in the sheet any more: Nova has them all the same, so their ids must not get lost. */
export function UnplacedList({ unplaced, copyText, text }: UnplacedListProps) {
  const styles = useStyles();
  const surface = useSurface();
  const title = useId();
  return (
    <section className={surface.card} aria-labelledby={title}>
      <SectionTitle id={title}>{strings.result.unplacedTitle(unplaced.length)}</SectionTitle>
      <Text size={200}>{text}</Text>
      <CopyButton label={strings.result.copy} text={copyText} />
      <VirtualList
        items={unplaced}
        label={strings.result.unplacedTitle(unplaced.length)}
        estimatedHeightPx={96}
        keyOf={(_result, index) => String(index)}
        renderItem={(result) => (
          <div className={styles.item}>
            <span className={surface.row}>
              <Text className={surface.breakable}>{result.title}</Text>
              <Text className={surface.amount}>{result.detail}</Text>
            </span>
            {result.ids.map((id) => (
              <span key={id} className={surface.id} translate="no">
                {id}
              </span>
            ))}
            <Text size={200} className={surface.quiet}>
              {result.reason}
            </Text>
          </div>
        )}
      />
    </section>
  );
}
