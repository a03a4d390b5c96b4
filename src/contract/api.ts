/**
 * What the pane and the proxy say to each other under `/api`. Every request but the sign-in carries
 * `Authorization: Bearer <token>`; every answer that is not 2xx is an `ApiError`.
 */
import { z } from 'zod';
import { instantSchema, isoDateSchema } from './dates.ts';
import {
  contactIdSchema,
  distributionIdSchema,
  entityIdSchema,
  organizationIdSchema,
  paymentIdSchema,
  vehicleIdSchema,
} from './ids.ts';
import { limitsSchema, modeLockSchema } from './limits.ts';
import { centsSchema, currencySchema, paymentCentsSchema } from './money.ts';
import { reasonSchema } from './reason.ts';
import { saidMember, saidSchema } from './said.ts';

export const novaModeSchema = z.enum(['sandbox', 'live']);
export type NovaMode = z.infer<typeof novaModeSchema>;

export const apiErrorSchema = z.object({
  error: z.object({
    /** Stable: `sign-in-required`, `code-wrong`, `request-invalid`, `nova-unavailable`, … */
    code: z.string(),
    /** Full sentences that say what to do. */
    message: z.string(),
    said: saidMember,
  }),
});
export type ApiError = z.infer<typeof apiErrorSchema>;

/**
 * A header, with any value, of what the pane asks by itself, such as a look for approvals: it does not count as a use of
 * the session, so that a pane that is left open does not keep its user signed in.
 */
export const automaticHeader = 'x-distribution-desk-automatic';

/** `POST /api/sign-in`: a one-time code for a token. */
export const signInRequestSchema = z.object({ code: z.string().trim().min(1).max(64) });
export const signInResponseSchema = z.object({
  token: z.string().min(1),
  expiresAt: instantSchema,
  userName: z.string(),
});
export type SignInResponse = z.infer<typeof signInResponseSchema>;

/**
 * What somebody may do. Everybody who is signed in may do what a viewer may; beyond that no role contains another.
 *
 * - `viewer`: see what the ledger knows, and refresh statuses.
 * - `preparer`: stage distributions.
 * - `approver`: approve or return what somebody else prepared.
 * - `admin`: users and limits, and what became of a submission whose outcome is unknown.
 */
export const roleSchema = z.enum(['viewer', 'preparer', 'approver', 'admin']);
export type Role = z.infer<typeof roleSchema>;

/**
 * `GET /api/sign-in/methods`: how to sign in at this proxy; needs no token. Either with a one-time code at
 * `POST /api/sign-in`, or with Microsoft Entra ID, whose access token for `scope` is then the bearer token.
 */
export const signInMethodsSchema = z.union([
  z.object({ codes: z.literal(true) }),
  z.object({
    entra: z.object({
      tenantId: z.string(),
      /** The pane's own application. */
      clientId: z.string(),
      /** Where the pane signs in, such as `https://login.microsoftonline.com/{tenantId}`. */
      authority: z.url(),
      /** What the pane asks a token for, such as `api://{clientId}/access`. */
      scope: z.string(),
    }),
  }),
]);
export type SignInMethods = z.infer<typeof signInMethodsSchema>;

/** `GET /api/session`: who is signed in, what they may do, and on which Nova this proxy works. */
export const sessionSchema = z.object({
  userName: z.string(),
  /** Never empty. In live mode only `viewer`, unless the user was allowed to work on live. */
  roles: z.array(roleSchema),
  expiresAt: instantSchema,
  mode: novaModeSchema,
  organizationId: organizationIdSchema.nullable(),
  /** What this proxy holds every submission to. */
  limits: limitsSchema.optional(),
  /** Present while all sending is stopped, because an answer was of another mode or organization. */
  modeLock: modeLockSchema.nullish(),
});
export type Session = z.infer<typeof sessionSchema>;

export const paymentRequestSchema = z.object({
  entity: entityIdSchema,
  amountCents: paymentCentsSchema,
  currency: currencySchema,
  contacts: z.array(contactIdSchema).max(100),
  dateOverride: isoDateSchema.nullable(),
});
export type PaymentRequest = z.infer<typeof paymentRequestSchema>;

export const distributionRequestSchema = z.object({
  name: z.string().min(1).max(500),
  vehicle: vehicleIdSchema,
  distributionDate: isoDateSchema,
  externalReference: z.string().min(1).max(500).nullable(),
  /** In sheet order; the answer's payments come in this order. */
  payments: z.array(paymentRequestSchema).min(1).max(20_000),
});
export type DistributionRequest = z.infer<typeof distributionRequestSchema>;

/** Where a submission came from, for the audit log. */
export const submissionSourceSchema = z.object({
  workbook: z.string().max(260),
  sheet: z.string().max(64),
});

/**
 * `POST /api/distributions`: stages one distribution, or answers with what the same content became before. With `repeat`
 * the same content is staged once more on purpose: `ofEntryId` is the accepted entry that it repeats, and must be the
 * latest one, so that two people who decide it at once make one repeat.
 */
export const stageRequestSchema = z.object({
  distribution: distributionRequestSchema,
  source: submissionSourceSchema,
  repeat: z.object({ ofEntryId: z.string(), reason: reasonSchema }).nullish(),
  /**
   * The cancelled distributions whose rows this one takes over; one that is not cancelled is refused (`not-cancelled`).
   * `paymentIds` are those of their payments that it pays in place of, all of them where it is missing; what another
   * distribution has taken over already is refused (`already-replaced`).
   */
  replaces: z
    .object({
      distributionIds: z.array(distributionIdSchema).min(1).max(100),
      paymentIds: z.array(paymentIdSchema).min(1).max(20_000).optional(),
      reason: reasonSchema,
    })
    .nullish(),
});
export type StageRequest = z.infer<typeof stageRequestSchema>;

export const paymentResultSchema = z.object({ id: paymentIdSchema, status: z.string() });

const entrySchema = z.object({
  entryId: z.string(),
  contentHash: z.string(),
  generation: z.number().int().min(1),
});

export const acceptedSchema = entrySchema.extend({
  outcome: z.literal('accepted'),
  /** True when Nova had accepted this content before, so that nothing was sent now. */
  existing: z.boolean(),
  acceptedAt: instantSchema,
  acceptedFor: z.string(),
  /** The workbook and sheet that it was staged from. */
  acceptedFrom: submissionSourceSchema.optional(),
  /** The reason when it was a deliberate repeat. */
  repeatReason: z.string().nullish(),
  livemode: z.boolean(),
  distributionId: distributionIdSchema,
  distributionStatus: z.string(),
  senderUrl: z.string().nullable(),
  /** In the order of the request; null where Nova's answer holds no payment that matches. */
  payments: z.array(paymentResultSchema.nullable()),
  /** Sentences for the user: a count that does not add up, pages missing. Empty when all is well. */
  warnings: z.array(z.string()),
  /** What each of the warnings says, in their order. */
  warningsSaid: z.array(saidSchema).optional(),
});
export type Accepted = z.infer<typeof acceptedSchema>;

/**
 * Nova created it, but answered that it is of the other mode than the one the proxy is set to. Its ids belong to another
 * Nova than those of the workbook and are never written; all sending stops until an admin has looked. The same content is
 * not sent again unless it is repeated on purpose.
 */
export const otherModeSchema = acceptedSchema
  .omit({ existing: true, warnings: true, warningsSaid: true })
  .extend({
    outcome: z.literal('other-mode'),
    /** Which id is of which mode, in sentences for the user. */
    message: z.string(),
    said: saidMember,
  });
export type OtherMode = z.infer<typeof otherModeSchema>;

/** A definite no: nothing was created. Trying again after the cause is mended is safe. */
export const rejectedSchema = entrySchema.extend({
  outcome: z.literal('rejected'),
  status: z.number().int(),
  code: z.string(),
  /** What the user can do, first; then Nova's own words. */
  message: z.string(),
  said: saidMember,
  param: z.string().nullable(),
  requestId: z.string().nullable(),
});
export type Rejected = z.infer<typeof rejectedSchema>;

/** Nobody can say yet whether it was created. Asking again uses the same key while the key lives. */
export const unknownSchema = entrySchema.extend({
  outcome: z.literal('unknown'),
  code: z.string(),
  message: z.string(),
  said: saidMember,
  /** Until then Nova still knows the key; afterwards nothing is sent. */
  keyExpiresAt: instantSchema,
  /** True once the key has ended: from then on a person links the distribution or declares that there is none. */
  needsPerson: z.boolean().optional(),
  /** Whose submission it was: the one who may not declare it never created. */
  submittedFor: z.string().optional(),
});
export type Unknown = z.infer<typeof unknownSchema>;

/**
 * Sealed, and nothing was sent: a second person, who is not the one who prepared it, has to approve exactly this content.
 * Asking for the same content again gives the present standing; there is no need to submit anything again.
 */
export const awaitingApprovalSchema = entrySchema.extend({
  outcome: z.literal('awaiting-approval'),
  since: instantSchema,
  /** Nobody can approve it afterwards; submitting the same rows again seals them anew. */
  expiresAt: instantSchema,
  preparedBy: z.string(),
  /** From which amount on approval is needed, in cents of the distribution's currency; null where it always is. */
  thresholdCents: centsSchema.nullable(),
  /** Who approved it, while it could not be sent yet; the proxy goes on trying by itself. */
  approvedBy: z.string().nullable(),
  /** Sentences for the user. */
  message: z.string(),
  said: saidMember,
});
export type AwaitingApproval = z.infer<typeof awaitingApprovalSchema>;

/** Not approved, and nothing was sent. The same rows may be submitted again, and then need an approval of their own. */
export const returnedSchema = entrySchema.extend({
  outcome: z.literal('returned'),
  /** `returned` by a person with a reason; `approval-expired` when nobody approved it in time. */
  code: z.enum(['returned', 'approval-expired']),
  /** Null when it expired. */
  returnedBy: z.string().nullable(),
  returnedAt: instantSchema,
  reason: z.string(),
  /** Sentences for the user. */
  message: z.string(),
  said: saidMember,
});
export type Returned = z.infer<typeof returnedSchema>;

export const outcomeSchema = z.discriminatedUnion('outcome', [
  acceptedSchema,
  otherModeSchema,
  rejectedSchema,
  unknownSchema,
  awaitingApprovalSchema,
  returnedSchema,
]);
/** What became of a submission. *Unknown* is not *failed*. */
export type Outcome = z.infer<typeof outcomeSchema>;

/**
 * `POST /api/entries/{entryId}/link`: says which distribution an unknown entry became. The proxy retrieves it and
 * compares vehicle, date, name and every payment; a difference is refused with `link-mismatch`. Answers an `Outcome`.
 */
export const linkRequestSchema = z.object({
  distributionId: distributionIdSchema,
  /** As in the submission, so that the answer's payments come in the order of the sheet. */
  distribution: distributionRequestSchema,
});

/**
 * `POST /api/entries/{entryId}/declare-never-created`: a second person, never the one who submitted it
 * (`second-person-required`), says that Nova has no such distribution. Answers a rejected `Outcome`.
 */
export const declareRequestSchema = z.object({ reason: reasonSchema });

/** `POST /api/distributions/lookup`: what the ledger knows of these contents; sends nothing to Nova. */
export const lookupRequestSchema = z.object({ distributions: z.array(distributionRequestSchema).max(2_000) });
/** Other content that was staged, or may yet be, under the same vehicle, date and name. */
export const alikeDistributionSchema = z.object({
  entryId: z.string(),
  /** Null while it is not known to be in Nova. */
  distributionId: distributionIdSchema.nullable(),
  at: instantSchema,
  by: z.string(),
  source: submissionSourceSchema,
  paymentCount: z.number().int().min(1),
  /** Null where the payments are in several currencies. */
  totalCents: centsSchema.nullable(),
  currency: currencySchema.nullable(),
});
export type AlikeDistribution = z.infer<typeof alikeDistributionSchema>;

export const lookupResponseSchema = z.object({
  /** In the order of the request; null where this content was never accepted, rejected or left unknown. */
  outcomes: z.array(outcomeSchema.nullable()),
  /** In the order of the request: whether it may be the same occasion as something that was staged with other payments. */
  alike: z.array(alikeDistributionSchema.nullable()),
  /**
   * The entities in the request that this organization's ledger has staged no payment to, and that no distribution pays of
   * which nobody knows whether Nova has it; each once. Missing from a proxy of the release before, which cannot tell.
   */
  newPayees: z.array(entityIdSchema).optional(),
});
export type LookupResponse = z.infer<typeof lookupResponseSchema>;

/**
 * `POST /api/distributions/staged`: what was staged under these ids, from where, when and by whom, from the ledger alone.
 */
export const stagedRequestSchema = z.object({
  distributionIds: z.array(distributionIdSchema).min(1).max(2_000),
});
export const stagedContentSchema = z.object({
  distributionId: distributionIdSchema,
  ...entrySchema.shape,
  livemode: z.boolean(),
  /** Present where that is not the mode of the proxy. */
  isOfOtherMode: z.literal(true).optional(),
  acceptedAt: instantSchema,
  acceptedFor: z.string(),
  acceptedFrom: submissionSourceSchema,
  /** As it was when Nova was last asked, with the link that it gave then. */
  distributionStatus: z.string(),
  senderUrl: z.string().nullable(),
  name: z.string(),
  vehicle: z.string(),
  distributionDate: isoDateSchema,
  externalReference: z.string().nullable(),
  /** What was sent, each with the id that Nova gave it; null where none of Nova's payments matches. */
  payments: z.array(
    z.object({
      id: paymentIdSchema.nullable(),
      /** As it was when Nova was last asked; empty without an id. */
      status: z.string(),
      entity: z.string(),
      amountCents: z.number().int(),
      currency: z.string(),
      contacts: z.array(z.string()),
      dateOverride: isoDateSchema.nullable(),
    }),
  ),
});
export type StagedContent = z.infer<typeof stagedContentSchema>;
export const stagedResponseSchema = z.object({
  /** In the order of the request; null for an id that this ledger does not hold. */
  distributions: z.array(stagedContentSchema.nullable()),
});

/** `POST /api/distributions/refresh`: the statuses now, from Nova. One that cannot be read does not fail the others. */
export const refreshRequestSchema = z.object({
  distributionIds: z.array(distributionIdSchema).min(1).max(2_000),
});
export const refreshedSchema = z.discriminatedUnion('found', [
  z.object({
    found: z.literal(true),
    distributionId: distributionIdSchema,
    distributionStatus: z.string(),
    senderUrl: z.string().nullable(),
    payments: z.array(paymentResultSchema),
    warnings: z.array(z.string()),
    warningsSaid: z.array(saidSchema).optional(),
  }),
  z.object({
    found: z.literal(false),
    distributionId: distributionIdSchema,
    code: z.string(),
    message: z.string(),
    said: saidMember,
  }),
]);
export type Refreshed = z.infer<typeof refreshedSchema>;
export const refreshResponseSchema = z.object({
  checkedAt: instantSchema,
  distributions: z.array(refreshedSchema),
});
export type RefreshResponse = z.infer<typeof refreshResponseSchema>;
