import { Text } from '@fluentui/react-components';
import type { Limits } from '../../contract/index.ts';
import type { PlannedDistribution } from '../../domain/index.ts';
import { limitNotes, needsApproval } from '../limit-notes.ts';
import { oversight } from '../../words/index.ts';
import { Help, WithHelp } from './help.tsx';
import { Message } from './message.tsx';

interface LimitNoteProps {
  limits: Limits | undefined;
  distribution: PlannedDistribution;
}

/** What the limits say about a distribution that is to be sent. */
export function LimitNote({ limits, distribution }: LimitNoteProps) {
  const notes = limitNotes(limits, distribution);
  if (notes.length > 0) {
    return (
      <Message intent="error" text={notes.join(' ')} said="never">
        <Help topic="limits" />
      </Message>
    );
  }
  return needsApproval(limits, distribution) ? (
    <WithHelp topic="second-person">
      <Text size={200}>{oversight.limits.approval}</Text>
    </WithHelp>
  ) : null;
}
