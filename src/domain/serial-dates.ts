/**
 * Excel's day numbers. They have no zone: all reckoning is in UTC, so that no machine's clock setting moves a day.
 * In the 1900 system day 1 is 1 January 1900 and day 60 a 29 February 1900 that never was; the 1904 system starts
 * with day 0 on 1 January 1904.
 */
import type { IsoDate } from '../contract/index.ts';

const dayMs = 86_400_000;
/** 31 December 9999, the last day that Excel knows, in either system. */
const lastDay = Date.UTC(9999, 11, 31) / dayMs;
const day0Of1904 = Date.UTC(1904, 0, 1) / dayMs;
/** Day 0 of the 1900 system for days from 61 on, behind the day that never was. */
const day0Of1900 = Date.UTC(1899, 11, 30) / dayMs;

export type SerialReading = IsoDate | 'never-was' | 'out-of-range';

/** The calendar day of a serial whose time of day, if any, was cut off before. */
export function serialToDate(serial: number, date1904: boolean): SerialReading {
  if (!Number.isFinite(serial) || serial < 0) return 'out-of-range';
  if (!date1904 && (serial === 60 || serial === 0)) return 'never-was';
  const day = date1904 ? day0Of1904 + serial : day0Of1900 + serial + (serial < 60 ? 1 : 0);
  if (day > lastDay) return 'out-of-range';
  return isoDateOfDay(day);
}

/** `YYYY-MM-DD` of a day counted from 1 January 1970. */
function isoDateOfDay(day: number): IsoDate {
  return new Date(day * dayMs).toISOString().slice(0, 10) as IsoDate;
}

/** Days since 1 January 1970, or null when the text is no day that exists, written as `YYYY-MM-DD`. */
export function dayOf(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = Date.parse(`${text}T00:00:00Z`) / dayMs;
  return Number.isNaN(day) || isoDateOfDay(day) !== text ? null : day;
}

/** True on Saturdays and Sundays; `day` counts from 1 January 1970, a Thursday. */
export function isWeekend(day: number): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}

/**
 * The serial, with its time of day, that shows an instant (RFC 3339) in UTC; for days from 1 March 1900 on.
 * Throws a RangeError when the text is no instant.
 */
export function toSerial(isoInstant: string, date1904: boolean): number {
  const timeMs = Date.parse(isoInstant);
  if (Number.isNaN(timeMs)) throw new RangeError(`"${isoInstant}" is not an instant`);
  return timeMs / dayMs - (date1904 ? day0Of1904 : day0Of1900);
}
