import { MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import type { Limits } from '../../contract/index.ts';
import type { PlannedDistribution } from '../../domain/index.ts';
import { limitNotes, needsApproval } from '../limit-notes.ts';
import { oversight } from '../oversight-strings.ts';

interface LimitNoteProps {
  limits: Limits | undefined;
  distribution: PlannedDistribution;
}

/** What the limits say about a distribution that is to be sent. */
export function LimitNote({ limits, distribution }: LimitNoteProps) {
  const notes = limitNotes(limits, distribution);
  if (notes.length > 0) {
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{notes.join(' ')}</MessageBarBody>
      </MessageBar>
    );
  }
  return needsApproval(limits, distribution) ? <Text size={200}>{oversight.limits.approval}</Text> : null;
}
