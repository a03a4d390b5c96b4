/** What a proxy holds submissions to, and the lock that stops all sending. */
import { z } from 'zod';
import { instantSchema } from './dates.ts';
import { distributionIdSchema, vehicleIdSchema } from './ids.ts';
import { centsSchema, currencySchema } from './money.ts';
import { reasonSchema } from './reason.ts';
import { saidMember } from './said.ts';

/**
 * An amount per currency, in integer cents. Where a limit names any currency, one that it does not name is not allowed
 * at all: a limit that nobody set for a currency is no permission.
 */
export const centsPerCurrencySchema = z.record(currencySchema, centsSchema);
export type CentsPerCurrency = z.infer<typeof centsPerCurrencySchema>;

/** Null where there is no such limit. A submission that goes beyond one is refused with `limit-exceeded`. */
export const limitsSchema = z.object({
  largestPayment: centsPerCurrencySchema.nullable(),
  largestDistribution: centsPerCurrencySchema.nullable(),
  /** What all users together may send on one day (UTC) in this organization; what Nova rejected does not count. */
  totalPerDay: centsPerCurrencySchema.nullable(),
  vehicles: z.array(vehicleIdSchema).nullable(),
  /** Who of those with the permission for live may stage and approve there; all of them where it is null. */
  liveUsers: z.array(z.string()).nullable(),
  /** When a second person has to approve; null where nobody has to. */
  approval: z
    .object({
      /** From which total on, per currency; `always` for every distribution. A currency that is not named always needs it. */
      from: z.union([z.literal('always'), centsPerCurrencySchema]),
      expiresAfterHours: z.number().int().min(1),
    })
    .nullable(),
});
export type Limits = z.infer<typeof limitsSchema>;

/** Why nothing is sent: an answer of Nova's was of the other mode, or of another organization. */
export const modeLockSchema = z.object({
  since: instantSchema,
  /** Sentences for the user. */
  reason: z.string(),
  said: saidMember,
  /** The answer that it is about, where it named one. */
  distributionId: distributionIdSchema.nullable(),
});
export type ModeLock = z.infer<typeof modeLockSchema>;

/** `GET /api/mode-lock`, and the answer to a release. */
export const modeLockStateSchema = z.object({ lock: modeLockSchema.nullable() });
export type ModeLockState = z.infer<typeof modeLockStateSchema>;

/**
 * `POST /api/mode-lock/release`, for admins, once somebody has looked at the distribution and the credentials: sending
 * goes on. `since` is that of the lock that was looked at; another one stays (409 `lock-changed`).
 */
export const modeLockReleaseSchema = z.object({ since: instantSchema, reason: reasonSchema });
