import { createContext, useContext, useState } from 'react';

/** What is remembered of one item of a list while it is out of sight, by name. */
export type Kept = Map<string, unknown>;

/** Given by a long list to each of its items; null where what is drawn stays. */
export const KeptContext = createContext<Kept | null>(null);

/** State that an item of a long list has again when it comes back into sight; elsewhere like `useState`. */
export function useKept<T>(name: string, initial: T): [T, (value: T) => void] {
  const kept = useContext(KeptContext);
  const [value, setValue] = useState<T>(() => (kept?.has(name) === true ? (kept.get(name) as T) : initial));
  return [
    value,
    (next) => {
      kept?.set(name, next);
      setValue(next);
    },
  ];
}
