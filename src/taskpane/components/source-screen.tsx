import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { oversight } from '../oversight-strings.ts';
import { strings } from '../strings.ts';
import type { Busy, Reading } from '../state.ts';
import { ActionButton } from './action-button.tsx';
import { RestoreCard } from './restore-card.tsx';
import { SourceFrame } from './source-frame.tsx';

interface SourceScreenProps {
  busy: Busy | null;
  /** Ids that the pane found missing when it opened. */
  offer: Reading | null;
  onRestore: () => void;
  onLater: () => void;
  onCheck: () => void;
  onChooseTable: () => void;
  onRefresh: () => void;
  /** How many entries wait for this user's approval. */
  waitingCount: number;
  onApprovals: () => void;
}

export function SourceScreen(props: SourceScreenProps) {
  const { busy, offer, waitingCount } = props;
  return (
    <SourceFrame
      words={strings.source}
      busy={busy}
      working={
        busy === 'checking'
          ? strings.source.checking
          : busy === 'refreshing'
            ? strings.source.refreshing
            : null
      }
      actions={
        <ActionButton
          label={strings.source.refresh}
          disabled={busy !== null}
          working={busy === 'refreshing'}
          onClick={props.onRefresh}
        />
      }
      onCheck={props.onCheck}
      onChooseTable={props.onChooseTable}
    >
      {offer !== null && (
        <RestoreCard
          reading={offer}
          disabled={busy !== null}
          onRestore={props.onRestore}
          onLater={props.onLater}
        />
      )}
      {waitingCount > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{oversight.approvals.waiting(waitingCount)}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" disabledFocusable={busy !== null} onClick={props.onApprovals}>
              {oversight.menuApprovals}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </SourceFrame>
  );
}
