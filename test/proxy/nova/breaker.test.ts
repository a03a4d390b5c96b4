import { describe, expect, test } from '@jest/globals';
import { createBreaker } from '../../../src/proxy/nova/breaker.ts';

describe('the circuit breaker', () => {
  const start = () => {
    const time = { nowMs: 0 };
    return { time, breaker: createBreaker(3, 1_000, { now: () => time.nowMs }) };
  };

  test('opens after failures in a row only', () => {
    const { breaker } = start();
    for (const answered of [false, false, true, false, false]) {
      expect(breaker.enter()).toBe(true);
      breaker.report(answered);
    }
    expect(breaker.closedForMs()).toBe(0);
    breaker.report(false);
    expect(breaker.enter()).toBe(false);
    expect(breaker.closedForMs()).toBe(1_000);
  });

  test('lets one try after the pause; its answer lets all through, its failure begins another pause', () => {
    const { time, breaker } = start();
    for (let failure = 0; failure < 3; failure += 1) breaker.report(false);
    time.nowMs = 1_000;
    expect([breaker.enter(), breaker.enter()]).toEqual([true, false]);
    breaker.report(false);
    expect(breaker.closedForMs()).toBe(1_000);
    time.nowMs = 2_000;
    expect([breaker.enter(), breaker.enter()]).toEqual([true, false]);
    breaker.withdraw();
    expect([breaker.enter(), breaker.enter()]).toEqual([true, false]);
    breaker.report(true);
    expect([breaker.enter(), breaker.enter()]).toEqual([true, true]);
  });
});
