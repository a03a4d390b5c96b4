import { vehicleIdSchema } from '../../contract/index.ts';
import type {
  ApprovalList,
  DistributionRequest,
  Outcome,
  RegistrationOutcome,
  SealedEntry,
  SealedRegistration,
  WaitingEntry,
} from '../../contract/index.ts';
import { toInstant } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { told } from '../../words/said.ts';
import { ProxyError } from '../errors.ts';
import type { ApprovalEntries } from '../ledger/approval-entries.ts';
import { writeAudit } from '../ledger/audit.ts';
import { factsOfBody } from '../ledger/content-facts.ts';
import type { LedgerEntries } from '../ledger/entries.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import type { ModeLock } from '../ledger/mode-lock.ts';
import type { LedgerDatabase } from '../ledger/schema.ts';
import type { LimitPolicy } from '../limits/limit-policy.ts';
import type { NovaClient } from '../nova/client.ts';
import { toRegistrationOutcome } from '../registrations/registration-outcome.ts';
import { showWaitingRegistration, waitingRegistration } from '../registrations/waiting-registration.ts';
import { keepsBytes } from './entry-kind.ts';
import { isApprovalOver } from './explain-approval.ts';
import { toOutcome } from './outcome.ts';
import { changesOf, readPayeeHistory } from './payee-history.ts';
import { requestOfBody } from './sealed-request.ts';
import type { Stager } from './stager.ts';

export interface ApprovalParts {
  entries: LedgerEntries;
  approvals: ApprovalEntries;
  stager: Stager;
  nova: NovaClient;
  limits: LimitPolicy;
  lock: ModeLock;
  database: LedgerDatabase;
  organization: string;
  clock: Clock;
  mode: 'sandbox' | 'live';
}

const mostListed = 500;

/** What waits, as somebody sees it who may or may not approve it. */
export async function listApprovals(userName: string, parts: ApprovalParts): Promise<ApprovalList> {
  const found = await parts.approvals.listWaiting(mostListed + 1);
  const listed = found.slice(0, mostListed);
  const isDistribution = ({ kind }: LedgerEntry) => kind === 'distribution';
  return {
    waiting: listed
      .filter(isDistribution)
      .map((entry) => waitingEntry(entry, requestOfBody(entry.body), userName)),
    registrations: listed
      .filter((entry) => !isDistribution(entry))
      .map((entry) => waitingRegistration(entry, userName)),
    more: found.length > mostListed,
  };
}

/** The sealed content, and what is different about it. Throws a `ProxyError`: `not-found`, `not-awaiting`. */
export async function showSealed(
  entryId: string,
  userName: string,
  parts: ApprovalParts,
): Promise<SealedEntry | SealedRegistration> {
  const entry = await findWaiting(entryId, parts);
  if (entry.kind !== 'distribution') return showWaitingRegistration(entry, userName, parts);
  const request = requestOfBody(entry.body);
  const entities = new Set<string>(request.payments.map(({ entity }) => entity));
  const history = await readPayeeHistory(entities, parts.database, parts.organization);
  const payments = request.payments.map((payment) => {
    const earlier = history.payments.get(payment.entity) ?? [];
    const [latest] = earlier;
    const last =
      latest === undefined
        ? null
        : {
            distributionId: latest.distributionId,
            acceptedAt: latest.acceptedAt,
            amountCents: latest.amountCents,
          };
    return { ...payment, last, changes: changesOf(payment, earlier) };
  });
  return {
    ...waitingEntry(entry, request, userName),
    externalReference: request.externalReference,
    payments,
    comparison: { distributions: history.distributions, complete: history.complete },
    paymentInstructions: 'not-known',
  };
}

/**
 * Approves what waits, and sends it where the ledger has all that it takes; else it is sent when the same rows are
 * submitted again. Approved once more, it answers with what became of it. Throws a `ProxyError`:
 * `not-found`, `content-differs`, `second-person-required`, `not-awaiting`, `limit-exceeded` (recorded; it goes on
 * waiting), and what `Stager.sendApproved` throws; then it stays approved, and is sent by itself later.
 */
export async function approve(
  entryId: string,
  contentHash: string,
  userName: string,
  parts: ApprovalParts,
): Promise<Outcome | RegistrationOutcome> {
  let entry = await find(entryId, parts);
  if (entry.content_hash !== contentHash) {
    throw new ProxyError(409, 'content-differs', told('sealedDiffers'));
  }
  if (entry.user_name === userName) {
    throw new ProxyError(403, 'second-person-required', told('ownWork', { kind: entry.kind, userName }));
  }
  if (entry.state === 'awaiting') {
    await assertInTime(entry, parts);
    await parts.lock.assertFree();
    entry = (await approveWithinLimits(entry, userName, parts)) ?? (await find(entryId, parts));
  }
  if (entry.approved_at === null) throw notAwaiting(entry);
  return outcomeOf(keepsBytes(entry) ? await parts.stager.sendApproved(entry, userName) : entry, parts);
}

/** The limits may have changed since it was sealed, and the day has other entries by now. */
async function approveWithinLimits(
  entry: LedgerEntry,
  userName: string,
  { approvals, clock, database, limits }: ApprovalParts,
): Promise<LedgerEntry | null> {
  try {
    limits.assertMayGoLive(userName);
    if (entry.kind !== 'distribution') {
      limits.assertMayGoLive(entry.user_name);
      return await approvals.approve(entry, userName, null);
    }
    limits.assertAllowed(factsOfBody(entry.body), entry.user_name);
    return await approvals.approve(entry, userName, limits.dayLimitCents(entry.currency));
  } catch (error) {
    if (error instanceof ProxyError && error.code === 'limit-exceeded') {
      const record = { at: toInstant(clock.now()), by: { userName }, entryId: entry.id };
      const result = `approval refused: ${error.message}`;
      await writeAudit(database, { ...record, action: 'refuse', outcome: 'refused', result });
    }
    throw error;
  }
}

/**
 * Ends what waits without sending it, on the word of an approver, or of the one who prepared it and takes it back.
 * Throws a `ProxyError`: `not-found`, `not-awaiting`.
 */
export async function returnEntry(
  entryId: string,
  reason: string,
  userName: string,
  parts: ApprovalParts,
): Promise<Outcome | RegistrationOutcome> {
  const entry = await findWaiting(entryId, parts);
  const returned = await parts.approvals.returnToPreparer(entry, userName, reason);
  if (returned === null) throw notAwaiting(await find(entryId, parts));
  return outcomeOf(returned, parts);
}

/** Throws a `ProxyError`: `not-found`, `not-awaiting`. */
export async function findWaiting(entryId: string, parts: ApprovalParts): Promise<LedgerEntry> {
  const entry = await find(entryId, parts);
  if (entry.state !== 'awaiting') throw notAwaiting(entry);
  await assertInTime(entry, parts);
  return entry;
}

async function find(entryId: string, { entries }: ApprovalParts): Promise<LedgerEntry> {
  const entry = await entries.find(entryId);
  if (entry === null) throw new ProxyError(404, 'not-found', [told('noSuchEntry'), told('loadListAgain')]);
  return entry;
}

async function assertInTime(entry: LedgerEntry, { approvals, clock }: ApprovalParts): Promise<void> {
  if (!isApprovalOver(entry, clock.now())) return;
  await approvals.expire(entry);
  throw new ProxyError(409, 'not-awaiting', told('approvalOver', { kind: entry.kind }));
}

function notAwaiting(entry: LedgerEntry): ProxyError {
  const why = told(entry.state === 'returned' ? 'wasReturned' : 'needsNoApproval');
  return new ProxyError(409, 'not-awaiting', [told('waitsNoLonger', { kind: entry.kind }), why]);
}

function waitingEntry(entry: LedgerEntry, request: DistributionRequest, userName: string): WaitingEntry {
  return {
    entryId: entry.id,
    contentHash: entry.content_hash,
    name: request.name,
    vehicle: vehicleIdSchema.parse(request.vehicle),
    distributionDate: request.distributionDate,
    totals: totalsOf(request),
    preparedBy: entry.user_name,
    preparedAt: entry.reserved_at,
    expiresAt: entry.approval_ends_at ?? entry.reserved_at,
    source: { workbook: entry.workbook, sheet: entry.sheet },
    repeatReason: entry.repeat_reason,
    mayApprove: entry.user_name !== userName,
  };
}

function totalsOf({ payments }: DistributionRequest): WaitingEntry['totals'] {
  const totals = new Map<string, WaitingEntry['totals'][number]>();
  for (const { currency, amountCents } of payments) {
    const before = totals.get(currency) ?? { currency, amountCents: 0 as typeof amountCents, count: 0 };
    const sum = (before.amountCents + amountCents) as typeof amountCents;
    totals.set(currency, { currency, amountCents: sum, count: before.count + 1 });
  }
  return [...totals.values()];
}

/** In the order in which the payments went to Nova; whoever approves has no sheet. */
async function outcomeOf(
  entry: LedgerEntry,
  { clock, entries, mode }: ApprovalParts,
): Promise<Outcome | RegistrationOutcome> {
  const context = { existing: false, nowMs: clock.now(), mode };
  const outcome =
    entry.kind === 'distribution'
      ? toOutcome(entry, requestOfBody(entry.body), context)
      : await toRegistrationOutcome(entry, context, entries);
  if (outcome === null) throw new Error('an approved entry has no outcome');
  return outcome;
}
