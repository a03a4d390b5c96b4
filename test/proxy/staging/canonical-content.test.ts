import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { novaCreateDistributionsSchema } from '../../../src/contract/index.ts';
import type { DistributionRequest } from '../../../src/contract/index.ts';
import { canonicalContent, idempotencyKey } from '../../../src/proxy/staging/canonical-content.ts';

const request = {
  name: 'First close',
  vehicle: 'veh_1',
  distributionDate: '2027-01-04',
  externalReference: 'ref-1',
  payments: [
    {
      entity: 'ent_B',
      amountCents: 200,
      currency: 'USD',
      contacts: ['cnt_2', 'cnt_1'],
      dateOverride: '2027-02-01',
    },
    { entity: 'ent_A', amountCents: 100, currency: 'USD', contacts: [], dateOverride: null },
  ],
} as unknown as DistributionRequest;

describe('the canonical body', () => {
  test('stays as it is, byte for byte: every hash in every ledger hangs on it', () => {
    const { body, hash } = canonicalContent(request);
    expect(body).toBe(
      '[{"distribution_date":"2027-01-04T00:00:00Z","external_reference":"ref-1","name":"First close","payments":[' +
        '{"amount":100,"currency":"USD","entity":"ent_A","notifications":[]},' +
        '{"amount":200,"currency":"USD","distribution_date_override":"2027-02-01T00:00:00Z","entity":"ent_B",' +
        '"notifications":[{"contact":"cnt_1"},{"contact":"cnt_2"}]}],"vehicle":"veh_1"}]',
    );
    expect(hash).toBe(createHash('sha256').update(body).digest('hex'));
    expect(novaCreateDistributionsSchema.safeParse(JSON.parse(body)).success).toBe(true);
  });

  test('leaves the reference out where there is none', () => {
    expect(canonicalContent({ ...request, externalReference: null }).body).not.toContain(
      'external_reference',
    );
  });

  test('is the same for every order of the rows', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 30 });
    const bodyOf = (list: number[]) =>
      canonicalContent({
        ...request,
        payments: list.map((amountCents) => ({ ...request.payments[0], amountCents })),
      } as unknown as DistributionRequest).body;
    fc.assert(
      fc.property(
        amounts.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => expect(bodyOf(shuffled)).toBe(bodyOf(list)),
      ),
    );
  });
});

describe('the idempotency key', () => {
  test('stays as it is: a proxy that lost its ledger must derive the same', () => {
    expect(idempotencyKey('org_1', 'a'.repeat(64), 1)).toBe(
      `dd1-${createHash('sha256')
        .update(`["distribution-desk","org_1","${'a'.repeat(64)}",1]`)
        .digest('hex')}`,
    );
  });

  test('differs with each of organization, content and generation', () => {
    const keys = [
      idempotencyKey('org_1', 'a', 1),
      idempotencyKey('org_2', 'a', 1),
      idempotencyKey('org_1', 'b', 1),
      idempotencyKey('org_1', 'a', 2),
    ];
    expect(new Set(keys).size).toBe(4);
  });
});
