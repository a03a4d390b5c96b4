/** How counts of what the pane speaks of are said. */
import { formatCount, formatList } from '../../format.ts';
import { plural } from '../plural.ts';

export const distributions = (count: number) => plural(count, 'Ausschüttung', 'Ausschüttungen');
export const distributionsOver = (count: number, amounts: string) => `${distributions(count)}, ${amounts}`;
export const payments = (count: number) => plural(count, 'Zahlung', 'Zahlungen');
export const rows = (count: number) => plural(count, 'Zeile', 'Zeilen');

/** Which Nova, within a sentence. */
export const modeOf = (isLive: boolean) => (isLive ? 'Live' : 'Sandbox');

export const someOf = (names: readonly string[]) =>
  formatList(names.length > 8 ? [...names.slice(0, 8), `${formatCount(names.length - 8)} weitere`] : names);
