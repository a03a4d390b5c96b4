/** Amounts that were typed or pasted as text, read by their digits: nothing passes through a floating-point number. */
import { currenciesOf } from './currency-marks.ts';
import { withoutInvisible } from './hidden-characters.ts';

/** Which sign parts the decimals: the point as in 1,234.56, or the comma as in 1.234,56. */
export type Notation = 'point' | 'comma';

export interface TextAmount {
  /** The currencies that its symbol or code can mean, the usual one first; null without one. */
  currencies: readonly string[] | null;
  negative: boolean;
  /** What the digits are in each notation, as `1234.56` without a sign; null where they are no number. */
  readings: Readonly<Record<Notation, string | null>>;
}

/** No amount is longer, and no pattern below is tried on more. */
const longest = 60;
const quotes = /[’ʼ]/g;
const minuses = /[−–]/g;

/**
 * `1,234.56`, `1.234,56`, `1 234,56`, `1'234.50`, `(500)`, `500-`, `$ 1 000`, `USD 12`, with spaces of any width.
 * Null when the text holds anything else than one number with at most one sign and one currency.
 */
export function parseTextAmount(text: string): TextAmount | null {
  if (text.length > 4 * longest) return null;
  const plain = withoutInvisible(text).replace(quotes, "'").replace(minuses, '-').replace(/\s/g, ' ').trim();
  if (plain.length > longest) return null;
  const peeled = peel(plain);
  if (peeled === null || !/^[\d.,' ]+$/.test(peeled.body) || !/\d/.test(peeled.body)) return null;
  const { body, currencies, negative } = peeled;
  return {
    currencies,
    negative,
    readings: { point: readDigits(body, '.'), comma: readDigits(body, ',') },
  };
}

/**
 * The only decimal that a text can mean: in the notation of its column when that is known, else what both notations
 * agree on, or what one of them alone can read. Null when nothing or more than one thing can be meant.
 */
export function certainReading(amount: TextAmount, notation: Notation | null): string | null {
  const { point, comma } = amount.readings;
  if (point === null || comma === null) return point ?? comma;
  if (point === comma) return point;
  return notation === null ? null : amount.readings[notation];
}

/** The notation that a text proves: the only one in which it is a number. Null when it proves nothing. */
export function provenNotation(amount: TextAmount): Notation | null {
  const { point, comma } = amount.readings;
  if ((point === null) === (comma === null)) return null;
  return point === null ? 'comma' : 'point';
}

interface Peeled {
  body: string;
  currencies: readonly string[] | null;
  negative: boolean;
}

/** Takes off, from both ends, at most one sign or pair of brackets, and currency marks that can mean the same. */
function peel(plain: string): Peeled | null {
  let body = plain;
  let signs = 0;
  let negative = false;
  let currencies: readonly string[] | null = null;
  // Each turn takes at least one character off, and a text with more marks than these is no amount.
  for (let turn = 0; turn < 5; turn += 1) {
    body = body.trim();
    if (body.startsWith('(') && body.endsWith(')')) {
      body = body.slice(1, -1);
      negative = true;
      signs += 1;
      continue;
    }
    const sign = /^[-+]|[-+]$/.exec(body);
    if (sign !== null) {
      body = sign.index === 0 ? body.slice(1) : body.slice(0, -1);
      negative ||= sign[0] === '-';
      signs += 1;
      continue;
    }
    // What is not a digit, a separator, a sign or a space, at one end; a point may end a mark such as `Fr.`.
    const mark = /^[^\d.,'()+ -]+\.?(?=[ \d(+-])|[^\d.,'()+ -]+\.?$/.exec(body);
    if (mark === null) break;
    // The point of `$.50` belongs to the number, that of `Fr.50` to the mark.
    const name = currenciesOf(mark[0]) === null ? mark[0].replace(/\.$/, '') : mark[0];
    const meant: readonly string[] | null = currenciesOf(name);
    if (meant === null) return null;
    const common: readonly string[] =
      currencies === null ? meant : meant.filter((code) => currencies?.includes(code));
    if (common.length === 0) return null;
    currencies = common;
    body = mark.index === 0 ? body.slice(name.length) : body.slice(0, mark.index);
  }
  return signs > 1 ? null : { body: body.trim(), currencies, negative };
}

/** The digits of a number whose decimals stand behind `decimal`, its thousands grouped by one other sign throughout. */
function readDigits(body: string, decimal: '.' | ','): string | null {
  const [whole = '', fraction, ...more] = body.split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  const digits = ungroup(whole);
  if (digits === null && !(whole === '' && fraction !== undefined)) return null;
  const units = (digits ?? '').replace(/^0+(?=\d)/, '') || '0';
  return fraction === undefined ? units : `${units}.${fraction}`;
}

function ungroup(whole: string): string | null {
  if (/^\d+$/.test(whole)) return whole;
  const sign = /[^\d]/.exec(whole)?.[0];
  if (sign === undefined) return null;
  const [first = '', ...groups] = whole.split(sign);
  // No one groups a number that starts with a nought: 0,500 is a half in the other notation.
  if (!/^[1-9]\d{0,2}$/.test(first) || !groups.every((group) => /^\d{3}$/.test(group))) return null;
  return first + groups.join('');
}

export type Units =
  { ok: true; units: number } | { ok: false; fault: 'amount-has-fraction-of-cent' | 'amount-too-large' };

/** Excel keeps 15 digits of a number. */
const mostDigits = 15;

/** A decimal such as `1234.5` in smallest units of a currency with so many decimals, by its digits alone. */
export function unitsOfDecimal(decimal: string, decimals: number): Units {
  const [whole = '', fraction = ''] = decimal.split('.');
  if (/[1-9]/.test(fraction.slice(decimals))) return { ok: false, fault: 'amount-has-fraction-of-cent' };
  const digits = `${whole}${fraction.slice(0, decimals).padEnd(decimals, '0')}`.replace(/^0+/, '');
  if (digits.length > mostDigits) return { ok: false, fault: 'amount-too-large' };
  return { ok: true, units: Number(digits) };
}
