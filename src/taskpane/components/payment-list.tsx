import { Badge, Link, makeStyles, mergeClasses, Text } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState } from 'react';
import { cellAddress, type CellPosition, type PayoutRow } from '../../domain/index.ts';
import { formatDay, formatMoney } from '../format.ts';
import type { Reading } from '../state.ts';
import { paymentMarker, paymentMarks, type PaymentMark } from '../payment-marks.ts';
import { paymentText, searchFrom, searchList } from '../search-list.ts';
import { strings } from '../strings.ts';
import { ListSearch } from './list-search.tsx';
import { useSurface } from './use-surface.ts';
import { VirtualList } from './virtual-list.tsx';

interface PaymentListProps {
  label: string;
  rows: readonly PayoutRow[];
  reading: Reading;
  onJump: (cell: CellPosition) => void;
}

const useStyles = makeStyles({
  second: { display: 'contents' },
  address: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
});

/** Payee, entity, amount, and the cell that the amount stands in. */
export function PaymentList({ label, rows, reading, onJump }: PaymentListProps) {
  const styles = useStyles();
  const surface = useSurface();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<PaymentMark | 'all'>('all');
  const marksOf = useMemo(() => paymentMarker(reading.check), [reading.check]);
  const kinds = useMemo(
    () => paymentMarks.filter((mark) => rows.some((row) => marksOf(row).includes(mark))),
    [rows, marksOf],
  );
  const shownKind = kinds.find((one) => one === kind) ?? 'all';
  const searched = useDeferredValue(text);
  const found = useMemo(
    () =>
      searchList(
        shownKind === 'all' ? rows : rows.filter((row) => marksOf(row).includes(shownKind)),
        paymentText,
        searched,
      ),
    [rows, marksOf, shownKind, searched],
  );
  const amountColumn = reading.table.firstColumnIndex + (reading.mapping.amount ?? 0);
  return (
    <>
      {rows.length >= searchFrom && (
        <ListSearch
          label={strings.search.payments}
          text={text}
          onText={setText}
          found={found.length}
          total={rows.length}
          kinds={(['all', ...kinds] as const).map((one) => ({ kind: one, label: strings.search.kinds[one] }))}
          kind={shownKind}
          onKind={(one) => setKind(one as PaymentMark | 'all')}
        />
      )}
      {found.length === 0 && <Text>{strings.search.none}</Text>}
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
              <Text className={surface.breakable}>{row.payeeName ?? row.entity}</Text>
              <Text className={surface.amount}>{formatMoney(row.amountCents, row.currency)}</Text>
              <span className={mergeClasses(surface.quiet, surface.small, surface.breakable)}>
                <span className={surface.id}>{row.entity}</span>
                {remarks.length > 0 && `, ${remarks.join(', ')}`}
                {marksOf(row).includes('unusual') && (
                  <>
                    {' '}
                    <Badge appearance="tint" color="warning">
                      {strings.preview.unusualMark}
                    </Badge>
                  </>
                )}
              </span>
              <span className={mergeClasses(styles.address, surface.small)}>
                <Link
                  as="button"
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
