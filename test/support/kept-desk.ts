import { afterEach, expect } from '@jest/globals';
import type { DeskUnderTest } from './desk.ts';

/**
 * For a test file whose tests have one desk each: what is handed to the returned function is closed after its test, which
 * fails where the page or the pane threw an error. Called once, outside the tests.
 */
export function keepDesk(): (desk: DeskUnderTest) => DeskUnderTest {
  let kept: DeskUnderTest | null = null;
  afterEach(async () => {
    const errors = kept?.pageErrors ?? [];
    await kept?.close();
    kept = null;
    expect(errors).toEqual([]);
  });
  return (desk) => (kept = desk);
}
