import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import type { ServerVersion } from '../pane-version.ts';
import { strings } from '../strings.ts';

interface VersionBarProps {
  server: Exclude<ServerVersion, 'same'>;
  disabled: boolean;
}

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0` },
  body: { overflowWrap: 'anywhere', whiteSpace: 'normal' },
});

/** Stays for as long as pane and server are of different versions. */
export function VersionBar({ server, disabled }: VersionBarProps) {
  const styles = useStyles();
  const words = strings.version[server];
  return (
    <div className={styles.root}>
      <MessageBar intent={server === 'newer' ? 'info' : 'warning'} layout="multiline" shape="rounded">
        <MessageBarBody className={styles.body}>
          <MessageBarTitle>{words.title}</MessageBarTitle> {words.text}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" disabledFocusable={disabled} onClick={() => window.location.reload()}>
            {strings.version.reload}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
