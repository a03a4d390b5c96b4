import { Button, Spinner } from '@fluentui/react-components';

interface ActionButtonProps {
  label: string;
  /** The main button of the screen. */
  primary?: boolean;
  disabled: boolean;
  /** What this button started is under way. */
  working?: boolean;
  onClick: () => void;
}

/**
 * A button of the action bar. It keeps its name and the focus while its work runs, so that a keyboard user is not
 * thrown back to the top of the pane.
 */
export function ActionButton({
  label,
  primary = false,
  disabled,
  working = false,
  onClick,
}: ActionButtonProps) {
  return (
    <Button
      appearance={primary ? 'primary' : 'secondary'}
      disabledFocusable={disabled || working}
      {...(working && { icon: <Spinner size="extra-tiny" /> })}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
