import type { Session } from '../../contract/index.ts';
import { Button } from '@fluentui/react-components';
import { Suspense, useContext } from 'react';
import { oversight, strings } from '../../words/index.ts';
import type { TableCandidate } from '../../domain/index.ts';
import type { Nearby } from '../nearby.ts';
import { whyNotAllowed } from '../may-send.ts';
import type { Busy, Reading } from '../state.ts';
import { TourContext } from './use-tour.ts';
import { ActionButton } from './action-button.tsx';
import { TourCard } from './on-demand.tsx';
import { Message } from './message.tsx';
import { RestoreCard } from './restore-card.tsx';
import { SourceFrame } from './source-frame.tsx';

interface SourceScreenProps {
  session: Session;
  busy: Busy | null;
  /** Ids that the pane found missing when it opened. */
  offer: Reading | null;
  onRestore: () => void;
  onLater: () => void;
  nearby: Nearby | null;
  onCheck: () => void;
  onCheckTable: (candidate: TableCandidate) => void;
  onChooseTable: () => void;
  onRefresh: () => void;
  /** How many entries wait for this user's approval. */
  waitingCount: number;
  onApprovals: () => void;
}

export function SourceScreen(props: SourceScreenProps) {
  const { shown } = useContext(TourContext);
  const { busy, offer, waitingCount } = props;
  return (
    <SourceFrame
      words={strings.source}
      busy={busy}
      notAllowed={whyNotAllowed(props.session, oversight.noPreparer)}
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
          asks
          disabled={busy !== null}
          working={busy === 'refreshing'}
          onClick={props.onRefresh}
        />
      }
      nearby={props.nearby}
      onCheckTable={props.onCheckTable}
      onCheck={props.onCheck}
      onChooseTable={props.onChooseTable}
      end={<Suspense>{shown === 'card' && <TourCard />}</Suspense>}
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
        <Message
          intent="info"
          text={oversight.approvals.waiting(waitingCount)}
          actions={
            <Button size="small" disabledFocusable={busy !== null} onClick={props.onApprovals}>
              {oversight.menuApprovals}
            </Button>
          }
        />
      )}
    </SourceFrame>
  );
}
