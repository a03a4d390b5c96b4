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
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { shortestReason } from './resolve-unknown.tsx';

interface ReasonDialogProps {
  title: string;
  text: string;
  field: string;
  hint: string;
  confirm: string;
  cancel: string;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

const useStyles = makeStyles({
  surface: { width: 'calc(100vw - 24px)', maxWidth: '480px', padding: tokens.spacingHorizontalL },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  actions: { '& button': { whiteSpace: 'normal' } },
});

/** Asks why, before something that somebody will be asked about later. */
export function ReasonDialog(props: ReasonDialogProps) {
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
              <Text>{props.text}</Text>
              <Field label={props.field} hint={props.hint} required>
                <Textarea
                  autoFocus
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
