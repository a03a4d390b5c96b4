import { resultsOf, type FormKind } from '../domain/index.ts';

const known = new Map<FormKind, ReadonlySet<string>>();

/** The header texts of the result columns of a form. */
export function ownHeaders(form: FormKind): ReadonlySet<string> {
  const before = known.get(form);
  if (before !== undefined) return before;
  const headers = new Set(Object.values(resultsOf(form)));
  known.set(form, headers);
  return headers;
}
