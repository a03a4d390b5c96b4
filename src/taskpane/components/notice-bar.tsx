import { Button, Caption1, makeStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { Notice } from '../state.ts';
import { strings } from '../../words/index.ts';
import { Message } from './message.tsx';
import { useReport } from './use-report.tsx';

interface NoticeBarProps {
  notice: Notice;
  /** Absent where the notice stays for as long as it is true. */
  onDismiss?: () => void;
}

const useStyles = makeStyles({
  reference: { userSelect: 'all' },
});

/** What happened and what to do. */
export function NoticeBar({ notice, onDismiss }: NoticeBarProps) {
  const styles = useStyles();
  const { button, told } = useReport();
  const mayReport = notice.intent === 'error' && notice.isOwnMistake !== true;
  return (
    <Message
      intent={notice.intent}
      title={notice.title}
      text={notice.text}
      about={notice}
      {...(onDismiss !== undefined && { containerAction: <DismissButton onDismiss={onDismiss} /> })}
      {...(mayReport && { actions: button })}
    >
      {notice.reference !== undefined && (
        <Caption1 block className={styles.reference}>
          {strings.notices.reference(notice.reference)}
        </Caption1>
      )}
      {mayReport && told}
    </Message>
  );
}

function DismissButton({ onDismiss }: { onDismiss: () => void }) {
  return (
    <Button
      appearance="transparent"
      size="small"
      icon={<DismissRegular />}
      aria-label={strings.notices.dismiss}
      onClick={onDismiss}
    />
  );
}
