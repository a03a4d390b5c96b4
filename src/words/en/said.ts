/**
 * What the proxy says to people, by key: `Sentence` of the contract. The proxy says it from here in English, and the pane
 * again in the language of its user. Whole sentences, each with all it needs, so that a language puts its words in its
 * own order; a message is one of them, or several that follow each other. A key never changes its meaning or its values.
 */
import { saidOfHistory } from './said-history.ts';
import { saidOfLimits } from './said-limits.ts';
import { saidOfNova } from './said-nova.ts';
import { saidOfOutcomes } from './said-outcomes.ts';
import { saidOfRequests } from './said-requests.ts';
import { saidOfStaging } from './said-staging.ts';

export const said = {
  ...saidOfRequests,
  ...saidOfStaging,
  ...saidOfLimits,
  ...saidOfOutcomes,
  ...saidOfNova,
  ...saidOfHistory,
};
