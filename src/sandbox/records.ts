import { idFrom } from './ids.ts';
import { sandboxSeed, type SeedContact, type SeedVehicle } from './seed.ts';

export interface EntityRecord {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Ids of the entity's bank details; empty for an entity that has none yet. */
  readonly paymentInstructions: readonly string[];
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

export interface DistributionRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly shortId: string;
  readonly name: string;
  readonly distributionDate: string;
  readonly vehicle: string;
  readonly externalReference: string | null;
  readonly createdAt: string;
  /** The key that the creating request carried, for tests that check what was really sent. */
  readonly idempotencyKey: string | null;
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

/** Every tenth seeded entity has no bank details, so that both cases are met. */
function seededEntities(): EntityRecord[] {
  return sandboxSeed.entities.map((entity, index) => ({
    ...entity,
    paymentInstructions: index % 10 === 9 ? [] : [idFrom('pmi', entity.id)],
  }));
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** What the organization owns. All of it belongs to the one organization of the sandbox's client. */
export class Records {
  readonly vehicles: ReadonlyMap<string, SeedVehicle> = byId(sandboxSeed.vehicles);
  readonly contacts: ReadonlyMap<string, SeedContact> = byId(sandboxSeed.contacts);
  entities = byId(seededEntities());
  distributions = new Map<string, DistributionRecord>();

  findPayment(id: string): PaymentRecord | undefined {
    for (const distribution of this.distributions.values()) {
      const payment = distribution.payments.find((candidate) => candidate.id === id);
      if (payment !== undefined) return payment;
    }
    return undefined;
  }

  reset(): void {
    this.entities = byId(seededEntities());
    this.distributions = new Map();
  }
}
