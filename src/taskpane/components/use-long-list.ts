import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, type FocusEvent } from 'react';

interface LongListOptions<T> {
  items: readonly T[];
  /** A new one says that the data was read again, and the place is kept; a search changes `items` alone. */
  source: unknown;
  /** Unlike any other of the list. */
  keyOf: (item: T, index: number) => string;
  /** A first guess; items are measured once they are drawn. */
  estimatedHeightPx: number;
  /** What scrolls; null before it is there. */
  areaOf: () => HTMLElement | null;
  /** Where the list begins in what scrolls. */
  marginPx?: number;
  gapPx?: number;
  /** How many items beyond each end of what is in sight are drawn. */
  overscan: number;
  initialOffsetPx?: number;
}

/**
 * Draws of a long list what is in sight, and the item that has the keyboard. Whoever looks at an item goes on looking at it
 * when the data is read again, and items came or went above it.
 */
export function useLongList<T>(options: LongListOptions<T>) {
  const { items, source, keyOf, areaOf, marginPx = 0 } = options;
  const keys = useMemo(() => items.map(keyOf), [items, keyOf]);
  const indexOf = useMemo(() => new Map(keys.map((key, index) => [key, index])), [keys]);
  const focusedKey = useRef<string | null>(null);
  // The virtualizer changes in place; nothing here is memoized on it, so the compiler may leave this hook alone.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: items.length,
    getScrollElement: areaOf,
    estimateSize: () => options.estimatedHeightPx,
    // An item keeps its measured height when others come or go before it.
    getItemKey: (index) => keys[index] ?? String(index),
    overscan: options.overscan,
    scrollMargin: marginPx,
    gap: options.gapPx ?? 0,
    initialOffset: options.initialOffsetPx ?? 0,
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      const focused = focusedKey.current === null ? undefined : indexOf.get(focusedKey.current);
      if (focused === undefined || inSight.includes(focused)) return inSight;
      return [...inSight, focused].sort((one, other) => one - other);
    },
  });
  const place = useRef<{ key: string; pastPx: number } | null>(null);
  const notePlace = () => {
    const topPx = areaOf()?.scrollTop ?? 0;
    const first = virtualizer.getVirtualItems().find(({ end }) => end > topPx);
    const isAbove = first === undefined || topPx < marginPx;
    place.current = isAbove ? null : { key: String(first.key), pastPx: topPx - first.start };
  };
  const placedIn = useRef(source);
  useLayoutEffect(() => {
    // Also what is measured anew moves what is in sight, and nobody has scrolled.
    if (placedIn.current === source) return notePlace();
    // New data alone moves the place.
    placedIn.current = source;
    const kept = place.current;
    const index = kept === null ? undefined : indexOf.get(kept.key);
    const area = areaOf();
    if (kept === null || index === undefined || area === null) return;
    const [startPx] = virtualizer.getOffsetForIndex(index, 'start') ?? [];
    if (startPx !== undefined) area.scrollTop = startPx + kept.pastPx;
  });
  return { virtualizer, notePlace, ...keyboardPlace(focusedKey, keys) };
}

/** For the list's element, whose children are its items: which of them has the keyboard. */
function keyboardPlace(focusedKey: { current: string | null }, keys: readonly string[]) {
  return {
    onFocus: ({ currentTarget, target }: FocusEvent<HTMLElement>) => {
      const item = [...currentTarget.children].find((child) => child.contains(target));
      const index = item instanceof HTMLElement ? Number(item.dataset['index']) : Number.NaN;
      focusedKey.current = keys[index] ?? null;
    },
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
      // Who goes over to the sheet comes back to the same place.
      if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) focusedKey.current = null;
    },
  };
}
