/** Dates that stand in a cell as text: every day that such a text can mean, and no guess. */
import type { IsoDate } from '../contract/index.ts';
import { withoutInvisible } from './hidden-characters.ts';
import { dayOf } from './serial-dates.ts';

export interface TextDate {
  /** The days that the text can mean: one, or two where day and month can be read in either order. */
  days: IsoDate[];
  /** Its year has two digits, so that even the century is a guess; `days` then has it in this one. */
  shortYear: boolean;
}

const longest = 40;

/** English, German, French, Spanish and Italian, without accents, by as many letters as tell them apart. */
const monthStarts: readonly RegExp[] = [
  /^(jan(uary|uar|v|vier)?|janner|ene(ro)?|gen(naio)?)$/,
  /^(feb(ruary|ruar|rero|braio)?|fev(r|rier)?)$/,
  /^(mar(ch|s|zo)?|mrz|marz|maerz)$/,
  /^(apr(il|ile)?|avr(il)?|abr(il)?)$/,
  /^(may|mai|mayo|mag(gio)?)$/,
  /^(june?|juni|juin|junio|giu(gno)?)$/,
  /^(july?|juli|juil(let)?|julio|lug(lio)?)$/,
  /^(aug(ust)?|aout|ago(sto)?)$/,
  /^(sept?(ember|embre|iembre)?|set(tembre)?)$/,
  /^(oct(ober|obre|ubre)?|okt(ober)?|ott(obre)?)$/,
  /^(nov(ember|embre|iembre)?)$/,
  /^(dec(ember|embre)?|dez(ember)?|dic(iembre|embre)?)$/,
];

/** Null when the text is no date in any of the usual ways of writing one. */
export function parseTextDate(text: string): TextDate | null {
  if (text.length > 4 * longest) return null;
  const plain = withoutInvisible(text).replace(/\s+/g, ' ').trim();
  if (plain.length > longest) return null;
  return yearFirst(plain) ?? numbersOnly(plain) ?? withMonthName(plain);
}

/** `2027-12-31`, `2027/12/31`, `2027.1.5`, `20271231`, and ISO instants at midnight. */
function yearFirst(plain: string): TextDate | null {
  const parts =
    /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(plain) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(plain);
  if (parts === null) return null;
  const [, year, , month, day] = parts;
  return found([isoDay(Number(year), Number(month), Number(day))], false);
}

/** `31.12.2027`, `12/31/2027`, `3-4-27`: the year last, day and month in either order. */
function numbersOnly(plain: string): TextDate | null {
  const parts = /^(\d{1,2})([-/. ]) ?(\d{1,2})\2 ?(\d{4}|\d{2})$/.exec(plain);
  if (parts === null) return null;
  const [, one, , other, yearText = ''] = parts;
  const year = fullYear(yearText);
  const dayFirst = isoDay(year, Number(other), Number(one));
  const monthFirst = isoDay(year, Number(one), Number(other));
  return found([dayFirst, monthFirst], yearText.length === 2);
}

/** `31 Dec 2027`, `Dec 31, 2027`, `Friday, 31st of December 2027`, `31. Dezember 2027`, `31-Dec-27`. */
function withMonthName(plain: string): TextDate | null {
  const words = plain
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[-,./ ]+/)
    .filter((word) => word !== '' && word !== 'of' && word !== 'de' && word !== 'the');
  if (words.length === 4 && /^[a-z]{2,10}$/.test(words[0] ?? '') && isWeekday(words[0] ?? '')) words.shift();
  const [first = '', second = '', yearText = '', ...more] = words;
  if (more.length > 0 || !/^(\d{4}|\d{2})$/.test(yearText)) return null;
  const month = monthOf(first) ?? monthOf(second);
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(monthOf(first) === null ? first : second)?.[1];
  if (month === null || day === undefined) return null;
  return found([isoDay(fullYear(yearText), month, Number(day))], yearText.length === 2);
}

function monthOf(word: string): number | null {
  const index = monthStarts.findIndex((pattern) => pattern.test(word));
  return index < 0 ? null : index + 1;
}

function isWeekday(word: string): boolean {
  return /^(mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mie|jue|vie|sab|dom|gio)/.test(
    word,
  );
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function isoDay(year: number, month: number, day: number): IsoDate | null {
  const text = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-');
  return dayOf(text) === null ? null : (text as IsoDate);
}

function found(days: (IsoDate | null)[], shortYear: boolean): TextDate | null {
  const real = [...new Set(days)].filter((day) => day !== null);
  return real.length === 0 ? null : { days: real, shortYear };
}
