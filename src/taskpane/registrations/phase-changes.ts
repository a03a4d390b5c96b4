import { maskedAccount, type RegistrationOutcome } from '../../contract/index.ts';
import type { RegistrationResult, RegistrationRow } from '../../domain/index.ts';
import type { PlaceEvent, PlaceState } from '../events.ts';
import { expectStep } from '../phase-changes.ts';
import type { Phase } from '../phase.ts';
import { reducePlace } from '../place-changes.ts';
import type { RegistrationEvent, RegistrationJob, RegistrationResults } from './phase.ts';

type State = PlaceState<RegistrationJob>;

/** The place of the payee details: that of any place, and what only it has. */
export function reduceRegistrations(
  place: State,
  event: PlaceEvent<RegistrationJob> | RegistrationEvent,
): State {
  switch (event.type) {
    case 'registration-resolved':
      return { ...place, phase: withOutcome(place.phase, event), notice: null };
    case 'masking': {
      const phase = expectStep<RegistrationJob, 'result'>(place.phase, 'result');
      return {
        ...place,
        phase: { ...phase, results: { ...phase.results, masking: event.masking } },
        notice: null,
      };
    }
    case 'written':
      return withoutAccounts(reducePlace(place, event));
    default:
      return reducePlace(place, event);
  }
}

function withOutcome(
  phase: Phase<RegistrationJob>,
  { key, index, outcome }: Extract<RegistrationEvent, { type: 'registration-resolved' }>,
): Phase<RegistrationJob> {
  if (phase.step === 'result') {
    const outcomes = phase.results.outcomes.map((one) =>
      one.registration.key === key ? { ...one, outcome: (one.outcome ?? []).with(index, outcome) } : one,
    );
    return { ...phase, results: { ...phase.results, outcomes } };
  }
  const { reading, ...rest } = expectStep<RegistrationJob, 'preview'>(phase, 'preview');
  const group = reading.check.plan?.groups.findIndex((one) => one.key === key) ?? -1;
  const before: (RegistrationOutcome | null)[] | undefined = reading.earlier[group];
  if (before === undefined) throw new Error('The plan has no such registration.');
  return {
    ...rest,
    reading: { ...reading, earlier: reading.earlier.with(group, before.with(index, outcome)) },
  };
}

/** Once everything stands in the sheet nothing needs the account numbers any more. */
function withoutAccounts(place: State): State {
  const { phase } = place;
  if (phase.step !== 'result' || phase.writing.status !== 'written') return place;
  const { report, unplaced } = phase.writing;
  const isWhole = report.verified === report.expected && report.mismatches.length === 0;
  if (!isWhole || unplaced.length > 0) return place;
  return { ...place, phase: { ...phase, results: masked(phase.results) } };
}

function masked(results: RegistrationResults): RegistrationResults {
  if (results.kind !== 'payment-instructions') return results;
  return { ...results, outcomes: results.outcomes.map(maskedResult), withoutAccounts: true };
}

function maskedResult({ registration, outcome }: RegistrationResult): RegistrationResult {
  const rows = registration.rows.map(maskedRow);
  if (registration.registration.kind !== 'payment-instructions')
    return { registration: { ...registration, rows }, outcome };
  const items = registration.registration.items.map(maskedItem);
  return {
    registration: { ...registration, rows, registration: { ...registration.registration, items } },
    outcome,
  };
}

function maskedRow(row: RegistrationRow): RegistrationRow {
  const { content } = row;
  return content.kind === 'payment-instructions'
    ? { ...row, content: { ...content, item: maskedItem(content.item) } }
    : row;
}

function maskedItem<T extends { accountNumber: string | null }>(item: T): T {
  return item.accountNumber === null ? item : { ...item, accountNumber: maskedAccount(item.accountNumber) };
}
