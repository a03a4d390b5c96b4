import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState, type FormEvent, type ReactNode } from 'react';
import { shortestReason } from './resolve-unknown.tsx';
import { useFocusBack } from './use-focus-back.ts';

interface ReasonDialogProps {
  title: string;
  /** What is about to happen; scrolls with the rest. */
  children: ReactNode;
  field: string;
  hint: string;
  confirm: string;
  cancel: string;
  /** False where there is something to read first, which takes the focus. */
  startsAtReason?: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

const useStyles = makeStyles({
  surface: { width: 'calc(100vw - 24px)', maxWidth: '480px', padding: tokens.spacingHorizontalL },
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    // The content scrolls; nothing in it is squeezed.
    '& > *': { flexShrink: 0 },
  },
  actions: { '& button': { whiteSpace: 'normal' } },
});

/** Asks why, before something that somebody will be asked about later. */
export function ReasonDialog(props: ReasonDialogProps) {
  useFocusBack();
  const styles = useStyles();
  const [reason, setReason] = useState('');
  const isReason = reason.trim().length >= shortestReason;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReason) props.onConfirm(reason.trim());
  };
  return (
    <Dialog open modalType="alert" onOpenChange={(_event, { open }) => !open && props.onClose()}>
      <DialogSurface className={styles.surface}>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{props.title}</DialogTitle>
            <DialogContent className={styles.content}>
              {props.children}
              <Field label={props.field} hint={props.hint} required>
                <Textarea
                  autoFocus={props.startsAtReason ?? true}
                  value={reason}
                  maxLength={500}
                  onChange={(_event, { value }) => setReason(value)}
                />
              </Field>
            </DialogContent>
            <DialogActions className={styles.actions}>
              <Button onClick={props.onClose}>{props.cancel}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={!isReason}>
                {props.confirm}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
