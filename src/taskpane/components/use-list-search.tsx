import { Text } from '@fluentui/react-components';
import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { strings, type Words } from '../../words/index.ts';
import { searchFrom, searchList } from '../search-list.ts';
import { useKept } from './kept-state.ts';
import { ListSearch } from './list-search.tsx';

export type SearchKind = Exclude<keyof Words['strings']['search']['kinds'], 'all'>;
export type SearchKinds<T> = Partial<Record<SearchKind, (item: T) => boolean>>;

interface ListSearchOptions<T> {
  items: readonly T[];
  /** What an item is found by. */
  textOf: (item: T) => string;
  /** What the list can be cut down to, in this order; what nothing is of is not offered. The same object each time. */
  kinds: SearchKinds<T>;
  label: string;
}

/** The items that the search leaves, and the search itself; null above a list that is read at a glance. */
export function useListSearch<T>({ items, textOf, kinds, label }: ListSearchOptions<T>): {
  found: readonly T[];
  search: ReactNode;
} {
  const [text, setText] = useKept('search', '');
  const [kind, setKind] = useKept('kind', 'all');
  const offered = useMemo(
    () => (Object.keys(kinds) as SearchKind[]).filter((one) => items.some(kinds[one] ?? nothing)),
    [items, kinds],
  );
  // A kind that nothing is of any more would hide everything.
  const shownKind = offered.find((one) => one === kind);
  const searched = useDeferredValue(text);
  const found = useMemo(
    () =>
      searchList(
        shownKind === undefined ? items : items.filter(kinds[shownKind] ?? nothing),
        textOf,
        searched,
      ),
    [items, kinds, textOf, shownKind, searched],
  );
  if (items.length < searchFrom) return { found: items, search: null };
  const search = (
    <>
      <ListSearch
        label={label}
        text={text}
        onText={setText}
        found={found.length}
        total={items.length}
        kinds={(['all', ...offered] as const).map((one) => ({ kind: one, label: strings.search.kinds[one] }))}
        kind={shownKind ?? 'all'}
        onKind={setKind}
      />
      {found.length === 0 && <Text>{strings.search.none}</Text>}
    </>
  );
  return { found, search };
}

const nothing = () => false;
