/** Nova's wire, as its public reference describes it (API version 1.1.0). Unknown members are ignored, unknown statuses kept. */
import { z } from 'zod';
import {
  contactIdSchema,
  distributionIdSchema,
  entityIdSchema,
  paymentIdSchema,
  vehicleIdSchema,
} from './ids.ts';

/** RFC 6749, section 5.1, as Nova answers `POST /oauth/token`. */
export const novaTokenSchema = z.object({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive(),
  scope: z.string().optional(),
});

export const novaErrorSchema = z.object({
  object: z.literal('error').optional(),
  type: z.string(),
  code: z.string(),
  message: z.string(),
  status: z.number().int().optional(),
  param: z.string().nullish(),
  doc_url: z.string().nullish(),
  request_id: z.string().nullish(),
});
export type NovaError = z.infer<typeof novaErrorSchema>;

export const novaPaymentRequestSchema = z.object({
  amount: z.number().int().safe().positive(),
  currency: z.string().length(3),
  entity: entityIdSchema,
  notifications: z.array(z.object({ contact: contactIdSchema })),
  distribution_date_override: z.iso.datetime().optional(),
});

export const novaDistributionRequestSchema = z.object({
  name: z.string().min(1),
  distribution_date: z.iso.datetime(),
  vehicle: vehicleIdSchema,
  payments: z.array(novaPaymentRequestSchema).min(1),
  external_reference: z.string().nullable().optional(),
});
export type NovaDistributionRequest = z.infer<typeof novaDistributionRequestSchema>;

/** "Required array length: 1 element" (Create distributions, Body). */
export const novaCreateDistributionsSchema = z.array(novaDistributionRequestSchema).length(1);

/** Statuses that the reference lists; a status that it does not is shown as it came. */
export const distributionStatuses = ['draft', 'published', 'approved', 'executed', 'cancelled'] as const;
export const paymentStatuses = ['staged', 'recipient_confirmed', 'verified', 'disbursed', 'failed'] as const;
/**
 * After these nothing changes any more, so a refresh leaves them out. The reference names the statuses and their order
 * and promises no more, so what could still turn is asked about again: a payment that failed may be paid after all.
 */
export const finalDistributionStatuses: readonly string[] = ['executed', 'cancelled'];
export const finalPaymentStatuses: readonly string[] = ['disbursed'];

const listOf = <T extends z.ZodType>(item: T) =>
  z.object({
    object: z.literal('list').optional(),
    data: z.array(item),
    has_more: z.boolean(),
    url: z.string().optional(),
  });

/** An older document of Nova's nests the object where the reference gives its id; both are read as the id. */
const idOrObject = <T extends z.ZodType<string, string>>(id: T) =>
  z.preprocess(
    (value) => (typeof value === 'object' && value !== null && 'id' in value ? value.id : value),
    id,
  );

const novaNotificationSchema = z.object({
  id: z.string(),
  contact: idOrObject(contactIdSchema),
});

export const novaPaymentSchema = z.object({
  object: z.string().optional(),
  livemode: z.boolean().optional(),
  id: paymentIdSchema,
  amount: z.number().int(),
  currency: z.string(),
  status: z.string(),
  recipient_confirmed_at: z.string().nullish(),
  verified_at: z.string().nullish(),
  entity: idOrObject(entityIdSchema),
  payment_instructions: z.unknown(),
  notifications: z
    .union([
      listOf(novaNotificationSchema),
      z.array(novaNotificationSchema).transform((data) => ({ data, has_more: false })),
    ])
    .nullish(),
  distribution_date_override: z.string().nullish(),
});
export type NovaPayment = z.infer<typeof novaPaymentSchema>;

export const novaPaymentListSchema = listOf(novaPaymentSchema);

export const novaDistributionSchema = z.object({
  object: z.string().optional(),
  livemode: z.boolean(),
  id: distributionIdSchema,
  name: z.string(),
  distribution_date: z.string(),
  vehicle: vehicleIdSchema,
  external_reference: z.string().nullish(),
  short_id: z.string().nullish(),
  status: z.string().nullish(),
  published_at: z.string().nullish(),
  approved_at: z.string().nullish(),
  executed_at: z.string().nullish(),
  cancelled_at: z.string().nullish(),
  created_at: z.string(),
  updated_at: z.string(),
  sender_url: z.string().nullish(),
  recipient_url: z.string().nullish(),
  payments: novaPaymentListSchema,
});
export type NovaDistribution = z.infer<typeof novaDistributionSchema>;

export const novaDistributionListSchema = listOf(novaDistributionSchema);
