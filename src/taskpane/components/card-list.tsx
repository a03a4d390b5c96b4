import { makeStyles, tokens } from '@fluentui/react-components';
import {
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { KeptContext, type Kept } from './kept-state.ts';
import { LongItems } from './long-items.tsx';
import { ScrollContext } from './scroll-context.ts';
import { useLongList } from './use-long-list.ts';

interface CardListProps<T> {
  items: readonly T[];
  /** Everything that `items` were searched from; the place is kept when that changes. */
  source?: readonly T[];
  label: string;
  /** A first guess; cards are measured once they are drawn. */
  estimatedHeightPx: number;
  keyOf: (item: T) => string;
  renderItem: (item: T) => ReactNode;
}

/** Up to here all cards are drawn, and the browser's own search finds everything in them. */
const plainLimit = 30;
/** As `spacingVerticalL`, which the virtualizer needs as a number. */
const gapPx = 16;

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/**
 * Cards below each other, however many: of many, those in sight are drawn, and they scroll with the screen. What was opened
 * or typed in a card is there again when it comes back.
 */
export function CardList<T>(props: CardListProps<T>) {
  const styles = useStyles();
  const [kept] = useState(() => new Map<string, Kept>());
  const keptOf = (key: string): Kept => {
    const known = kept.get(key) ?? new Map<string, unknown>();
    kept.set(key, known);
    return known;
  };
  if (props.items.length > plainLimit) return <LongCardList {...props} keptOf={keptOf} />;
  return (
    <ul className={styles.list} aria-label={props.label}>
      {props.items.map((item) => (
        <li key={props.keyOf(item)}>
          <KeptContext value={keptOf(props.keyOf(item))}>{props.renderItem(item)}</KeptContext>
        </li>
      ))}
    </ul>
  );
}

function LongCardList<T>(props: CardListProps<T> & { keptOf: (key: string) => Kept }) {
  const { items, source = items, label, keyOf, renderItem, keptOf } = props;
  const area = useContext(ScrollContext);
  const element = useRef<HTMLUListElement>(null);
  const marginPx = useMargin(element, area);
  const list = useLongList({
    ...{ items, source, keyOf, marginPx, gapPx },
    areaOf: () => area,
    estimatedHeightPx: props.estimatedHeightPx,
    overscan: 4,
  });
  const note = useRef(list.notePlace);
  useLayoutEffect(() => {
    note.current = list.notePlace;
  });
  useEffect(() => {
    const onScroll = () => note.current();
    area?.addEventListener('scroll', onScroll, { passive: true });
    return () => area?.removeEventListener('scroll', onScroll);
  }, [area]);
  return <LongItems listRef={element} {...{ list, items, label, keyOf, renderItem, keptOf }} />;
}

/** How far below the beginning of what scrolls the list begins: what stands above it comes, goes and grows. */
function useMargin(element: RefObject<HTMLElement | null>, area: HTMLElement | null): number {
  const [marginPx, setMarginPx] = useState(0);
  useLayoutEffect(() => {
    const own = element.current;
    const content = area?.firstElementChild;
    if (own === null || area === null || content === null || content === undefined) return undefined;
    const measure = () =>
      setMarginPx(
        Math.round(own.getBoundingClientRect().top - area.getBoundingClientRect().top + area.scrollTop),
      );
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(content);
    return () => observer.disconnect();
  }, [element, area]);
  return marginPx;
}
