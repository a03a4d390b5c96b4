import { formatCents, type Cents } from '../contract/index.ts';
import { formatCount, formatInstantInZone, formatMoney, pluralIn } from './format.ts';

/** How a sentence of the proxy writes what is in it; it is said in two places, which write differently. */
export interface Writing {
  /** An RFC 3339 instant. */
  instant: (at: string) => string;
  /** An amount in the smallest unit of a currency. */
  money: (amountCents: number, currency: string) => string;
  /** `1 payment`, `2 payments`. */
  plural: (count: number, one: string, other: string) => string;
}

const englishCount = new Intl.NumberFormat('en-US');

/** For an answer that anybody may read, wherever they are: nothing of it depends on a region or a time zone. */
export const plainWriting: Writing = {
  instant: (at) => at,
  money: (amountCents, currency) => `${formatCents(amountCents as Cents, currency)} ${currency}`,
  plural: pluralIn('en', (count) => englishCount.format(count)),
};

/** For the user of this pane: as everything else that it shows. */
export function writingIn(language: string): Writing {
  return { instant: formatInstantInZone, money: formatMoney, plural: pluralIn(language, formatCount) };
}
