import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { currencySchema, minorUnitDigits, vehicleIdSchema } from '../../contract/index.ts';
import type { CentsPerCurrency, Limits } from '../../contract/index.ts';
import { ConfigError } from '../errors.ts';

/** A proxy without a file: as much as Nova takes, by anybody who may stage, without a second person. */
export const noLimits: Limits = {
  largestPayment: null,
  largestDistribution: null,
  totalPerDay: null,
  vehicles: null,
  liveUsers: null,
  approval: null,
};

const amountText =
  'must be an amount as text in whole units of the currency, not in cents, such as "250000.00"';

/** Text, because a number would leave open whether it means cents, and JSON's numbers are no exact decimals. */
const amountsSchema = z
  .record(
    currencySchema,
    z.string({ error: amountText }).regex(/^\d{1,13}(\.\d{1,3})?$/, { error: amountText }),
    { error: 'must name an amount per currency, such as { "USD": "250000.00" }' },
  )
  .transform((amounts, context): CentsPerCurrency => {
    const entries = Object.entries(amounts).map(([currency, text]) => {
      const cents = toCents(text, currency);
      if (cents === null) {
        context.addIssue({
          code: 'custom',
          path: [currency],
          message: 'has more decimals than the currency',
        });
      }
      return [currency, cents ?? 0] as const;
    });
    return Object.fromEntries(entries) as CentsPerCurrency;
  })
  .refine((amounts) => Object.keys(amounts).length > 0, 'must name at least one currency');

function toCents(text: string, currency: string): number | null {
  const [whole = '', fraction = ''] = text.split('.');
  const digits = minorUnitDigits(currency);
  if (fraction.length > digits) return null;
  const cents = Number(whole + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(cents) ? cents : null;
}

const hoursText = 'must be a whole number of hours from 1 to 720';

const fileSchema = z.strictObject(
  {
    largestPayment: amountsSchema.nullish(),
    largestDistribution: amountsSchema.nullish(),
    totalPerDay: amountsSchema.nullish(),
    vehicles: z.array(vehicleIdSchema).min(1, 'must name at least one vehicle').nullish(),
    liveUsers: z.array(z.string().trim().min(1, 'must be a name')).nullish(),
    approval: z
      .strictObject({
        from: z.union([z.literal('always'), amountsSchema], {
          error: 'must be "always" or an amount per currency, such as { "USD": "250000.00" }',
        }),
        expiresAfterHours: z.int({ error: hoursText }).min(1, hoursText).max(720, hoursText).default(72),
      })
      .nullish(),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has a member that is no limit: ${issue.keys.join(', ')}`
        : 'must be an object of limits',
  },
);

/**
 * Reads the limits from a JSON file. Amounts are texts in whole units of their currency (`"250000.00"`), days are UTC.
 * Throws a `ConfigError` with one sentence per member that is wrong; one that is misspelt is wrong, never ignored.
 */
export function readLimitsFile(path: string): Limits {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new ConfigError([`LIMITS_FILE names a file that ${why}.`]);
  }
  const parsed = fileSchema.safeParse(data);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(({ path: members, message }) =>
        ['LIMITS_FILE', members.join('.'), `${message}.`].filter((part) => part !== '').join(' '),
      ),
    );
  }
  const { approval, ...rest } = parsed.data;
  return {
    largestPayment: rest.largestPayment ?? null,
    largestDistribution: rest.largestDistribution ?? null,
    totalPerDay: rest.totalPerDay ?? null,
    vehicles: rest.vehicles ?? null,
    liveUsers: rest.liveUsers ?? null,
    approval: approval ?? null,
  };
}
