import { describe, expect, test } from '@jest/globals';
import {
  distributionRequestSchema,
  entityIdSchema,
  isoDateSchema,
  paymentIdSchema,
  toNovaDateTime,
  vehicleIdSchema,
} from '../../src/contract/index.ts';

describe('ids', () => {
  test.each(['veh_a', 'veh_A1z9', 'veh_pNvehE6O1KjY2W6Omq9MD3QAEs5w'])('%s is a vehicle id', (id) => {
    expect(vehicleIdSchema.parse(id)).toBe(id);
  });

  test.each(['', 'veh_', 'veh_a b', 'VEH_a', 'ent_a', ' veh_a', 'veh_a\n', 'veh_a-b', 'veh_é'])(
    '%j is no vehicle id',
    (id) => {
      expect(vehicleIdSchema.safeParse(id).success).toBe(false);
    },
  );

  test('kinds are not confused', () => {
    expect(entityIdSchema.safeParse('veh_a').success).toBe(false);
    expect(paymentIdSchema.safeParse('dst_a').success).toBe(false);
  });
});

describe('dates', () => {
  test('a payout date is sent as midnight UTC', () => {
    expect(toNovaDateTime(isoDateSchema.parse('2024-04-20'))).toBe('2024-04-20T00:00:00Z');
  });

  test.each(['2023-02-29', '2024-13-01', '2024-4-20', '20.04.2024', '2024-04-20T00:00:00Z'])(
    '%s is refused',
    (day) => {
      expect(isoDateSchema.safeParse(day).success).toBe(false);
    },
  );
});

describe('a request for a distribution', () => {
  const request = {
    name: 'Q1',
    vehicle: 'veh_a',
    distributionDate: '2026-03-31',
    externalReference: null,
    payments: [{ entity: 'ent_a', amountCents: 1, currency: 'USD', contacts: [], dateOverride: null }],
  };

  test('has at least one payment and a name', () => {
    expect(distributionRequestSchema.safeParse(request).success).toBe(true);
    expect(distributionRequestSchema.safeParse({ ...request, payments: [] }).success).toBe(false);
    expect(distributionRequestSchema.safeParse({ ...request, name: '' }).success).toBe(false);
  });
});
