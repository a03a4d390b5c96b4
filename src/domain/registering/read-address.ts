import type { Address } from '../../contract/index.ts';
import { registrationProblems } from '../../words/index.ts';
import { checkAddress, type AddressFault, type AddressPart } from '../bank/check-address.ts';
import type { Correction } from '../correction.ts';
import type { ProblemCode } from '../problem-codes.ts';
import { report, type CellContext } from '../row-reader.ts';
import type { InstructionsField } from './fields.ts';
import { longest, readWords } from './read-text.ts';

const parts: readonly AddressPart[] = ['street1', 'street2', 'city', 'state', 'postalCode', 'countryCode'];

/** The postal address of a row; null where none is given, or none that can be sent, which is reported. */
export function readAddress(context: CellContext<InstructionsField>): Address | null {
  const before = context.problems.length;
  const text = {} as Record<AddressPart, string>;
  for (const part of parts) text[part] = readWords(context, part, longestOf(part)) ?? '';
  if (context.problems.slice(before).some(({ severity }) => severity === 'problem')) return null;
  let isUsable = true;
  for (const fault of checkAddress(text)) {
    const [code, message, correction] = faultOf(fault, context.read.form.labels[fault.part]);
    report(context, code, message, fault.part, correction);
    isUsable &&= fault.kind === 'missing-in-us';
  }
  const isGiven = parts.some((part) => text[part] !== '');
  if (!isGiven || !isUsable) return null;
  return {
    street1: text.street1,
    street2: orNull(text.street2),
    city: text.city,
    state: orNull(text.state),
    postalCode: orNull(text.postalCode),
    countryCode: text.countryCode,
  };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function longestOf(part: AddressPart): number {
  if (part === 'state') return longest.code;
  return part === 'postalCode' ? longest.postalCode : longest.text;
}

function faultOf(fault: AddressFault, label: string): [ProblemCode, string, Correction | null] {
  const meant = 'meant' in fault && fault.meant !== null ? fault.meant : null;
  const rewritten: Correction | null = meant === null ? null : { kind: 'code', to: meant };
  const says = registrationProblems.address;
  switch (fault.kind) {
    case 'missing':
      return ['address-incomplete', says.missing(label), null];
    case 'missing-in-us':
      return ['address-state-missing', says.missingInUs(label), null];
    case 'po-box':
      return ['address-is-po-box', says.poBox, null];
    case 'not-a-country-code':
      return ['country-malformed', says.country, rewritten];
    case 'not-a-us-state':
      return ['us-state-malformed', says.usState, rewritten];
    case 'not-a-zip-code':
      return ['zip-malformed', says.zip, null];
    case 'zip-lost-zeros':
      return ['zip-malformed', says.zipLostZeros, { kind: 'restore-zeros', to: fault.meant }];
  }
}
