import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { cellAddress, type CellPosition, type PayoutRow } from '../../domain/index.ts';
import { formatDay, formatMoney } from '../format.ts';
import type { Reading } from '../state.ts';
import { strings } from '../strings.ts';
import { useSurface } from './use-surface.ts';
import { VirtualList } from './virtual-list.tsx';

interface PaymentListProps {
  label: string;
  rows: readonly PayoutRow[];
  reading: Reading;
  onJump: (cell: CellPosition) => void;
}

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'baseline',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  second: { display: 'contents' },
  address: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
});

/** Payee, entity, amount, and the cell that the amount stands in. */
export function PaymentList({ label, rows, reading, onJump }: PaymentListProps) {
  const styles = useStyles();
  const surface = useSurface();
  const amountColumn = reading.table.firstColumnIndex + (reading.mapping.amount ?? 0);
  return (
    <VirtualList
      items={rows}
      label={label}
      estimatedHeightPx={49}
      keyOf={(row) => String(row.index)}
      renderItem={(row) => {
        const cell = { rowIndex: row.rowIndex, columnIndex: amountColumn };
        const remarks = [
          ...(row.hidden ? [strings.preview.hiddenMark] : []),
          ...(row.dateOverride === null ? [] : [strings.preview.payDate(formatDay(row.dateOverride))]),
        ];
        return (
          <div className={styles.item}>
            <Text className={surface.breakable}>{row.payeeName ?? row.entity}</Text>
            <Text className={surface.amount}>{formatMoney(row.amountCents, row.currency)}</Text>
            <span className={mergeClasses(surface.quiet, surface.small, surface.breakable)}>
              <span className={surface.id}>{row.entity}</span>
              {remarks.length > 0 && `, ${remarks.join(', ')}`}
            </span>
            <span className={mergeClasses(styles.address, surface.small)}>
              <Link as="button" title={strings.problems.goTo(cellAddress(cell))} onClick={() => onJump(cell)}>
                {cellAddress(cell)}
              </Link>
            </span>
          </div>
        );
      }}
    />
  );
}
