import { idFrom } from './ids.ts';
import { sandboxSeed, type SeedVehicle } from './seed.ts';

/** Which request made a record; both are null for what the seed or the control door put there. */
export interface Origin {
  readonly organizationId: string | null;
  /** The key that the creating request carried, for tests that check what was really sent. */
  readonly idempotencyKey: string | null;
}

export interface EntityRecord extends Origin {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly externalReference: string | null;
  readonly externalType: string | null;
  /** Ids of the entity's bank details; empty for an entity that has none yet. */
  readonly paymentInstructions: readonly string[];
  /** Null for what was there from the start. */
  readonly createdAt: string | null;
}

export interface ContactRecord extends Origin {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly externalReference: string | null;
  readonly createdAt: string | null;
}

/** Bank details of an entity, as they were sent. */
export interface InstructionsRecord extends Origin {
  readonly id: string;
  readonly entity: string;
  readonly sent: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
}

/** All that one request made. */
export interface CreatedRecords {
  distribution?: DistributionRecord;
  entities?: readonly EntityRecord[];
  contacts?: readonly ContactRecord[];
  instructions?: readonly InstructionsRecord[];
}

export interface NotificationRecord {
  readonly id: string;
  readonly contact: string;
}

export interface PaymentRecord {
  readonly id: string;
  readonly amountCents: number;
  readonly currency: string;
  readonly entity: string;
  readonly paymentInstructions: string | null;
  readonly notifications: readonly NotificationRecord[];
  readonly distributionDateOverride: string | null;
  status: string;
  recipientConfirmedAt: string | null;
  verifiedAt: string | null;
}

export interface DistributionRecord extends Origin {
  readonly id: string;
  readonly shortId: string;
  readonly name: string;
  readonly distributionDate: string;
  readonly vehicle: string;
  readonly externalReference: string | null;
  readonly createdAt: string;
  readonly paymentIdsInSentOrder: readonly string[];
  /** In the order of the answers, which is not that of the request. */
  readonly payments: readonly PaymentRecord[];
  status: string;
  publishedAt: string | null;
  approvedAt: string | null;
  executedAt: string | null;
  cancelledAt: string | null;
  updatedAt: string;
}

/** Nobody's request, but there. */
const given = { organizationId: null, idempotencyKey: null, createdAt: null } as const;

/** An entity that was not created by a request. */
export function givenEntity(
  entity: Pick<EntityRecord, 'id' | 'name' | 'type'>,
  paymentInstructions: readonly string[],
): EntityRecord {
  return { ...given, externalReference: null, externalType: null, ...entity, paymentInstructions };
}

/** The last entity of the sample workbook and another one have no bank details, so that both cases are met. */
function seededEntities(): EntityRecord[] {
  return sandboxSeed.entities.map((entity, index) =>
    givenEntity(entity, index % 31 === 30 ? [] : [idFrom('pmi', entity.id)]),
  );
}

const seededContacts = (): ContactRecord[] =>
  sandboxSeed.contacts.map((contact) => ({ ...given, externalReference: null, ...contact }));

const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** What the organization owns. All of it belongs to the one organization of the sandbox's client. */
export class Records {
  readonly vehicles: ReadonlyMap<string, SeedVehicle> = byId(sandboxSeed.vehicles);
  entities = byId(seededEntities());
  contacts = byId(seededContacts());
  instructions = new Map<string, InstructionsRecord>();
  distributions = new Map<string, DistributionRecord>();

  /** Keeps the instructions and shows their ids at their entities, which are known, in an order of its own. */
  addInstructions(created: readonly InstructionsRecord[]): void {
    for (const instructions of created) {
      const entity = this.entities.get(instructions.entity);
      if (entity === undefined) throw new RangeError(`No entity ${instructions.entity}`);
      this.instructions.set(instructions.id, instructions);
      const paymentInstructions = [...entity.paymentInstructions, instructions.id].toSorted();
      this.entities.set(entity.id, { ...entity, paymentInstructions });
    }
  }

  findPayment(id: string): PaymentRecord | undefined {
    for (const distribution of this.distributions.values()) {
      const payment = distribution.payments.find((candidate) => candidate.id === id);
      if (payment !== undefined) return payment;
    }
    return undefined;
  }

  reset(): void {
    this.entities = byId(seededEntities());
    this.contacts = byId(seededContacts());
    this.instructions = new Map();
    this.distributions = new Map();
  }
}
