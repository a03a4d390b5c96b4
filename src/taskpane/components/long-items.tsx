import { makeStyles } from '@fluentui/react-components';
import { memo, type ReactNode, type Ref } from 'react';
import { KeptContext, type Kept } from './kept-state.ts';
import type { useLongList } from './use-long-list.ts';

interface LongItemsProps<T> {
  list: ReturnType<typeof useLongList<T>>;
  items: readonly T[];
  keyOf: (item: T, index: number) => string;
  renderItem: (item: T) => ReactNode;
  label?: string;
  listRef?: Ref<HTMLUListElement>;
  /** Gives what is remembered of each item while it is out of sight. */
  keptOf?: (key: string) => Kept;
}

const useStyles = makeStyles({
  list: { position: 'relative', width: '100%', margin: 0, padding: 0, listStyleType: 'none' },
  item: { position: 'absolute', top: 0, insetInlineStart: 0, width: '100%' },
});

/** The items of a long list that are drawn, each with its place among all. */
export function LongItems<T>(props: LongItemsProps<T>) {
  const { items, keyOf, renderItem, label, listRef, keptOf } = props;
  const { virtualizer, onFocus, onBlur } = props.list;
  const styles = useStyles();
  return (
    <ul
      ref={listRef}
      className={styles.list}
      aria-label={label}
      style={{ height: `${virtualizer.getTotalSize()}px` }}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {virtualizer.getVirtualItems().map(({ index, start }) => {
        const item = items[index];
        if (item === undefined) return null;
        const key = keyOf(item, index);
        const drawn = <Drawn item={item} renderItem={renderItem as (item: unknown) => ReactNode} />;
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            className={styles.item}
            style={{ transform: `translateY(${start - virtualizer.options.scrollMargin}px)` }}
          >
            {keptOf === undefined ? drawn : <KeptContext value={keptOf(key)}>{drawn}</KeptContext>}
          </li>
        );
      })}
    </ul>
  );
}

/** Drawn once, and again only when the list's owner says something else: scrolling alone draws what comes into sight. */
const Drawn = memo(function Drawn(props: { item: unknown; renderItem: (item: unknown) => ReactNode }) {
  return props.renderItem(props.item);
});
