/**
 * What is registered in Nova so that payouts can refer to it: payment instructions, entities and contacts. Under
 * `/api/registrations`; each item becomes one entry of the ledger and one request to Nova, so that the id in an answer can
 * belong to nothing else (Nova promises no order within an entity).
 */
import { z } from 'zod';
import {
  awaitingApprovalSchema,
  rejectedSchema,
  returnedSchema,
  submissionSourceSchema,
  unknownSchema,
} from './api.ts';
import { instantSchema } from './dates.ts';
import { contactIdSchema, entityIdSchema, instructionsIdSchema } from './ids.ts';
import { saidMember } from './said.ts';
import { addressSchema, entityTypeSchema, instructionsTypeSchema } from './nova-registrations.ts';

export const registrationKindSchema = z.enum(['payment-instructions', 'entity', 'contact']);
export type RegistrationKind = z.infer<typeof registrationKindSchema>;

/** Everything that is submitted to Nova and kept in the ledger. */
export const submissionKindSchema = z.enum(['distribution', ...registrationKindSchema.options]);
export type SubmissionKindName = z.infer<typeof submissionKindSchema>;

const textSchema = z.string().min(1).max(255);
const lineSchema = z.string().min(1).max(140).nullable();

/**
 * The bank details of one row. What the sheet leaves blank is null: Nova takes partial instructions and "does not do any
 * input validation" (Create payment instructions), so the domain alone decides what a payable one needs.
 */
export const paymentInstructionsRequestSchema = z.object({
  type: instructionsTypeSchema,
  beneficiaryName: textSchema.nullable(),
  accountNumber: z.string().min(1).max(64).nullable(),
  /** ABA; for `ach` and `domestic_wire`. */
  routingNumber: z.string().min(1).max(16).nullable(),
  /** BIC; for `international_wire`. */
  swiftCode: z.string().min(1).max(16).nullable(),
  bankName: textSchema.nullable(),
  branchCode: z.string().min(1).max(64).nullable(),
  address: addressSchema.nullable(),
  intermediaryName: textSchema.nullable(),
  intermediarySwiftCode: z.string().min(1).max(16).nullable(),
  instructionsLine1: lineSchema,
  instructionsLine2: lineSchema,
  instructionsLine3: lineSchema,
  externalReference: textSchema.nullable(),
});
export type PaymentInstructionsRequest = z.infer<typeof paymentInstructionsRequestSchema>;

export const entityRequestSchema = z.object({
  name: textSchema,
  type: entityTypeSchema,
  externalReference: textSchema.nullable(),
  externalType: textSchema.nullable(),
});
export type EntityRequest = z.infer<typeof entityRequestSchema>;

export const contactRequestSchema = z.object({
  name: textSchema,
  email: z.email().max(255),
  externalReference: textSchema.nullable(),
});
export type ContactRequest = z.infer<typeof contactRequestSchema>;

/**
 * What one request registers. Payment instructions come entity by entity, all of its rows together: whether an entity had
 * instructions before is then asked once for all of them, and decides whether a second person has to approve.
 */
export const registrationSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('payment-instructions'),
    entity: entityIdSchema,
    /** In sheet order, as are the outcomes. */
    items: z.array(paymentInstructionsRequestSchema).min(1).max(50),
  }),
  z.object({ kind: z.literal('entity'), items: z.array(entityRequestSchema).min(1).max(50) }),
  z.object({ kind: z.literal('contact'), items: z.array(contactRequestSchema).min(1).max(50) }),
]);
export type Registration = z.infer<typeof registrationSchema>;

/** `POST /api/registrations`: registers each item, or answers with what the same content became before. */
export const registerRequestSchema = z.object({
  registration: registrationSchema,
  source: submissionSourceSchema,
});
export type RegisterRequest = z.infer<typeof registerRequestSchema>;

/** `pmi_…`, `ent_…` or `cnt_…`, as the kind says. */
export const registeredIdSchema = z.union([instructionsIdSchema, entityIdSchema, contactIdSchema]);
export type RegisteredId = z.infer<typeof registeredIdSchema>;

export const registeredSchema = z.object({
  outcome: z.literal('accepted'),
  entryId: z.string(),
  contentHash: z.string(),
  generation: z.number().int().min(1),
  /** True when Nova had accepted this content before, so that nothing was sent now. */
  existing: z.boolean(),
  acceptedAt: instantSchema,
  acceptedFor: z.string(),
  acceptedFrom: submissionSourceSchema,
  livemode: z.boolean(),
  id: registeredIdSchema,
});
export type Registered = z.infer<typeof registeredSchema>;

/** Nova created it in the other mode than the one the proxy is set to: see `otherModeSchema`. */
export const registeredInOtherModeSchema = registeredSchema.omit({ existing: true }).extend({
  outcome: z.literal('other-mode'),
  message: z.string(),
  said: saidMember,
});

/** What the ledger knows to bear the reference that Nova refused as taken. */
export const referenceHolderSchema = z.object({
  id: registeredIdSchema,
  name: z.string(),
  acceptedFor: z.string(),
  acceptedAt: instantSchema,
});

/** Nothing left the proxy for this item, because of what became of another one or of Nova; it may be submitted again. */
export const notSentSchema = z.object({
  outcome: z.literal('not-sent'),
  code: z.string(),
  /** Full sentences that say what to do. */
  message: z.string(),
  said: saidMember,
});

export const registrationOutcomeSchema = z.discriminatedUnion('outcome', [
  registeredSchema,
  registeredInOtherModeSchema,
  /** `reference-taken` where another one bears the external reference; `holder` is that one, where the ledger knows it. */
  rejectedSchema.extend({ holder: referenceHolderSchema.nullish() }),
  unknownSchema,
  /**
   * The proxy keeps no account number, so what was approved is sent when the same rows are submitted again; until then it
   * stays here with `approvedBy`.
   */
  awaitingApprovalSchema,
  returnedSchema,
  notSentSchema,
]);
export type RegistrationOutcome = z.infer<typeof registrationOutcomeSchema>;

/** In the order of the items. */
export const registerResponseSchema = z.object({ outcomes: z.array(registrationOutcomeSchema) });
export type RegisterResponse = z.infer<typeof registerResponseSchema>;

/** `POST /api/registrations/lookup`: what the ledger knows of these contents; sends nothing to Nova. */
export const registrationLookupRequestSchema = z.object({
  registrations: z.array(registrationSchema).max(500),
});
export const registrationLookupResponseSchema = z.object({
  /** In the order of the request, then of the items; null where this content was never submitted. */
  outcomes: z.array(z.array(registrationOutcomeSchema.nullable())),
});

/**
 * `POST /api/registrations/{entryId}/link`: says which id an unknown entry became, or which existing one a refused
 * reference belongs to. The proxy retrieves it (for payment instructions: the entity whose list it must be in) and refuses
 * a difference with `link-mismatch`. Answers a `RegistrationOutcome`.
 */
export const registrationLinkRequestSchema = z.object({ id: registeredIdSchema });

/** Payment instructions that wait for a second person, as a line of a list. Holds no account number but its end. */
export const waitingRegistrationSchema = z.object({
  entryId: z.string(),
  contentHash: z.string(),
  kind: registrationKindSchema,
  entity: entityIdSchema,
  /** The entity's legal name in Nova when it was sealed; null where it could not be read. */
  entityName: z.string().nullable(),
  /** What the entity had then; empty where only the ledger knew of others on their way. */
  present: z.array(instructionsIdSchema),
  instructions: paymentInstructionsRequestSchema.omit({ accountNumber: true }).extend({
    /** The last four characters of the account number; null where it has none. */
    accountEnding: z.string().max(4).nullable(),
  }),
  preparedBy: z.string(),
  preparedAt: instantSchema,
  expiresAt: instantSchema,
  source: submissionSourceSchema,
  mayApprove: z.boolean(),
});
export type WaitingRegistration = z.infer<typeof waitingRegistrationSchema>;

/** `GET /api/approvals/{entryId}` of payment instructions: 404 `not-found`, 409 `not-awaiting`. */
export const sealedRegistrationSchema = waitingRegistrationSchema.extend({
  /** What the entity has at this moment; null where Nova could not be asked. */
  presentNow: z
    .array(
      z.object({
        id: instructionsIdSchema,
        /** As the ledger names it, with the end of its account number; null where it came to Nova otherwise. */
        name: z.string().nullable(),
      }),
    )
    .nullable(),
});
export type SealedRegistration = z.infer<typeof sealedRegistrationSchema>;
