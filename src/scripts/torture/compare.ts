import type { PaymentRequest } from '../../contract/index.ts';
import type { LedgerDump, LedgerRow } from './ledger-reader.ts';
import type { Nova, NovaRecord } from './nova.ts';
import type { Story, ToldAccepted } from './story.ts';

/** The promises, each counted by how often it was broken. */
export interface Violations {
  /** Distributions beyond the one that was confirmed and the repeats that were decided. */
  createdTwice: number;
  /** Confirmed, and neither accepted in the ledger nor definitely refused; or in Nova and not known to the ledger. */
  confirmedButLost: number;
  /** Told or recorded as accepted under an id that Nova does not have, or has for something else. */
  acceptedButAbsent: number;
  /** Told as certainly not created when Nova had created it before the question was asked. */
  createdButDenied: number;
  /** Left without an end although Nova answers and people decided. */
  unknownThatCouldBeResolved: number;
}

export interface Comparison {
  violations: Violations;
  /** One block of lines for each content that broke a promise. */
  stories: string[];
}

type Kind = keyof Violations;

/** Judges the whole run by what Nova has, what the ledger says, and what the users were told. */
export function compare(
  stories: readonly Story[],
  records: readonly NovaRecord[],
  ledger: LedgerDump,
  nova: Nova,
): Comparison {
  const violations: Violations = {
    createdTwice: 0,
    confirmedButLost: 0,
    acceptedButAbsent: 0,
    createdButDenied: 0,
    unknownThatCouldBeResolved: 0,
  };
  const recordsByName = Map.groupBy(records, (record) => record.distribution.name);
  const rowsByName = Map.groupBy(ledger.entries, nameOf);
  const auditByEntry = Map.groupBy(ledger.audit, (audit) => audit.entry_id);
  const told: string[] = [];
  for (const story of stories) {
    const { name } = story.content;
    const own = { records: recordsByName.get(name) ?? [], rows: rowsByName.get(name) ?? [] };
    const found = judge(story, own.records, own.rows);
    if (found.length === 0) continue;
    for (const [kind] of found) violations[kind] += 1;
    told.push(
      [
        ...found.map(([kind, sentence]) => `${name}: ${kind}: ${sentence}`),
        '  what the users saw:',
        ...shortened(story.tell()).map((line) => `    ${line}`),
        '  what the ledger holds:',
        ...own.rows.flatMap((row) => [
          `    generation ${row.generation} ${row.state} key ${row.idempotency_key} first sent ${row.first_sent_at ?? 'never'} id ${row.nova_id ?? 'none'} ${row.error_code ?? ''}`,
          ...shortened(
            (auditByEntry.get(row.id) ?? []).map(
              (audit) => `      ${audit.at} ${audit.action} by ${audit.user_name}: ${audit.result}`,
            ),
          ),
          ...nova
            .requestsUnder(row.idempotency_key)
            .map(
              (request) =>
                `      ${request.at} Nova was asked: ${request.status ?? 'nothing done'}${request.replayed ? ', replayed' : ''}${request.fault === null ? '' : `, struck by ${request.fault}`}`,
            ),
        ]),
        '  what Nova holds:',
        ...own.records.map(
          (record) => `    ${record.id} created ${record.createdAt} key ${record.idempotencyKey}`,
        ),
      ].join('\n'),
    );
  }
  return { violations, stories: told };
}

/** A long story is told by its beginning and its end. */
function shortened(lines: readonly string[]): string[] {
  if (lines.length <= 40) return [...lines];
  return [...lines.slice(0, 28), `    … ${lines.length - 40} lines more`, ...lines.slice(-12)];
}

function nameOf(row: LedgerRow): string {
  const [distribution] = JSON.parse(row.body) as { name: string }[];
  return distribution?.name ?? '';
}

function judge(story: Story, records: readonly NovaRecord[], rows: readonly LedgerRow[]): [Kind, string][] {
  const found: [Kind, string][] = [];
  const allowed = story.allowedInNova();
  if (records.length > allowed) {
    found.push(['createdTwice', `${records.length} in Nova, ${allowed} confirmed`]);
  }
  const accepted = new Set(rows.filter((row) => row.state === 'accepted').map((row) => row.nova_id));
  for (const record of records) {
    if (!accepted.has(record.id)) {
      found.push(['confirmedButLost', `Nova has ${record.id}, which the ledger does not hold as accepted`]);
    }
  }
  // A reserved entry is no doubt: Nova has certainly not seen it.
  const certain = ['accepted', 'rejected', 'reserved'];
  for (const row of rows.filter(({ state }) => !certain.includes(state))) {
    found.push(['unknownThatCouldBeResolved', `generation ${row.generation} is still ${row.state}`]);
  }
  const wouldBeTaken = story.content.missingEntity === null || story.mended;
  if (story.confirmed && accepted.size === 0 && (wouldBeTaken || rows.length === 0)) {
    const states = rows.map(({ state }) => state).join(', ');
    found.push(['confirmedButLost', `it was confirmed, and what became of it is: ${states || 'nothing'}`]);
  }
  const isOpen = ([ofEntryId, state]: [string, string]) => {
    // One that Nova answered in the wrong mode is refused however often it is asked for, and stands in the ledger.
    const isWrongMode = (row: LedgerRow) => row.repeat_of === ofEntryId && row.livemode === 1;
    return state === 'open' && !rows.some(isWrongMode);
  };
  if ([...story.repeats].some(isOpen)) {
    found.push([
      'confirmedButLost',
      'a repeat was decided, and asking for it again did not bring it to an end',
    ]);
  }
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const id of accepted) {
    if (id === null || !byId.has(id)) {
      found.push(['acceptedButAbsent', `the ledger holds ${id ?? 'nothing'} as accepted, and Nova does not`]);
    }
  }
  for (const told of story.accepted) {
    const fault = checkTold(told, byId.get(told.outcome.distributionId));
    if (fault !== null) found.push(['acceptedButAbsent', fault]);
  }
  const denied = story.notCreated.find(({ askedAtMs }) =>
    // Nova writes whole seconds, so an instant within the same second decides nothing.
    records.some((record) => Date.parse(record.createdAt) + 1_000 < askedAtMs),
  );
  if (denied !== undefined && story.repeats.size === 0) {
    found.push(['createdButDenied', `"${denied.how}" was said after Nova had created it`]);
  }
  return found;
}

/** Whether each row got the id of a payment that says what the row says, and none got it twice. */
function checkTold({ task, outcome }: ToldAccepted, record: NovaRecord | undefined): string | null {
  if (record === undefined)
    return `${outcome.distributionId} was told as accepted, and Nova does not have it`;
  const payments = new Map(record.distribution.payments.data.map((payment) => [payment.id, payment]));
  const ids = outcome.payments.flatMap((payment) => (payment === null ? [] : [payment.id]));
  if (new Set(ids).size < ids.length) return `${outcome.distributionId}: a payment id was given to two rows`;
  const hasWarned = outcome.outcome === 'other-mode' || outcome.warnings.length > 0;
  if (ids.length < task.request.payments.length && !hasWarned) {
    return `${outcome.distributionId}: rows were left without an id, and nothing was said`;
  }
  for (const [index, told] of outcome.payments.entries()) {
    const asked = task.request.payments[index];
    if (told === null || asked === undefined) continue;
    const payment = payments.get(told.id);
    if (payment === undefined) return `${outcome.distributionId} has no payment ${told.id}`;
    if (textOfPayment(payment) !== textOfRow(asked))
      return `row ${index + 1} got ${told.id}, which is another's`;
  }
  return null;
}

function textOfRow(row: PaymentRequest): string {
  const contacts = [...new Set<string>(row.contacts)].sort().join(' ');
  return `${row.entity} ${row.amountCents} ${row.currency} ${row.dateOverride ?? '-'} ${contacts}`;
}

function textOfPayment(payment: NovaRecord['distribution']['payments']['data'][number]): string {
  const contacts = payment.notifications.data.map(({ contact }) => contact).sort();
  const day = payment.distribution_date_override?.slice(0, 10) ?? '-';
  return `${payment.entity} ${payment.amount} ${payment.currency} ${day} ${contacts.join(' ')}`;
}
