import { Text } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { oversight } from '../oversight-strings.ts';
import type { Busy } from '../state.ts';
import { ActionButton } from './action-button.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';

interface SealedFrameProps {
  name: string;
  text: string;
  /** Who prepared it can take it back, and never approve it. */
  isMine: boolean;
  isApprover: boolean;
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
  const { name, isMine, isApprover, busy } = props;
  const [isReturning, setIsReturning] = useState(false);
  const words = oversight.sealed;
  const mayApprove = isApprover && !isMine;
  return (
    <Screen
      actions={
        <>
          <ActionButton label={oversight.back} disabled={busy !== null} onClick={props.onLeave} />
          <ActionButton
            label={isMine ? words.takeBack : words.return}
            disabled={busy !== null}
            onClick={() => setIsReturning(true)}
          />
          {mayApprove && (
            <ActionButton
              primary
              label={props.approve}
              disabled={busy !== null}
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
