import { sandboxSeed } from '../sandbox/seed.ts';

/** The columns of every workbook that this project makes. */
export const payoutHeaders: readonly string[] = [
  'Distribution',
  'Vehicle',
  'Pay date',
  'Investor',
  'Entity',
  'Net amount',
  'Currency',
  'Notify',
  'Reference',
];

/** What an amount is made of: a number that somebody typed, or an investor's share of what is paid out. */
export type SampleAmount =
  { kind: 'typed'; amount: number } | { kind: 'share'; poolRow: number; registerRow: number };

export interface SamplePayout {
  distribution: string;
  vehicle: string;
  /** Days as Excel counts them. */
  payDateSerial: number;
  investor: string;
  entity: string;
  amount: SampleAmount;
  notify: string;
  reference: string;
  hidden: boolean;
}

export interface SamplePool {
  distribution: string;
  vehicle: string;
  payDateSerial: number;
  reference: string;
  /** In major units; its rows take a share of it by commitment. Null where the amounts are typed. */
  distributable: number | null;
  /** Which investors of the register it pays: from, inclusive, to, exclusive. */
  investors: readonly [number, number];
}

const seedAt = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('The seed list is empty');
  return item;
};

/** 30 September and 14 October 2027, both Thursdays. */
const quarterEnd = 46660;
const twoWeeksLater = 46674;

export const samplePools: readonly SamplePool[] = [
  {
    distribution: 'Q3 2027 income',
    vehicle: seedAt(sandboxSeed.vehicles, 0).id,
    payDateSerial: quarterEnd,
    reference: 'HG1-2027-Q3',
    distributable: 1_250_000,
    investors: [0, 14],
  },
  {
    distribution: 'Sale of Alder Logistics',
    vehicle: seedAt(sandboxSeed.vehicles, 0).id,
    payDateSerial: twoWeeksLater,
    reference: 'HG1-ALDER',
    distributable: null,
    investors: [4, 16],
  },
  {
    distribution: 'Q3 2027 income',
    vehicle: seedAt(sandboxSeed.vehicles, 1).id,
    payDateSerial: quarterEnd,
    reference: 'HG2-2027-Q3',
    distributable: 840_000,
    investors: [16, 29],
  },
  {
    distribution: 'Return of capital',
    vehicle: seedAt(sandboxSeed.vehicles, 1).id,
    payDateSerial: twoWeeksLater,
    reference: 'HG2-ROC-3',
    distributable: null,
    investors: [20, 31],
  },
];

export interface SampleInvestor {
  name: string;
  entity: string;
  notify: string;
  commitment: number;
}

/** The register of investors: what the formulas among the amounts refer to. */
export const sampleInvestors: readonly SampleInvestor[] = Array.from({ length: 31 }, (_, index) => {
  const entity = seedAt(sandboxSeed.entities, index);
  const contacts = [seedAt(sandboxSeed.contacts, index).id];
  if (index % 6 === 0) contacts.push(seedAt(sandboxSeed.contacts, index + 7).id);
  return {
    name: entity.name,
    entity: entity.id,
    notify: index % 9 === 5 ? '' : contacts.join(', '),
    commitment: 250_000 * (1 + ((index * 7) % 12)),
  };
});

export const samplePayouts: readonly SamplePayout[] = samplePools.flatMap((pool, poolRow) =>
  sampleInvestors.slice(...pool.investors).map((investor, offset) => ({
    distribution: pool.distribution,
    vehicle: pool.vehicle,
    payDateSerial: pool.payDateSerial,
    investor: investor.name,
    entity: investor.entity,
    amount:
      pool.distributable === null
        ? ({ kind: 'typed', amount: 12_500 + offset * 1_375.25 + poolRow * 410.4 } as const)
        : ({ kind: 'share', poolRow, registerRow: pool.investors[0] + offset } as const),
    notify: investor.notify,
    reference: pool.reference,
    hidden: poolRow === 1 && offset === 7,
  })),
);

/** Row numbers among the payouts, from 0, of the two rows that somebody has to mend. */
export const sampleMistakes = { amountAsText: 17, contactInsteadOfEntity: 32 } as const;
