import { z } from 'zod';
import {
  approvalListSchema,
  historyPageSchema,
  modeLockStateSchema,
  outcomeSchema,
  registrationOutcomeSchema,
  sealedEntrySchema,
  sealedRegistrationSchema,
  type ApprovalList,
  type HistoryFilter,
  type HistoryPage,
  type ModeLockState,
  type Outcome,
  type RegistrationOutcome,
  type SealedEntry,
  type SealedRegistration,
} from '../contract/index.ts';
import type { Sender } from './api-sender.ts';

/** What the pane asks of the proxy beside payouts: approvals, the history, and the lock that stops all sending. */
export interface OversightClient {
  /** Throws `forbidden` for those who are no approvers. */
  approvals: () => Promise<ApprovalList>;
  sealed: (entryId: string) => Promise<SealedEntry | SealedRegistration>;
  /** Sends exactly the content with this hash, once. */
  approve: (entryId: string, contentHash: string) => Promise<Outcome>;
  /** Payment instructions are sent when their rows are submitted again. */
  approveRegistration: (entryId: string, contentHash: string) => Promise<RegistrationOutcome>;
  returnEntry: (entryId: string, reason: string) => Promise<unknown>;
  /** `before`: `nextBefore` of the page before; null for the first. */
  history: (filter: HistoryFilter, before: number | null) => Promise<HistoryPage>;
  /** All lines that fit, as CSV. */
  historyCsv: (filter: HistoryFilter) => Promise<string>;
  /** Lets sending go on; `since` is that of the lock that was looked at. */
  releaseModeLock: (since: string, reason: string) => Promise<ModeLockState>;
}

/** Payment instructions bear a kind, distributions none. */
const anySealedSchema = z.union([sealedRegistrationSchema, sealedEntrySchema]);
const anyOutcomeSchema = z.union([outcomeSchema, registrationOutcomeSchema]);

const readTimeoutMs = 120_000;
/** Approving sends to Nova, with all the patience that staging has. */
const sendTimeoutMs = 300_000;

export function createOversightClient({ json, text }: Sender): OversightClient {
  const entry = (entryId: string) => `/api/approvals/${encodeURIComponent(entryId)}`;
  return {
    approvals: () => json('GET', '/api/approvals', approvalListSchema, readTimeoutMs),
    sealed: (entryId) => json('GET', entry(entryId), anySealedSchema, readTimeoutMs),
    approve: (entryId, contentHash) =>
      json('POST', `${entry(entryId)}/approve`, outcomeSchema, sendTimeoutMs, { contentHash }),
    approveRegistration: (entryId, contentHash) =>
      json('POST', `${entry(entryId)}/approve`, registrationOutcomeSchema, readTimeoutMs, { contentHash }),
    returnEntry: (entryId, reason) =>
      json('POST', `${entry(entryId)}/return`, anyOutcomeSchema, readTimeoutMs, { reason }),
    history: (filter, before) =>
      json('GET', `/api/history${queryOf({ ...filter, before })}`, historyPageSchema, readTimeoutMs),
    historyCsv: (filter) => text(`/api/history.csv${queryOf(filter)}`, readTimeoutMs),
    releaseModeLock: (since, reason) =>
      json('POST', '/api/mode-lock/release', modeLockStateSchema, readTimeoutMs, { since, reason }),
  };
}

/** What is empty is no filter. */
function queryOf(values: Readonly<Record<string, string | string[] | number | null | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one));
    }
  }
  return query.size === 0 ? '' : `?${query.toString()}`;
}
