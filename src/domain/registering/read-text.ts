/** Reads cells that hold words. No message repeats what a cell holds: an account number may stand in the wrong column. */
import { withoutInvisible } from '../hidden-characters.ts';
import { inexactReference, report, usableValue, type CellContext } from '../row-reader.ts';
import type { RegistrationField } from './fields.ts';

/** The limits of the contract's `registrations.ts`. */
export const longest = { text: 255, code: 64, line: 140, postalCode: 32 } as const;

/** Words without spaces around them; null when the cell is blank or cannot be sent, which is reported. */
export function readWords<F extends RegistrationField>(
  context: CellContext<F>,
  field: F,
  atMost: number = longest.text,
): string | null {
  const value = usableValue(context, field);
  if (value === null) return null;
  const text = String(value).trim();
  const label = context.read.form.labels[field];
  const plain = seenText(text);
  if (plain !== text) {
    const message = `The ${label} holds a line break or a character that nobody sees. Remove it.`;
    const correction = plain === '' ? null : ({ kind: 'remove-invisible', to: plain } as const);
    report(context, 'text-has-hidden-character', message, field, correction);
    return null;
  }
  if (text.length > atMost) {
    const message = `The ${label} has ${text.length} characters; at most ${atMost} can be sent. Shorten it.`;
    report(context, 'text-too-long', message, field);
    return null;
  }
  return text;
}

/** What a reader sees of a text, on one line. */
function seenText(text: string): string {
  return withoutInvisible(text)
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim();
}

/** A name that is a number is often a column that is mixed up. */
export function readName<F extends RegistrationField>(context: CellContext<F>, field: F): string | null {
  const value = context.row.cells[context.read.mapping[field] ?? -1];
  if (typeof value === 'number') {
    const message = `The ${context.read.form.labels[field]} is a number. Enter a name, or confirm it.`;
    report(context, 'name-is-number', message, field);
  }
  return readWords(context, field);
}

export function readReference<F extends RegistrationField>(context: CellContext<F>, field: F): string | null {
  const value = context.row.cells[context.read.mapping[field] ?? -1];
  if (typeof value === 'number' && inexactReference(value)) {
    const message =
      'The reference is a number that Excel may not show exactly. Format the cell as text and enter it again.';
    report(context, 'reference-inexact', message, field);
    return null;
  }
  return readWords(context, field);
}
