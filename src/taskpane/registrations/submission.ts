import type { CheckedEntity, Registered, RegistrationOutcome } from '../../contract/index.ts';
import type { PlannedRegistration, RegistrationPlan, RegistrationRow } from '../../domain/index.ts';
import { isApproved } from '../submission.ts';
import type { RegistrationReading } from './phase.ts';

/** One row beside what the ledger knows of it. */
export interface PlannedItem {
  registration: PlannedRegistration;
  /** Which item of its registration it is. */
  index: number;
  row: RegistrationRow;
  earlier: RegistrationOutcome | null;
}

/** What pressing the main button will do: plain data, drawn in the preview and followed by the run. */
export interface RegistrationSubmission {
  /** All planned items, group by group. */
  groups: { registration: PlannedRegistration; items: PlannedItem[]; isSent: boolean }[];
  /** Rows of which a request to the proxy is made; of those of one group all are sent together. */
  toSend: PlannedItem[];
  /** Registered before, and bearing no id in the sheet: nothing is sent, the id is only written. */
  acceptedBefore: (PlannedItem & { earlier: Registered })[];
  /** Nothing is sent for them until the user has done something. */
  held: PlannedItem[];
  /** Sealed before: nothing is sent for them until a second person has approved them and they are submitted again. */
  waiting: PlannedItem[];
  /** Created in Nova's other mode: nothing is sent, and no id is written. */
  otherMode: PlannedItem[];
}

export function submissionOf(
  plan: RegistrationPlan,
  { earlier }: Pick<RegistrationReading, 'earlier'>,
): RegistrationSubmission {
  if (earlier.length !== plan.groups.length) {
    throw new RangeError(`${plan.groups.length} registrations, but ${earlier.length} answers about them`);
  }
  const groups = plan.groups.map((registration, nth) => {
    const items = registration.rows.map((row, index) => ({
      ...{ registration, index, row },
      earlier: earlier[nth]?.[index] ?? null,
    }));
    return { registration, items, isSent: items.some(isToSend) };
  });
  const all = groups.flatMap(({ items }) => items);
  return {
    groups,
    toSend: all.filter(isToSend),
    acceptedBefore: all.flatMap(({ earlier: one, ...item }) =>
      one?.outcome === 'accepted' ? [{ ...item, earlier: one }] : [],
    ),
    held: all.filter((item) => !isToSend(item) && !isCreated(item) && !isAwaited(item)),
    waiting: all.filter(isAwaited),
    otherMode: all.filter(({ earlier: one }) => one?.outcome === 'other-mode'),
  };
}

/** Nova has it. */
function isCreated({ earlier }: PlannedItem): boolean {
  return earlier?.outcome === 'accepted' || earlier?.outcome === 'other-mode';
}

/** Nobody has approved it yet. */
function isAwaited({ earlier }: PlannedItem): boolean {
  return earlier?.outcome === 'awaiting-approval' && !isApproved(earlier);
}

/** Whether submitting the row can bring it any further. */
function isToSend({ earlier }: PlannedItem): boolean {
  switch (earlier?.outcome) {
    case undefined:
    case 'returned':
    case 'not-sent':
      return true;
    case 'accepted':
    case 'other-mode':
      return false;
    case 'rejected':
      return !isReferenceTaken(earlier);
    case 'unknown':
      return earlier.needsPerson !== true;
    case 'awaiting-approval':
      // What was approved is sent when the same rows come again, because the proxy keeps no account number.
      return isApproved(earlier);
  }
}

/** Another one bears the external reference: the same row would be refused again. */
export function isReferenceTaken(outcome: RegistrationOutcome | null): boolean {
  return outcome?.outcome === 'rejected' && outcome.code === 'reference-taken';
}

/** What a person can link to something that Nova has; null where there is nothing to decide. */
export function linkable(
  outcome: RegistrationOutcome | null,
): Extract<RegistrationOutcome, { outcome: 'rejected' | 'unknown' }> | null {
  if (outcome?.outcome === 'rejected') return isReferenceTaken(outcome) ? outcome : null;
  return outcome?.outcome === 'unknown' && outcome.needsPerson === true ? outcome : null;
}

/** How many payment instructions an entity is known to have; none where nobody could tell. */
export function countOf(entity: CheckedEntity | undefined): number {
  return entity?.found === 'yes' ? (entity.instructionsCount ?? 0) : 0;
}
