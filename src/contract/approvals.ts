/**
 * A second person's approval, under `/api/approvals`. Who prepared an entry can never approve it, whatever their roles
 * (403 `second-person-required`). Approving or returning what is no longer waiting is 409 `not-awaiting`.
 */
import { z } from 'zod';
import { instantSchema, isoDateSchema } from './dates.ts';
import { contactIdSchema, distributionIdSchema, entityIdSchema, vehicleIdSchema } from './ids.ts';
import { centsSchema, currencySchema } from './money.ts';
import { reasonSchema } from './reason.ts';
import { waitingRegistrationSchema } from './registrations.ts';

const totalSchema = z.object({
  currency: currencySchema,
  amountCents: centsSchema,
  /** How many payments it adds up. */
  count: z.number().int().min(1),
});

/** One entry that waits, as a line of a list. */
export const waitingEntrySchema = z.object({
  entryId: z.string(),
  /** SHA-256 of the sealed content, in hexadecimal: whoever approves, approves exactly this. */
  contentHash: z.string(),
  name: z.string(),
  vehicle: vehicleIdSchema,
  distributionDate: isoDateSchema,
  totals: z.array(totalSchema).min(1),
  preparedBy: z.string(),
  preparedAt: instantSchema,
  expiresAt: instantSchema,
  source: z.object({ workbook: z.string(), sheet: z.string() }),
  /** The reason where it is a deliberate repeat of an accepted distribution. */
  repeatReason: z.string().nullable(),
  /** False for the one who prepared it. The same person may still return it, which takes it back. */
  mayApprove: z.boolean(),
});
export type WaitingEntry = z.infer<typeof waitingEntrySchema>;

/** `GET /api/approvals`: what waits, the oldest first; at most 500, `more` when there are others. */
export const approvalListSchema = z.object({
  waiting: z.array(waitingEntrySchema),
  /** Payment instructions that wait as well, the oldest first. */
  registrations: z.array(waitingRegistrationSchema).optional(),
  more: z.boolean(),
});
export type ApprovalList = z.infer<typeof approvalListSchema>;

/** What is different about a payment from what the same payee got before. */
export const paymentChangeSchema = z.discriminatedUnion('change', [
  /** No earlier distribution that was compared has this payee. */
  z.object({ change: z.literal('new-payee') }),
  z.object({
    change: z.literal('unusual-amount'),
    /** The middle one of the payee's last amounts in this currency. */
    usualCents: centsSchema,
    lastCents: centsSchema,
    /** How many earlier payments `usualCents` is taken from. */
    comparedPayments: z.number().int().min(1),
  }),
  /** The payee was paid before, but never in this currency. */
  z.object({ change: z.literal('new-currency') }),
]);
export type PaymentChange = z.infer<typeof paymentChangeSchema>;

export const sealedPaymentSchema = z.object({
  entity: entityIdSchema,
  amountCents: centsSchema,
  currency: currencySchema,
  contacts: z.array(contactIdSchema),
  dateOverride: isoDateSchema.nullable(),
  /** Null where nothing was paid to this payee before, as far as was compared. */
  last: z
    .object({ distributionId: distributionIdSchema, acceptedAt: instantSchema, amountCents: centsSchema })
    .nullable(),
  changes: z.array(paymentChangeSchema),
});
export type SealedPayment = z.infer<typeof sealedPaymentSchema>;

/** `GET /api/approvals/{entryId}`: what is to be approved, as it was sealed. 404 `not-found`, 409 `not-awaiting`. */
export const sealedEntrySchema = waitingEntrySchema.extend({
  externalReference: z.string().nullable(),
  /** In the order in which they go to Nova, which is not that of the sheet. */
  payments: z.array(sealedPaymentSchema),
  comparison: z.object({
    /** How many earlier accepted distributions the payees were looked for in, the latest ones first. */
    distributions: z.number().int().min(0),
    /** False when there are older ones that were not looked at, so that a new payee may be an old one. */
    complete: z.boolean(),
  }),
  /**
   * Whether a payee's payment instructions have changed since the last distribution. Nova tells a payment's instructions
   * only once it has been staged, so before that the honest answer is that it is not known.
   */
  paymentInstructions: z.literal('not-known'),
});
export type SealedEntry = z.infer<typeof sealedEntrySchema>;

/**
 * `POST /api/approvals/{entryId}/approve`: sends the sealed content, once, however often it is approved. Answers an
 * `Outcome`. Payment instructions are marked as approved, and sent when their rows are submitted again, because the proxy
 * keeps no account number; the answer is a `RegistrationOutcome`. `contentHash` is that of what the approver saw; another one is 409 `content-differs`.
 */
export const approveRequestSchema = z.object({ contentHash: z.string() });

/** `POST /api/approvals/{entryId}/return`: nothing is sent. Answers a returned `Outcome`. */
export const returnRequestSchema = z.object({ reason: reasonSchema });
