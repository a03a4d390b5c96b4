/** How counts of what the pane speaks of are said. */
import { formatCount, formatList } from '../../format.ts';
import { plural } from '../plural.ts';

export const distributions = (count: number) => plural(count, 'distribution', 'distributions');
export const distributionsOver = (count: number, amounts: string) => `${distributions(count)}, ${amounts}`;
export const payments = (count: number) => plural(count, 'payment', 'payments');
export const rows = (count: number) => plural(count, 'row', 'rows');

/** Which Nova, within a sentence. */
export const modeOf = (isLive: boolean) => (isLive ? 'live' : 'sandbox');

/** Eight at most: `A1, B2, and 12 more`. */
export const someOf = (names: readonly string[]) =>
  formatList(names.length > 8 ? [...names.slice(0, 8), `${formatCount(names.length - 8)} more`] : names);
