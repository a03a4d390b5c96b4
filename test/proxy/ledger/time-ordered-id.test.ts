import { expect, test } from '@jest/globals';
import { timeOrderedId } from '../../../src/proxy/ledger/time-ordered-id.ts';

test('an id is a UUID of version 7 that tells when it was made, and none comes twice', () => {
  const before = Date.now();
  const ids = Array.from({ length: 1_000 }, timeOrderedId);
  const after = Date.now();
  expect(new Set(ids).size).toBe(1_000);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const madeAt = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(madeAt).toBeGreaterThanOrEqual(before);
    expect(madeAt).toBeLessThanOrEqual(after);
  }
});
