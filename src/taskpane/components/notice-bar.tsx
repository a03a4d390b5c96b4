import {
  Button,
  Caption1,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { Notice } from '../state.ts';
import { strings } from '../strings.ts';

interface NoticeBarProps {
  notice: Notice;
  /** Absent where the notice stays for as long as it is true. */
  onDismiss?: () => void;
}

const useStyles = makeStyles({
  root: { flexShrink: 0 },
  reference: { userSelect: 'all' },
  body: { overflowWrap: 'anywhere', whiteSpace: 'normal' },
});

/** What happened and what to do, announced at once. */
export function NoticeBar({ notice, onDismiss }: NoticeBarProps) {
  const styles = useStyles();
  return (
    <MessageBar
      intent={notice.intent}
      layout="multiline"
      shape="rounded"
      politeness={notice.intent === 'error' ? 'assertive' : 'polite'}
      className={styles.root}
    >
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{notice.title}</MessageBarTitle> {notice.text}
        {notice.reference !== undefined && (
          <Caption1 block className={styles.reference}>
            {strings.notices.reference(notice.reference)}
          </Caption1>
        )}
      </MessageBarBody>
      {onDismiss !== undefined && (
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              size="small"
              icon={<DismissRegular />}
              aria-label={strings.notices.dismiss}
              onClick={onDismiss}
            />
          }
        />
      )}
    </MessageBar>
  );
}
