import { Link, mergeClasses, Text } from '@fluentui/react-components';
import type { CellPosition } from '../../domain/index.ts';
import { strings } from '../../words/index.ts';
import type { FailedPayment } from '../refresh-summary.ts';
import { SectionTitle } from './section-title.tsx';
import { useListSearch } from './use-list-search.tsx';
import { useSurface } from './use-surface.ts';
import { VirtualList } from './virtual-list.tsx';

interface FailedListProps {
  failed: readonly FailedPayment[];
  /** Where a failed payment is shown in the sheet. */
  columnIndex: number;
  onJump: (cell: CellPosition) => void;
}

const noKinds = {};
const textOf = ({ payee, paymentId, rowIndex }: FailedPayment) => `${payee} ${paymentId} ${rowIndex + 1}`;

/** The payments that failed in Nova, each a step into its row. */
export function FailedList({ failed, columnIndex, onJump }: FailedListProps) {
  const surface = useSurface();
  const title = strings.refresh.failedTitle(failed.length);
  const { found, search } = useListSearch({
    ...{ items: failed, textOf, kinds: noKinds },
    label: strings.search.rows,
  });
  return (
    <section className={surface.card} aria-label={title}>
      <SectionTitle>{title}</SectionTitle>
      <Text size={200}>{strings.refresh.failedText}</Text>
      {search}
      <VirtualList
        items={found}
        label={title}
        estimatedHeightPx={44}
        keyOf={({ paymentId }) => paymentId}
        renderItem={({ payee, paymentId, rowIndex }) => (
          <div>
            <Link
              as="button"
              className={mergeClasses(surface.target, surface.breakable)}
              onClick={() => onJump({ rowIndex, columnIndex })}
            >
              {strings.refresh.row(rowIndex + 1, payee)}
            </Link>
            <div className={surface.id} translate="no">
              {paymentId}
            </div>
          </div>
        )}
      />
    </section>
  );
}
