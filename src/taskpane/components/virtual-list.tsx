import { makeStyles, tokens } from '@fluentui/react-components';
import { useContext, useRef, type ReactNode } from 'react';
import { KeptContext } from './kept-state.ts';
import { LongItems } from './long-items.tsx';
import { useLongList } from './use-long-list.ts';

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
  const kept = useContext(KeptContext);
  const keptAs = `scroll of ${label}`;
  const list = useLongList({
    items,
    source: items,
    keyOf,
    estimatedHeightPx,
    areaOf: () => scroll.current,
    overscan: 5,
    initialOffsetPx: Number(kept?.get(keptAs) ?? 0),
  });
  return (
    <div
      ref={scroll}
      className={styles.scroll}
      tabIndex={0}
      role="group"
      aria-label={label}
      onScroll={({ currentTarget }) => {
        list.notePlace();
        kept?.set(keptAs, currentTarget.scrollTop);
      }}
    >
      <LongItems list={list} items={items} keyOf={keyOf} renderItem={renderItem} />
    </div>
  );
}
