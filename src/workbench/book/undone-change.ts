import type { BookChange } from './book.ts';

const OPPOSITES = {
  rowsInserted: 'rowsDeleted',
  rowsDeleted: 'rowsInserted',
  columnsInserted: 'columnsDeleted',
  columnsDeleted: 'columnsInserted',
} as const;

/** What listeners are told when a change is taken back: the opposite, by a person. */
export function undone(change: BookChange): BookChange {
  const source = 'person';
  switch (change.kind) {
    case 'rowsInserted':
    case 'rowsDeleted':
    case 'columnsInserted':
    case 'columnsDeleted':
      return { ...change, kind: OPPOSITES[change.kind], source };
    case 'rowsHidden':
      return { ...change, hidden: !change.hidden, source };
    default:
      return { ...change, source };
  }
}

/** The same for a change that is done again. */
export function redone(change: BookChange): BookChange {
  return { ...change, source: 'person' };
}
