import { resultsOf, type FormKind } from '../domain/index.ts';

/** The header texts of the result columns of a form. */
export function ownHeaders(form: FormKind): ReadonlySet<string> {
  return new Set(Object.values(resultsOf(form)));
}
