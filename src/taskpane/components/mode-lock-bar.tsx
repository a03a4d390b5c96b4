import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ModeLock } from '../../contract/index.ts';
import { oversight } from '../../words/index.ts';
import { DisclosureIcon } from './disclosure-icon.tsx';
import { Help } from './help.tsx';
import { Message } from './message.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { useSurface } from './use-surface.ts';
import { WithIds } from './with-ids.tsx';

interface ModeLockBarProps {
  lock: ModeLock;
  isAdmin: boolean;
  disabled: boolean;
  onRelease: (reason: string) => void;
}

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0` },
  why: { minWidth: 0 },
  // Scrolls by itself: the buttons of the screen stay in sight below it.
  details: {
    maxHeight: '112px',
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
});

/**
 * Stays for as long as nothing is sent, and is short, so that it leaves the screen its room: why, and what to do, is one
 * click away, and stands before whoever lets sending go on.
 */
export function ModeLockBar({ lock, isAdmin, disabled, onRelease }: ModeLockBarProps) {
  const styles = useStyles();
  const surface = useSurface();
  const details = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const words = oversight.modeLock;
  return (
    <section className={styles.root} aria-label={words.title}>
      <Message
        intent="error"
        title={words.title}
        text=""
        containerAction={<Help topic="mode-lock" />}
        {...(isAdmin && {
          actions: (
            <Button size="small" disabledFocusable={disabled} onClick={() => setIsAsking(true)}>
              {words.release}
            </Button>
          ),
        })}
      >
        <div>
          <Button
            appearance="transparent"
            size="small"
            className={mergeClasses(surface.flush, styles.why)}
            icon={<DisclosureIcon isOpen={isOpen} />}
            aria-expanded={isOpen}
            aria-controls={details}
            onClick={() => setIsOpen(!isOpen)}
          >
            {words.why}
          </Button>
        </div>
        {/* It can be scrolled by the keyboard too. */}
        <div
          id={details}
          hidden={!isOpen}
          role="group"
          aria-label={words.why}
          tabIndex={0}
          className={mergeClasses(styles.details, surface.small)}
        >
          <WithIds text={lock.reason} /> {isAdmin ? words.forAdmin : words.forOthers}
        </div>
      </Message>
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
          <Text className={surface.breakable}>
            <WithIds text={lock.reason} />
          </Text>
          <Text>{words.dialogText}</Text>
        </ReasonDialog>
      )}
    </section>
  );
}
