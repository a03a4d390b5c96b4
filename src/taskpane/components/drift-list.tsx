import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { payoutFormView } from '../form-view.ts';
import { strings } from '../../words/index.ts';
import type { CellPosition } from '../../domain/index.ts';
import type { DriftedRow } from '../refresh-summary.ts';
import { SectionTitle } from './section-title.tsx';
import { useListSearch } from './use-list-search.tsx';
import { useSurface } from './use-surface.ts';
import { VirtualList } from './virtual-list.tsx';
import { WithIds } from './with-ids.tsx';

const useStyles = makeStyles({
  item: { display: 'flex', flexDirection: 'column', padding: `${tokens.spacingVerticalXS} 0` },
});

const noKinds = {};
const textOf = ({ payee, rowIndex, differences }: DriftedRow) =>
  `${payee} ${rowIndex + 1} ${differences.map(({ staged, now }) => `${staged} ${now}`).join(' ')}`;

/** Rows that say something else than what was staged, both values beside each other. */
export function DriftList(props: { drift: readonly DriftedRow[]; onJump: (cell: CellPosition) => void }) {
  const styles = useStyles();
  const surface = useSurface();
  const title = strings.refresh.driftTitle(props.drift.length);
  const { found, search } = useListSearch({
    ...{ items: props.drift, textOf, kinds: noKinds },
    label: strings.search.rows,
  });
  return (
    <section className={surface.card} aria-label={title}>
      <SectionTitle>{title}</SectionTitle>
      <Text size={200}>{strings.refresh.driftText}</Text>
      {search}
      <VirtualList
        items={found}
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
                className={mergeClasses(surface.target, surface.breakable)}
                onClick={() => cell !== null && props.onJump(cell)}
              >
                <span>
                  <WithIds text={strings.refresh.drift(payoutFormView.nameOf(field), staged, now)} />
                </span>
              </Link>
            ))}
          </div>
        )}
      />
    </section>
  );
}
