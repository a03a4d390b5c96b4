import { Badge, Link, makeStyles, mergeClasses } from '@fluentui/react-components';
import { Fragment, useMemo } from 'react';
import { cellAddress, type CellPosition, type PayoutRow } from '../../domain/index.ts';
import { formatDay, formatMoney, strings } from '../../words/index.ts';
import type { Reading } from '../state.ts';
import { paymentMarker, paymentMarks } from '../payment-marks.ts';
import { shownMarks } from './shown-marks.ts';
import { paymentText } from '../search-list.ts';
import { useListSearch } from './use-list-search.tsx';
import { useSurface } from './use-surface.ts';
import { VirtualList } from './virtual-list.tsx';

interface PaymentListProps {
  label: string;
  rows: readonly PayoutRow[];
  reading: Reading;
  onJump: (cell: CellPosition) => void;
}

const useStyles = makeStyles({
  link: { justifyContent: 'flex-end' },
  address: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
});

/** Payee, entity, amount, and the cell that the amount stands in. */
export function PaymentList({ label, rows, reading, onJump }: PaymentListProps) {
  const styles = useStyles();
  const surface = useSurface();
  const marksOf = paymentMarker(reading);
  const kinds = useMemo(
    () =>
      Object.fromEntries(paymentMarks.map((mark) => [mark, (row: PayoutRow) => marksOf(row).includes(mark)])),
    [marksOf],
  );
  const { found, search } = useListSearch({
    ...{ items: rows, textOf: paymentText, kinds },
    label: strings.search.payments,
  });
  const amountColumn = reading.table.firstColumnIndex + (reading.mapping.amount ?? 0);
  return (
    <>
      {search}
      <VirtualList
        items={found}
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
            <div className={surface.item}>
              <span className={surface.breakable} translate="no">
                {row.payeeName ?? row.entity}
              </span>
              <span className={surface.amount}>{formatMoney(row.amountCents, row.currency)}</span>
              <span className={mergeClasses(surface.quiet, surface.id, surface.wholeLine)} translate="no">
                {row.entity}
              </span>
              <span className={mergeClasses(surface.quiet, surface.small, surface.breakable)}>
                {remarks.join(', ')}
                {shownMarks(marksOf(row)).map(({ mark, color, words }) => (
                  <Fragment key={mark}>
                    {' '}
                    <Badge appearance="tint" color={color}>
                      {words}
                    </Badge>
                  </Fragment>
                ))}
              </span>
              <span className={mergeClasses(styles.address, surface.small)}>
                <Link
                  as="button"
                  className={mergeClasses(surface.target, styles.link)}
                  title={strings.problems.goTo(cellAddress(cell))}
                  onClick={() => onJump(cell)}
                >
                  {cellAddress(cell)}
                </Link>
              </span>
            </div>
          );
        }}
      />
    </>
  );
}
