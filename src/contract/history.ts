/** What the audit log tells: who did what, when, from where, with what result. */
import { z } from 'zod';
import { instantSchema, isoDateSchema } from './dates.ts';
import { distributionIdSchema } from './ids.ts';
import { centsSchema, currencySchema } from './money.ts';
import { saidMember } from './said.ts';
import { registeredIdSchema, submissionKindSchema } from './registrations.ts';

/** What a line says in one word; null for lines about no submission, such as a sign-in. */
export const historyOutcomeSchema = z.enum([
  'accepted',
  'rejected',
  'unknown',
  'not-sent',
  'awaiting-approval',
  'approved',
  'returned',
  'refused',
]);
export type HistoryOutcome = z.infer<typeof historyOutcomeSchema>;

export const historyLineSchema = z.object({
  /** The place in the chain: 1, 2, 3, … without a gap. */
  sequence: z.number().int().min(1),
  at: instantSchema,
  userName: z.string(),
  workbook: z.string().nullable(),
  sheet: z.string().nullable(),
  /** `stage`, `send`, `approve`, `sign-in`, … */
  action: z.string(),
  outcome: historyOutcomeSchema.nullable(),
  /** A few words, as the ledger keeps them. */
  result: z.string(),
  /** The same for people. Missing where an older proxy, or the result itself, has no more to say. */
  said: saidMember,
  /** Nova's ids of the requests that it is about, as far as its answers named them. */
  requestIds: z.array(z.string()),
  /** The submission, as it stands now. */
  entry: z
    .object({
      entryId: z.string(),
      name: z.string(),
      kind: submissionKindSchema.optional(),
      /** 0 for what is no distribution. */
      paymentCount: z.number().int().min(0),
      /** Null where the payments are in several currencies, and for what is no distribution. */
      totalCents: centsSchema.nullable(),
      currency: currencySchema.nullable(),
      distributionId: distributionIdSchema.nullable(),
      /** What a registration became. */
      registeredId: registeredIdSchema.nullish(),
    })
    .nullable(),
});
export type HistoryLine = z.infer<typeof historyLineSchema>;

/** Every filter that is given has to fit. Texts are found anywhere, whatever their capitals (A–Z). */
export const historyFilterSchema = z.object({
  who: z.string().max(200).optional(),
  workbook: z.string().max(260).optional(),
  /** What was submitted from a workbook of exactly one of these names, whoever did something about it since. */
  workbooks: z.union([z.string().max(260), z.array(z.string().max(260)).min(1).max(10)]).optional(),
  /** In the result, the name of the distribution, its ids and those of its requests. */
  text: z.string().max(200).optional(),
  outcome: historyOutcomeSchema.optional(),
  /** The first and the last day (UTC) that count. */
  from: isoDateSchema.optional(),
  to: isoDateSchema.optional(),
});
export type HistoryFilter = z.infer<typeof historyFilterSchema>;

/** `GET /api/history`: the filters and the page in the query; the latest line first. */
export const historyQuerySchema = historyFilterSchema.extend({
  /** Only lines before this one: `nextBefore` of the page before. */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const historyPageSchema = z.object({
  lines: z.array(historyLineSchema),
  /** Null on the last page. */
  nextBefore: z.number().int().nullable(),
});
export type HistoryPage = z.infer<typeof historyPageSchema>;

/** `GET /api/history.csv`: all lines that fit the filters, as RFC 4180 with a header; no cell becomes a formula. */
export const historyCsvQuerySchema = historyFilterSchema;
