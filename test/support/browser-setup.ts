/**
 * Before the tests of a file that open a browser: the bundles are built, which takes longer than everything else on a
 * machine that is busy and would otherwise count as time of the first test; and each test has time to spare, because the
 * steps in it have limits of their own that name what failed.
 */
import { beforeAll, expect, jest } from '@jest/globals';

const buildTimeoutMs = 300_000;
const testTimeoutMs = 180_000;

if (/[\\/]test[\\/]browser[\\/]/.test(expect.getState().testPath ?? '')) {
  jest.setTimeout(testTimeoutMs);
  beforeAll(async () => {
    const { buildBundles } = await import('../../src/scripts/bundles.ts');
    await buildBundles();
  }, buildTimeoutMs);
}
