import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, type ReactNode } from 'react';

interface VirtualListProps<T> {
  items: readonly T[];
  label: string;
  /** A first guess; rows are measured once they are drawn. */
  estimatedHeightPx: number;
  keyOf: (item: T, index: number) => string;
  renderItem: (item: T) => ReactNode;
}

/** Up to here a plain list is as fast, and the browser's own search finds everything in it. */
const plainLimit = 60;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  scroll: {
    maxHeight: 'min(360px, 60vh)',
    overflowY: 'auto',
    overflowX: 'hidden',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  sizer: { position: 'relative', width: '100%' },
  item: { position: 'absolute', top: 0, left: 0, width: '100%' },
});

/** A list of any length: long ones scroll in a box of their own and draw only what is in sight. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const styles = useStyles();
  if (props.items.length > plainLimit) return <LongList {...props} />;
  return (
    <ul className={styles.list} aria-label={props.label}>
      {props.items.map((item, index) => (
        <li key={props.keyOf(item, index)}>{props.renderItem(item)}</li>
      ))}
    </ul>
  );
}

function LongList<T>({ items, label, estimatedHeightPx, keyOf, renderItem }: VirtualListProps<T>) {
  const styles = useStyles();
  const scroll = useRef<HTMLDivElement>(null);
  // The virtualizer changes in place; nothing here is memoized on it, so the compiler may leave this component alone.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => estimatedHeightPx,
    // A row keeps its measured height when others come or go before it.
    getItemKey: (index) => keyAt(items, keyOf, index),
    overscan: 8,
  });
  const place = useRef<{ key: string; pastPx: number } | null>(null);
  const notePlace = () => {
    const topPx = scroll.current?.scrollTop ?? 0;
    const first = virtualizer.getVirtualItems().find(({ end }) => end > topPx);
    place.current = first === undefined ? null : { key: String(first.key), pastPx: topPx - first.start };
  };
  // Whoever looks at a row goes on looking at it when the data is read again, and rows came or went above it.
  useLayoutEffect(() => {
    const kept = place.current;
    if (kept === null || scroll.current === null) return;
    const index = items.findIndex((item, at) => keyOf(item, at) === kept.key);
    const [startPx] = virtualizer.getOffsetForIndex(index, 'start') ?? [];
    if (index >= 0 && startPx !== undefined) scroll.current.scrollTop = startPx + kept.pastPx;
    // A new list of items alone moves the place.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [items]);
  return (
    <div
      ref={scroll}
      className={styles.scroll}
      tabIndex={0}
      role="group"
      aria-label={label}
      onScroll={notePlace}
    >
      <ul
        className={mergeClasses(styles.list, styles.sizer)}
        style={{ height: `${virtualizer.getTotalSize()}px` }}
      >
        {virtualizer.getVirtualItems().map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          return (
            <li
              key={keyOf(item, row.index)}
              ref={virtualizer.measureElement}
              data-index={row.index}
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              className={styles.item}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {renderItem(item)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function keyAt<T>(items: readonly T[], keyOf: (item: T, index: number) => string, index: number): string {
  const item = items[index];
  return item === undefined ? String(index) : keyOf(item, index);
}
