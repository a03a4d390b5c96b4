import type { IsoDate } from '../contract/index.ts';
import { problemTexts, type DayField } from '../words/index.ts';
import { shorten } from './check-id.ts';
import type { Correction } from './correction.ts';
import type { ProblemCode } from './problem-codes.ts';
import { dayOf, isWeekend, serialToDate } from './serial-dates.ts';
import type { CellValue } from './sheet-table.ts';
import { parseTextDate } from './text-date.ts';

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
  const { dates } = problemTexts;
  const shown = shorten(text);
  const { days, shortYear } = parseTextDate(text) ?? { days: [], shortYear: false };
  const [day, other] = days;
  if (day !== undefined && other !== undefined) {
    return { code: 'date-order-ambiguous', message: dates.ambiguous(shown, day, other) };
  }
  if (day === undefined) {
    const isIso = /^\d{4}-\d{2}-\d{2}$/.test(text);
    return { code: 'date-is-text', message: isIso ? dates.noSuchDay(text) : dates.notADate(shown) };
  }
  if (shortYear) return { code: 'date-is-text', message: dates.shortYear(shown, day) };
  const correction: Correction = { kind: 'date-to-iso', to: day };
  return { code: 'date-is-text', message: dates.isText(shown, day), correction };
}

function readSerial(value: number, date1904: boolean): DateReading {
  const { dates } = problemTexts;
  const serial = Math.floor(value);
  const date = serialToDate(serial, date1904);
  if (date === 'never-was') {
    const message = serial === 60 ? dates.leapDayOf1900 : dates.day0Of1900;
    return { date: null, findings: [{ code: 'date-never-was', message }] };
  }
  if (date === 'out-of-range') {
    return { date: null, findings: [{ code: 'date-out-of-range', message: dates.outOfRange(value) }] };
  }
  if (serial === value) return { date, findings: [] };
  return { date, findings: [{ code: 'date-has-time', message: dates.hasTime(date) }] };
}

/** What a controller would look at twice in a valid day of `field`. */
export function dateRemarks(date: IsoDate, today: IsoDate, field: DayField): DateFinding[] {
  const day = dayOf(date);
  const todayDay = dayOf(today);
  if (day === null || todayDay === null) throw new RangeError(`${date} or ${today} is not a day`);
  const { dates } = problemTexts;
  const remarks: DateFinding[] = [];
  if (day < todayDay) remarks.push({ code: 'date-in-past', message: dates.inPast(field, date) });
  if (day > todayDay + 731) remarks.push({ code: 'date-far-ahead', message: dates.farAhead(field, date) });
  if (isWeekend(day)) {
    const message = dates.onWeekend(field, date, isWeekend(day + 1));
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
): (value: string | number, field: DayField) => DayReading {
  const known = new Map<DayField, Map<string | number, DayReading>>();
  return (value, field) => {
    let readings = known.get(field);
    if (readings === undefined) known.set(field, (readings = new Map<string | number, DayReading>()));
    const before = readings.get(value);
    if (before !== undefined) return before;
    const reading = readDate(value, date1904);
    const remarks = reading.date === null ? [] : dateRemarks(reading.date, today, field);
    const day = { ...reading, remarks };
    readings.set(value, day);
    return day;
  };
}
