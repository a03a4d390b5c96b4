import { isoDateSchema, type IsoDate } from '../contract/index.ts';

/** The pane's only source of time, so that everything else can be tested at a chosen moment. */
export interface Clock {
  now: () => Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The calendar day where the user is: "in the past" means past for the person at the screen, not in UTC. */
export function localToday(clock: Clock): IsoDate {
  const now = clock.now();
  const month = String(now.getMonth() + 1).padStart(2, '0');
  const day = String(now.getDate()).padStart(2, '0');
  return isoDateSchema.parse(`${now.getFullYear()}-${month}-${day}`);
}
