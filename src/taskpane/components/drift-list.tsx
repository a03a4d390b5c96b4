import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { payoutFormView } from '../form-view.ts';
import { strings } from '../strings.ts';
import type { CellPosition } from '../../domain/index.ts';
import type { DriftedRow } from '../refresh-summary.ts';
import { SectionTitle } from './section-title.tsx';
import { useSurface } from './use-surface.ts';
import { VirtualList } from './virtual-list.tsx';

const useStyles = makeStyles({
  item: { display: 'flex', flexDirection: 'column', padding: `${tokens.spacingVerticalXS} 0` },
});

/** Rows that say something else than what was staged, both values beside each other. */
export function DriftList(props: { drift: readonly DriftedRow[]; onJump: (cell: CellPosition) => void }) {
  const styles = useStyles();
  const surface = useSurface();
  const title = strings.refresh.driftTitle(props.drift.length);
  return (
    <section className={surface.card} aria-label={title}>
      <SectionTitle>{title}</SectionTitle>
      <Text size={200}>{strings.refresh.driftText}</Text>
      <VirtualList
        items={props.drift}
        label={title}
        estimatedHeightPx={64}
        keyOf={({ rowIndex }) => String(rowIndex)}
        renderItem={({ payee, rowIndex, differences }) => (
          <div className={styles.item}>
            <Text className={surface.breakable}>{strings.refresh.row(rowIndex + 1, payee)}</Text>
            {differences.map(({ field, cell, staged, now }) => (
              <Link
                key={field}
                as="button"
                className={surface.breakable}
                onClick={() => cell !== null && props.onJump(cell)}
              >
                {strings.refresh.drift(payoutFormView.nameOf(field), staged, now)}
              </Link>
            ))}
          </div>
        )}
      />
    </section>
  );
}
