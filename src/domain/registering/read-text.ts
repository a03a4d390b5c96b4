/** Reads cells that hold words. No message repeats what a cell holds: an account number may stand in the wrong column. */
import { registrationProblems } from '../../words/index.ts';
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
    const message = registrationProblems.text.hiddenCharacter(label);
    const correction = plain === '' ? null : ({ kind: 'remove-invisible', to: plain } as const);
    report(context, 'text-has-hidden-character', message, field, correction);
    return null;
  }
  if (text.length > atMost) {
    const message = registrationProblems.text.tooLong(label, text.length, atMost);
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
    const message = registrationProblems.text.nameIsNumber(context.read.form.labels[field]);
    report(context, 'name-is-number', message, field);
  }
  return readWords(context, field);
}

export function readReference<F extends RegistrationField>(context: CellContext<F>, field: F): string | null {
  const value = context.row.cells[context.read.mapping[field] ?? -1];
  if (typeof value === 'number' && inexactReference(value)) {
    report(context, 'reference-inexact', registrationProblems.text.referenceInexact, field);
    return null;
  }
  return readWords(context, field);
}
