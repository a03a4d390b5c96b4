/**
 * How every state of the way of payouts lies: narrow and wide, at 200 % zoom, with more space between letters, and from right
 * to left. `layout-beside.test.ts` has the other half of the tour, so that two workers share it. What is left out: what is
 * printed, and the page in a window of its own.
 */
import { testLayout } from '../tour/check-layout.ts';
import { payoutParts } from '../tour/parts/index.ts';

testLayout(payoutParts);
