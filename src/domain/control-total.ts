import { minorUnitDigits, type Cents } from '../contract/index.ts';
import type { SubmissionPlan } from './plan.ts';

/**
 * What a user typed as a total, exactly: `1,284,310.55`, `$1284310.55`, `1 284 310.55 USD`. Null when it is no such
 * number, has more decimals than the currency, groups digits other than by three, or names another currency.
 */
export function parseControlTotal(text: string, currency: string): Cents | null {
  const number = withoutCurrency(text.trim(), currency);
  if (number === null) return null;
  const parts = /^(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?:\.(\d+))?$/.exec(number);
  if (parts === null) return null;
  const digits = minorUnitDigits(currency);
  const fraction = parts[2] ?? '';
  if (fraction.length > digits) return null;
  const amount = Number(`${(parts[1] ?? '').replace(/\D/g, '')}${fraction.padEnd(digits, '0')}`);
  return Number.isSafeInteger(amount) ? (amount as Cents) : null;
}

function withoutCurrency(text: string, currency: string): string | null {
  const parts = /^([A-Za-z]{3}|US\$|\$)?\s*([\d.,\s]*?)\s*([A-Za-z]{3}|\$)?$/.exec(text);
  if (parts === null) return null;
  const [, before, number, after] = parts;
  for (const mark of [before, after]) {
    if (mark === undefined) continue;
    const named = mark.endsWith('$') ? 'USD' : mark.toUpperCase();
    if (named !== currency) return null;
  }
  return number ?? null;
}

/** True when the plan has one currency and its total is exactly the amount. An empty plan matches nothing. */
export function matchesControlTotal(plan: Pick<SubmissionPlan, 'totals'>, amountCents: number): boolean {
  const [total, ...others] = plan.totals;
  return total !== undefined && others.length === 0 && total.amountCents === amountCents;
}
