import type { IsoDate } from '../contract/index.ts';
import { shorten } from './check-id.ts';
import type { Correction } from './correction.ts';
import type { ProblemCode } from './problem-codes.ts';
import { dayOf, isWeekend, serialToDate } from './serial-dates.ts';
import type { CellValue } from './sheet-table.ts';
import { dayInWords, parseTextDate } from './text-date.ts';

export interface DateFinding {
  code: ProblemCode;
  message: string;
  correction?: Correction;
}

export interface DateReading {
  /** Null when a finding blocks. */
  date: IsoDate | null;
  findings: DateFinding[];
}

/** A serial number or ISO text to a day. What is only remarkable about a valid day is `dateRemarks`' part. */
export function readDate(value: CellValue, date1904: boolean): DateReading {
  if (typeof value === 'number') return readSerial(value, date1904);
  const text = String(value).trim();
  if (dayOf(text) !== null) return { date: text as IsoDate, findings: [] };
  return { date: null, findings: [textFinding(text)] };
}

/** What a text says that is not ISO: a day is never guessed, but where only one can be meant a correction is offered. */
function textFinding(text: string): DateFinding {
  const shown = `"${shorten(text)}"`;
  const { days, shortYear } = parseTextDate(text) ?? { days: [], shortYear: false };
  const [day, other] = days;
  if (day !== undefined && other !== undefined) {
    const message = `${shown} can be ${dayInWords(day)} or ${dayInWords(other)}. Enter a date, or write it as ${day} or ${other}.`;
    return { code: 'date-order-ambiguous', message };
  }
  if (day === undefined) {
    const message = /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? `${text} is a day that does not exist. Enter another date.`
      : `${shown} is text, not a date. Enter a date, or write it as YYYY-MM-DD.`;
    return { code: 'date-is-text', message };
  }
  if (shortYear) {
    const message = `${shown} is text whose year has two digits, perhaps ${dayInWords(day)}. Enter a date, or write it as YYYY-MM-DD.`;
    return { code: 'date-is-text', message };
  }
  const message = `${shown} is text that reads as ${dayInWords(day)}. Enter a date, or write it as ${day}.`;
  return { code: 'date-is-text', message, correction: { kind: 'date-to-iso', to: day } };
}

function readSerial(value: number, date1904: boolean): DateReading {
  const serial = Math.floor(value);
  const date = serialToDate(serial, date1904);
  if (date === 'never-was') {
    const message =
      serial === 60
        ? 'The date is 29 February 1900, a day that never was. Enter the date again.'
        : 'The date is Excel\'s "0 January 1900", which usually means an empty cell behind a formula. Enter the date.';
    return { date: null, findings: [{ code: 'date-never-was', message }] };
  }
  if (date === 'out-of-range') {
    const message = `${value} is no date that Excel knows. Enter a date, for example 2026-01-30.`;
    return { date: null, findings: [{ code: 'date-out-of-range', message }] };
  }
  if (serial === value) return { date, findings: [] };
  const message = `The date has a time of day. ${date} is sent without it; remove the time or confirm.`;
  return { date, findings: [{ code: 'date-has-time', message }] };
}

/** What a controller would look at twice in a valid day; `what` names the field. */
export function dateRemarks(date: IsoDate, today: IsoDate, what: string): DateFinding[] {
  const day = dayOf(date);
  const todayDay = dayOf(today);
  if (day === null || todayDay === null) throw new RangeError(`${date} or ${today} is not a day`);
  const remarks: DateFinding[] = [];
  if (day < todayDay) {
    remarks.push({
      code: 'date-in-past',
      message: `The ${what} ${date} lies in the past. Correct or confirm it.`,
    });
  }
  if (day > todayDay + 731) {
    const message = `The ${what} ${date} is more than two years ahead. Correct or confirm it.`;
    remarks.push({ code: 'date-far-ahead', message });
  }
  if (isWeekend(day)) {
    const name = isWeekend(day + 1) ? 'Saturday' : 'Sunday';
    const message = `The ${what} ${date} is a ${name}. Choose a business day or confirm it.`;
    remarks.push({ code: 'date-on-weekend', message });
  }
  return remarks;
}

/** What a date cell says and what is remarkable about its day. */
export interface DayReading extends DateReading {
  remarks: DateFinding[];
}

/**
 * Reads the date cells of one table. A table has many rows and few days, so what a value says is reckoned once and
 * remembered by the value.
 */
export function dayReader(
  today: IsoDate,
  date1904: boolean,
): (value: string | number, what: string) => DayReading {
  const known = new Map<string, Map<string | number, DayReading>>();
  return (value, what) => {
    let readings = known.get(what);
    if (readings === undefined) known.set(what, (readings = new Map<string | number, DayReading>()));
    const before = readings.get(value);
    if (before !== undefined) return before;
    const reading = readDate(value, date1904);
    const remarks = reading.date === null ? [] : dateRemarks(reading.date, today, what);
    const day = { ...reading, remarks };
    readings.set(value, day);
    return day;
  };
}
