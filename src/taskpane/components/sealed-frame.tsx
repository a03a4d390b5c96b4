import { Text } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Session } from '../../contract/index.ts';
import { oversight } from '../../words/index.ts';
import type { Busy } from '../state.ts';
import { whyNotApprove } from '../why-not.ts';
import { ActionButton } from './action-button.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';

interface SealedFrameProps {
  name: string;
  text: string;
  /** Who prepared it can take it back, and never approve it. */
  isMine: boolean;
  session: Session;
  busy: Busy | null;
  /** The name of the button. */
  approve: string;
  onApprove: () => void;
  onReturn: (reason: string) => void;
  onLeave: () => void;
  children: ReactNode;
}

/** Something that waits for a second person, with the two things that can be done with it. */
export function SealedFrame(props: SealedFrameProps) {
  const { name, isMine, session, busy } = props;
  const [isReturning, setIsReturning] = useState(false);
  const words = oversight.sealed;
  const mayApprove = session.roles.includes('approver') && !isMine;
  const why = mayApprove ? whyNotApprove(session) : null;
  return (
    <Screen
      why={why}
      asks
      actions={
        <>
          <ActionButton label={oversight.back} disabled={busy !== null} onClick={props.onLeave} />
          <ActionButton
            label={isMine ? words.takeBack : words.return}
            asks
            disabled={busy !== null}
            onClick={() => setIsReturning(true)}
          />
          {mayApprove && (
            <ActionButton
              primary
              asks
              label={props.approve}
              disabled={busy !== null || why !== null}
              working={busy === 'deciding'}
              onClick={props.onApprove}
            />
          )}
        </>
      }
    >
      <ScreenHeading title={name}>{props.text}</ScreenHeading>
      {!mayApprove && <Text>{isMine ? words.own : words.noRole}</Text>}
      {props.children}
      {isReturning && (
        <ReasonDialog
          title={oversight.returning.title}
          field={oversight.returning.reason}
          hint={oversight.returning.hint}
          confirm={oversight.returning.confirm}
          cancel={oversight.returning.cancel}
          onConfirm={(reason) => {
            setIsReturning(false);
            props.onReturn(reason);
          }}
          onClose={() => setIsReturning(false)}
        >
          <Text>{oversight.returning.text(name)}</Text>
        </ReasonDialog>
      )}
    </Screen>
  );
}
