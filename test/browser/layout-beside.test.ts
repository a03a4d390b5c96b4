/** How every state beside the way of payouts lies; see `layout.test.ts`. */
import { testLayout } from '../tour/check-layout.ts';
import { partsBeside } from '../tour/parts/index.ts';

testLayout(partsBeside);
