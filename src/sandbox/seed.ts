/**
 * What a fresh sandbox knows. The sample workbook is built from the same lists, so that its ids resolve.
 * Every name is that of an organization that cannot be mistaken for a person or for a real one.
 */
import { idFrom } from './ids.ts';

export interface SeedVehicle {
  readonly id: string;
  readonly name: string;
}

export interface SeedEntity {
  readonly id: string;
  readonly name: string;
  /** One of the entity types that Nova lists, for example `partnership`. */
  readonly type: string;
}

export interface SeedContact {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface SandboxSeed {
  readonly vehicles: readonly SeedVehicle[];
  readonly entities: readonly SeedEntity[];
  readonly contacts: readonly SeedContact[];
}

const vehicleNames = [
  'Harbor Growth Fund I LP',
  'Harbor Growth Fund II LP',
  'Ridgeline Credit Fund LP',
  'Ridgeline Co-Invest Vehicle 4 LLC',
];

/** Name of the n-th entity of each kind; the kinds take turns, so that any stretch of the list is mixed. */
const entityKinds: readonly { type: string; name: (n: number) => string }[] = [
  { type: 'partnership', name: (n) => `Investor ${String(n).padStart(3, '0')} LP` },
  { type: 'employee_benefit_plan', name: (n) => `Harbor Pension Plan ${n}` },
  { type: 'llc', name: (n) => `Granite Holdings ${n} LLC` },
  { type: 'trust', name: (n) => `Summit Trust No. ${n}` },
  { type: 'endowment', name: (n) => `Lakeside Endowment ${n}` },
  { type: 'corporation', name: (n) => `Meridian Capital ${n}, Inc.` },
  { type: 'foundation', name: (n) => `Cedar Foundation ${n}` },
  { type: 'other_entity', name: (n) => `Northfield Insurance Pool ${n}` },
];

const entityCount = 64;
const contactCount = 32;

function buildSeed(): SandboxSeed {
  const vehicles = vehicleNames.map((name, index) => ({ id: idFrom('veh', `seed:${index}`), name }));
  const entities = Array.from({ length: entityCount }, (_, index) => {
    const kind = entityKinds[index % entityKinds.length];
    if (kind === undefined) throw new RangeError('entityKinds is empty');
    const name = kind.name(Math.floor(index / entityKinds.length) + 1);
    return { id: idFrom('ent', `seed:${index}`), name, type: kind.type };
  });
  const contacts = Array.from({ length: contactCount }, (_, index) => {
    const number = String(index + 1).padStart(2, '0');
    return {
      id: idFrom('cnt', `seed:${index}`),
      name: `Investor Relations Desk ${number}`,
      email: `desk-${number}@investors.example`,
    };
  });
  return { vehicles, entities, contacts };
}

export const sandboxSeed: SandboxSeed = buildSeed();

/** The organization that the sandbox's client belongs to, unless an option names another. */
export const sandboxOrganizationId = idFrom('org', 'seed');
