import type { said as english } from '../en/said.ts';
import { saidOfHistory } from './said-history.ts';
import { saidOfLimits } from './said-limits.ts';
import { saidOfNova } from './said-nova.ts';
import { saidOfOutcomes } from './said-outcomes.ts';
import { saidOfRequests } from './said-requests.ts';
import { saidOfStaging } from './said-staging.ts';

/** What the proxy says to people, by key; see the English. */
export const said: typeof english = {
  ...saidOfRequests,
  ...saidOfStaging,
  ...saidOfLimits,
  ...saidOfOutcomes,
  ...saidOfNova,
  ...saidOfHistory,
};
