import type { Kysely } from 'kysely';
import type { SubmissionKindName } from '../../contract/index.ts';

/**
 * The life of an entry: `reserved → sending → accepted | rejected | unknown`, and where a second person has to approve it
 * `awaiting → reserved or sending → …`, or `awaiting → returned`.
 *
 * - `awaiting`: sealed; nothing is sent until somebody else has approved it.
 * - `returned`: not approved, or not in time. Final: trying again makes the next generation.
 * - `reserved`: Nova cannot have seen it. Written before the first try, and again when every try failed before it left.
 * - `sending`: `owner` is sending it, and says so again and again by renewing `lease_until`. Once the lease has ended the
 *   owner is taken for dead, and whoever takes the entry over treats it as `unknown`.
 * - `accepted`: Nova created it. Final.
 * - `rejected`: Nova said a definite no, or a second person declared that it was never created. Final: trying again makes
 *   the next generation.
 * - `unknown`: Nova may have seen it. Asked again with the same key while the key lives; then a person resolves it.
 */
export type EntryState =
  'awaiting' | 'returned' | 'reserved' | 'sending' | 'accepted' | 'rejected' | 'unknown';

/** One row per submission (a distribution, or one item of a registration) and generation. The columns are explained in the migrations. */
export interface LedgerEntryTable {
  id: string;
  organization: string;
  content_hash: string;
  generation: number;
  body: string;
  idempotency_key: string;
  state: EntryState;
  reserved_at: string;
  updated_at: string;
  first_sent_at: string | null;
  accepted_at: string | null;
  tries: number;
  nova_id: string | null;
  livemode: number | null;
  result: string | null;
  error_code: string | null;
  error_message: string | null;
  user_name: string;
  workbook: string;
  sheet: string;
  owner: string | null;
  lease_until: string | null;
  ask_count: number;
  next_ask_at: string | null;
  repeat_of: string | null;
  repeat_reason: string | null;
  resolved_by: string | null;
  resolved_reason: string | null;
  name: string | null;
  payment_count: number | null;
  total_cents: number | null;
  currency: string | null;
  counted_day: string | null;
  approval_ends_at: string | null;
  approval_from_cents: number | null;
  approved_by: string | null;
  approved_at: string | null;
  kind: SubmissionKindName;
  subject: string | null;
  set_hash: string | null;
  reference: string | null;
  seen: string | null;
}

/** A payment of a cancelled distribution, or all of them, that an entry takes over. Written together with the entry. */
export interface ReplacedPaymentTable {
  organization: string;
  distribution_id: string;
  payment_id: string | null;
  entry_id: string;
}

/** An entity that a payment was staged to, once for each organization. Follows from the entries. */
export interface StagedPayeeTable {
  organization: string;
  entity: string;
}

/** An accepted entry whose payees are all in `staged_payee`. */
export interface EntryWithPayeesTable {
  entry_id: string;
}

/** While an organization has a row here, nothing is sent for it. */
export interface ModeLockTable {
  organization: string;
  since: string;
  reason: string;
  /** `Said` of the contract, as JSON; null where an older version set the lock. */
  said: string | null;
  distribution_id: string | null;
}

export interface AuditTable {
  id: string;
  at: string;
  user_name: string;
  workbook: string | null;
  sheet: string | null;
  action: string;
  entry_id: string | null;
  outcome: string | null;
  result: string;
  request_ids: string | null;
  sequence: number | null;
  hash: string | null;
}

/** A line as `writeAudit` leaves it: in its place in the chain. */
export type AuditLine = AuditTable & { sequence: number; hash: string };

/** The end of the audit log's chain: one row. */
export interface AuditHeadTable {
  id: number;
  sequence: number;
  hash: string;
}

export interface SessionTable {
  token_hash: string;
  user_id: string;
  created_at: string;
  last_used_at: string;
  expires_at: string;
}

/** Somebody who may sign in. Never deleted: the ledger knows people by their names. */
export interface UserTable {
  id: string;
  name: string;
  name_key: string;
  roles: string;
  live: number;
  subject: string | null;
  tokens_from: string | null;
  disabled_at: string | null;
  created_at: string;
}

export interface SignInCodeTable {
  selector: string;
  user_id: string;
  salt: string;
  secret_hash: string;
  wrong_tries: number;
  expires_at: string;
}

export interface LedgerSchema {
  ledger_entry: LedgerEntryTable;
  replaced_payment: ReplacedPaymentTable;
  staged_payee: StagedPayeeTable;
  entry_with_payees: EntryWithPayeesTable;
  audit_log: AuditTable;
  audit_head: AuditHeadTable;
  mode_lock: ModeLockTable;
  session: SessionTable;
  users: UserTable;
  sign_in_code: SignInCodeTable;
}

export type LedgerDatabase = Kysely<LedgerSchema>;
