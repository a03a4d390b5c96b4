import { Button, Spinner } from '@fluentui/react-components';
import { useContext } from 'react';
import { ActionBarContext } from './action-bar.tsx';

interface ActionButtonProps {
  label: string;
  /** The main button of the screen. */
  primary?: boolean;
  disabled: boolean;
  /** It asks something of the server, so that it is off while that does not answer. */
  asks?: boolean;
  /** What this button started is under way. */
  working?: boolean;
  onClick: () => void;
}

/**
 * A button of the action bar. It keeps its name and the focus while its work runs or it is off, so that a keyboard user is
 * not thrown back to the top of the pane and hears why.
 */
export function ActionButton(props: ActionButtonProps) {
  const { label, primary = false, asks = false, working = false, onClick } = props;
  const { whyId, isAway } = useContext(ActionBarContext);
  const isOff = props.disabled || working || (asks && isAway);
  return (
    <Button
      appearance={primary ? 'primary' : 'secondary'}
      disabledFocusable={isOff}
      {...(isOff && primary && whyId !== undefined && { 'aria-describedby': whyId })}
      {...(working && { icon: <Spinner size="extra-tiny" aria-hidden /> })}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
