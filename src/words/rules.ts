/**
 * The rules of the checks in words, apart from the other subjects: nothing of the pane's first sight says a rule, and its
 * English would be a good part of the first load.
 */
import { rules as english } from './en/rules.ts';
import { translation, type Words } from './language.ts';

/** Each rule by its code, in the language of this moment. */
export function rulesInWords(): Words['rules'] {
  return translation?.rules ?? english;
}
