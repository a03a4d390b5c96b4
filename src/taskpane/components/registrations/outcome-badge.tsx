import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import type { RegistrationOutcome } from '../../../contract/index.ts';
import { outcomeBadge } from '../../registrations/outcome-badge.ts';
import { Help } from '../help.tsx';
import { useSaidOnChange } from '../use-said.ts';
import { outcomeView } from './outcome-view.ts';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
});

/** What became of a row in two words, with help where they ask for one. */
export function OutcomeBadge({ outcome, when }: { outcome: RegistrationOutcome; when: 'before' | 'after' }) {
  const badge = outcomeBadge(outcome);
  const { color, texts } = outcomeView(outcome, when);
  // What a person just decided.
  useSaidOnChange(`${badge}. ${texts.join(' ')}`, outcome.outcome === 'unknown');
  return (
    <span className={useStyles().root}>
      <Badge appearance="tint" color={color}>
        {badge}
      </Badge>
      {outcome.outcome === 'unknown' && <Help topic="not-known" />}
      {outcome.outcome === 'awaiting-approval' && <Help topic="second-person-details" />}
    </span>
  );
}
