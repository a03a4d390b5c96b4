/**
 * Every state of the way from a payout table to its ids, before axe and beside its reference picture. Half of the tour of
 * the pane (`test/tour`); `states-beside.test.ts` has the other, so that two workers share it: together about five
 * minutes on two busy cores. One walk does both. Two pictures of each state are compared here, 320 pixels dark and 500
 * pixels light; `npm run pictures -- --check` also compares the other two that the states of the main job have.
 */
import { testStates } from '../tour/check-states.ts';
import { payoutParts } from '../tour/parts/index.ts';

testStates(payoutParts);
