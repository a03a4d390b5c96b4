import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ModeLock } from '../../contract/index.ts';
import { oversight } from '../oversight-strings.ts';
import { ReasonDialog } from './reason-dialog.tsx';

interface ModeLockBarProps {
  lock: ModeLock;
  isAdmin: boolean;
  disabled: boolean;
  onRelease: (reason: string) => void;
}

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0` },
  body: { overflowWrap: 'anywhere', whiteSpace: 'normal' },
});

/** Stays for as long as nothing is sent. */
export function ModeLockBar({ lock, isAdmin, disabled, onRelease }: ModeLockBarProps) {
  const styles = useStyles();
  const [isAsking, setIsAsking] = useState(false);
  const words = oversight.modeLock;
  return (
    <div className={styles.root}>
      <MessageBar intent="error" layout="multiline" shape="rounded" politeness="assertive">
        <MessageBarBody className={styles.body}>
          <MessageBarTitle>{words.title}</MessageBarTitle> {lock.reason}{' '}
          {isAdmin ? words.forAdmin : words.forOthers}
        </MessageBarBody>
        {isAdmin && (
          <MessageBarActions>
            <Button size="small" disabledFocusable={disabled} onClick={() => setIsAsking(true)}>
              {words.release}
            </Button>
          </MessageBarActions>
        )}
      </MessageBar>
      {isAsking && (
        <ReasonDialog
          title={words.dialogTitle}
          field={words.reason}
          hint={words.hint}
          confirm={words.confirm}
          cancel={words.cancel}
          onConfirm={(reason) => {
            setIsAsking(false);
            onRelease(reason);
          }}
          onClose={() => setIsAsking(false)}
        >
          <Text>{words.dialogText}</Text>
        </ReasonDialog>
      )}
    </div>
  );
}
