import { useMemo } from 'react';
import type { DistributionOutcome } from '../../domain/index.ts';
import { strings } from '../../words/index.ts';
import { distributionText } from '../search-distributions.ts';
import { CardList } from './card-list.tsx';
import { ResultCard } from './result-card.tsx';
import type { Resolving } from './resolve-unknown.tsx';
import { attentionFirst } from './run-result.tsx';
import { useListSearch } from './use-list-search.tsx';

interface ResultCardsProps {
  outcomes: readonly DistributionOutcome[];
  /** The one that may have been sent though no answer came; null without one. */
  inDoubtKey: string | null;
  disabled: boolean;
  resolving: Resolving;
  onOpen: (url: string) => void;
}

/** As high as a card of a staged distribution. */
const estimatedHeightPx = 150;
const isStaged = ({ outcome }: DistributionOutcome) => outcome?.outcome === 'accepted';
const kinds = { open: (entry: DistributionOutcome) => !isStaged(entry), done: isStaged };
const keyOf = ({ distribution }: DistributionOutcome) => distribution.key;

/** By what the distribution says, and by its id. */
function textOf({ distribution, outcome }: DistributionOutcome): string {
  const id = outcome?.outcome === 'accepted' ? outcome.distributionId : '';
  return `${id} ${distributionText(distribution)}`;
}

/** What became of each distribution, what needs somebody first. */
export function ResultCards({ outcomes, inDoubtKey, ...props }: ResultCardsProps) {
  const ordered = useMemo(() => attentionFirst(outcomes, isStaged), [outcomes]);
  const { found, search } = useListSearch({ items: ordered, textOf, kinds, label: strings.search.results });
  return (
    <>
      {search}
      <CardList
        items={found}
        source={ordered}
        label={strings.result.cards}
        estimatedHeightPx={estimatedHeightPx}
        keyOf={keyOf}
        renderItem={(entry) => (
          <ResultCard
            distribution={entry.distribution}
            outcome={entry.outcome}
            isInDoubt={entry.distribution.key === inDoubtKey}
            {...props}
          />
        )}
      />
    </>
  );
}
