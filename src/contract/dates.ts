import { z } from 'zod';

/** A calendar day as `YYYY-MM-DD`; a day that does not exist is refused. */
export const isoDateSchema = z.iso.date('must be a day as YYYY-MM-DD').brand<'IsoDate'>();
export type IsoDate = z.infer<typeof isoDateSchema>;

/** An instant as RFC 3339 text in UTC, as the proxy writes it. */
export const instantSchema = z.iso.datetime();

/** A payout date has no time: it is sent as midnight UTC, as in Nova's own example (`2024-04-20T00:00:00Z`). */
export function toNovaDateTime(date: IsoDate): string {
  return `${date}T00:00:00Z`;
}
