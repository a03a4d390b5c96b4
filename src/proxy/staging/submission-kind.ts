import type { NovaError } from '../../contract/index.ts';
import type { Creation } from '../ledger/entry-changes.ts';
import type { LedgerEntries } from '../ledger/entries.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import type { NovaClient } from '../nova/client.ts';
import type { NotOurs } from '../nova/verdict.ts';
import type { Refusal } from './explain-rejection.ts';

/** Nova's answer to the creation of something, read. */
export interface Created extends Creation {
  /** Fetches what the answer left out, and gives the whole `result`; null where it is whole already. */
  readonly rest: ((nova: NovaClient) => Promise<object>) | null;
}

/** For whom an answer is read: the configured organization (null where the credentials imply it), and the mode. */
export interface AnswerContext {
  organizationId: string | null;
  mode: 'sandbox' | 'live';
  /** See `SubmissionKind.heldBefore`. */
  held: readonly string[];
}

/**
 * What the ledger's machinery has to know of a kind of submission. Everything else is the same for all of them: what is
 * committed when, under which key it is sent, how often, and what becomes of it.
 */
export interface SubmissionKind {
  /** Where Nova creates one: a path with its leading slash. */
  readonly path: string;
  /**
   * What Nova may list in its answer though it was there before; asked for before the call. Null for kinds of which an
   * answer has the new one alone.
   */
  readonly heldBefore: ((entry: LedgerEntry, entries: LedgerEntries) => Promise<readonly string[]>) | null;
  /** Null for something that is no answer to this entry; `NotOurs` for the answer to something else. */
  readCreated(answer: unknown, entry: LedgerEntry, context: AnswerContext): Created | NotOurs | null;
  /** A definite no in words for the user. What must not be kept is left out of them, also of Nova's own. */
  explainRefusal(status: number, error: NovaError, bytes: string): Refusal;
  /** Tries once more to fetch what was not to be had when it was accepted; the whole result, null where nothing is new. */
  complete(entry: LedgerEntry, nova: NovaClient): Promise<object | null>;
}
