import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PaymentRequest, Said } from '../../../src/contract/index.ts';
import { matchPayments } from '../../../src/proxy/staging/match-payments.ts';
import type { StagedPayment } from '../../../src/proxy/staging/match-payments.ts';
import { say } from '../../../src/words/said.ts';

/** Few different values, so that payments that say the same are common. */
const aPayment = fc.record({
  entity: fc.constantFrom('ent_A', 'ent_B'),
  amountCents: fc.constantFrom(100, 200),
  currency: fc.constant('USD'),
  contacts: fc.subarray(['cnt_A', 'cnt_B']),
  dateOverride: fc.constantFrom(null, '2027-02-01'),
}) as unknown as fc.Arbitrary<PaymentRequest>;

/** What Nova lists when it staged each of these, in an order of its own. */
function stagedOf(requested: readonly PaymentRequest[], shuffle: readonly number[]): StagedPayment[] {
  return requested
    .map((payment, index) => ({
      ...payment,
      id: `dpmt_${String(index).padStart(4, '0')}`,
      status: 'staged',
      contacts: payment.contacts.toReversed(),
    }))
    .map((payment, index) => ({ payment, rank: shuffle[index] ?? 0 }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ payment }) => payment as unknown as StagedPayment);
}

const someShuffled = fc
  .array(aPayment, { minLength: 1, maxLength: 40 })
  .chain((requested) =>
    fc.tuple(
      fc.constant(requested),
      fc.array(fc.integer(), { minLength: requested.length, maxLength: requested.length }),
    ),
  );

const contentOf = ({
  entity,
  amountCents,
  currency,
  contacts,
  dateOverride,
}: StagedPayment | PaymentRequest) =>
  JSON.stringify([entity, amountCents, currency, [...(contacts ?? [])].sort(), dateOverride]);

const sentencesOf = (warnings: readonly Said[]) => warnings.map((warning) => say(warning).message);
const counted = (count: number) => (count === 1 ? '1 payment was' : `${count} payments were`);

describe('payments in any order', () => {
  test('each row gets a payment that says the same, each payment goes to one row, and nothing is left over', () => {
    fc.assert(
      fc.property(someShuffled, ([requested, shuffle]) => {
        const staged = stagedOf(requested, shuffle);
        const { payments, warnings } = matchPayments(requested, staged);
        expect(warnings).toEqual([]);
        expect(new Set(payments.map((payment) => payment?.id)).size).toBe(requested.length);
        const byId = new Map(staged.map((payment) => [payment.id, payment]));
        for (const [index, result] of payments.entries()) {
          const found = result === null ? undefined : byId.get(result.id);
          expect(found && contentOf(found)).toBe(contentOf(requested[index] as PaymentRequest));
        }
      }),
    );
  });

  test('the order in which Nova lists them makes no difference', () => {
    fc.assert(
      fc.property(someShuffled, ([requested, shuffle]) => {
        const staged = stagedOf(requested, shuffle);
        expect(matchPayments(requested, staged.toReversed())).toEqual(matchPayments(requested, staged));
      }),
    );
  });

  test('one that is missing leaves exactly one row without an id, and is said', () => {
    fc.assert(
      fc.property(someShuffled, fc.nat(), ([requested, shuffle], drop) => {
        const staged = stagedOf(requested, shuffle).toSpliced(drop % requested.length, 1);
        const { payments, warnings } = matchPayments(requested, staged);
        expect(payments.filter((payment) => payment === null)).toHaveLength(1);
        expect(sentencesOf(warnings)[0]).toContain(
          `${counted(requested.length)} sent, but Nova lists ${staged.length}.`,
        );
      }),
    );
  });

  test('one that says something else is named and given to no row', () => {
    fc.assert(
      fc.property(someShuffled, ([requested, shuffle]) => {
        const [first, ...others] = stagedOf(requested, shuffle) as [StagedPayment, ...StagedPayment[]];
        const { payments, warnings } = matchPayments(requested, [{ ...first, amountCents: 999 }, ...others]);
        expect(payments.filter((payment) => payment === null)).toHaveLength(1);
        expect(payments.some((payment) => payment?.id === first.id)).toBe(false);
        expect(sentencesOf(warnings).join(' ')).toContain(first.id);
      }),
    );
  });
});

describe('payments whose contacts Nova does not list', () => {
  const payment = { entity: 'ent_A', amountCents: 100, currency: 'USD', dateOverride: null };
  const requested = [
    { ...payment, contacts: ['cnt_A'] },
    { ...payment, contacts: ['cnt_B'] },
  ] as unknown as PaymentRequest[];

  test('are matched by the rest, after those that say everything', () => {
    const staged = [
      { ...payment, id: 'dpmt_1', status: 'staged', contacts: null },
      { ...payment, id: 'dpmt_2', status: 'staged', contacts: ['cnt_A'] },
    ] as unknown as StagedPayment[];
    expect(matchPayments(requested, staged)).toEqual({
      payments: [
        { id: 'dpmt_2', status: 'staged' },
        { id: 'dpmt_1', status: 'staged' },
      ],
      warnings: [],
    });
  });
});
