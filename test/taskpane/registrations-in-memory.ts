import type {
  Registered,
  RegisteredId,
  RegisterRequest,
  Registration,
  RegistrationOutcome,
} from '../../src/contract/index.ts';
import type { OversightClient } from '../../src/taskpane/api-approvals.ts';
import type { RegistrationsClient } from '../../src/taskpane/api-registrations.ts';

const prefixes = { 'payment-instructions': 'pmi', entity: 'ent', contact: 'cnt' } as const;

/** Registers everything unless a test answers otherwise, and remembers each item by its content. */
export class RegistrationsInMemory
  implements RegistrationsClient, Pick<OversightClient, 'approveRegistration'>
{
  /** One line for each item that was sent, as JSON. */
  registered: string[] = [];
  /** Every item by its content, as the ledger knows it. */
  knownItems = new Map<string, RegistrationOutcome>();
  /** What becomes of an item; may throw. The default accepts it. */
  answer: ((item: Registration['items'][number], kind: Registration['kind']) => RegistrationOutcome) | null =
    null;
  linkedRegistrations: string[] = [];
  approvedRegistrations: string[] = [];

  register = async ({ registration }: RegisterRequest): Promise<RegistrationOutcome[]> =>
    registration.items.map((item) => {
      const key = keyOf(registration, item);
      const known = this.knownItems.get(key);
      if (known?.outcome === 'accepted') return { ...known, existing: true };
      this.registered.push(JSON.stringify(item));
      const outcome = this.answer?.(item, registration.kind) ?? this.acceptItem(registration.kind);
      this.knownItems.set(key, outcome);
      return outcome;
    });

  /** As the ledger does of what another run has sent. */
  knowItem(
    registration: Registration,
    item: Registration['items'][number],
    outcome: RegistrationOutcome,
  ): void {
    this.knownItems.set(keyOf(registration, item), outcome);
  }

  lookUpRegistrations = async (
    registrations: readonly Registration[],
  ): Promise<(RegistrationOutcome | null)[][]> =>
    registrations.map((registration) =>
      registration.items.map((item) => this.knownItems.get(keyOf(registration, item)) ?? null),
    );

  linkRegistration = async (entryId: string, id: RegisteredId): Promise<RegistrationOutcome> => {
    this.linkedRegistrations.push(`${entryId} ${id}`);
    const found = [...this.knownItems].find(
      ([, outcome]) => 'entryId' in outcome && outcome.entryId === entryId,
    );
    if (found === undefined) throw new Error(`No entry ${entryId}`);
    const outcome = { ...this.acceptItem('entity'), entryId, id };
    this.knownItems.set(found[0], outcome);
    return outcome;
  };

  approveRegistration = async (entryId: string, contentHash: string): Promise<RegistrationOutcome> => {
    this.approvedRegistrations.push(`${entryId} ${contentHash}`);
    const known = [...this.knownItems.values()].find((one) => 'entryId' in one && one.entryId === entryId);
    if (known === undefined) throw new Error(`No entry ${entryId}`);
    return known;
  };

  acceptItem(kind: Registration['kind']): Registered {
    const number = this.registered.length;
    return {
      outcome: 'accepted',
      entryId: `entry-${number}`,
      contentHash: 'b'.repeat(64),
      generation: 1,
      existing: false,
      acceptedAt: '2026-03-02T10:00:00Z',
      acceptedFor: 'Preparer',
      acceptedFrom: { workbook: 'payees.xlsx', sheet: 'Payees' },
      livemode: false,
      id: `${prefixes[kind]}_R${number}` as RegisteredId,
    };
  }
}

function keyOf(registration: Registration, item: Registration['items'][number]): string {
  const entity = registration.kind === 'payment-instructions' ? registration.entity : '';
  return JSON.stringify([registration.kind, entity, item]);
}
