import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ServerVersion } from '../pane-version.ts';
import { strings } from '../../words/index.ts';
import { Message } from './message.tsx';

interface VersionBarProps {
  server: Exclude<ServerVersion, 'same'>;
  disabled: boolean;
}

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0` },
});

/** Stays for as long as pane and server are of different versions. */
export function VersionBar({ server, disabled }: VersionBarProps) {
  const styles = useStyles();
  const words = strings.version[server];
  return (
    <section className={styles.root} aria-label={words.title}>
      <Message
        intent={server === 'newer' ? 'info' : 'warning'}
        title={words.title}
        text={words.text}
        actions={
          <Button size="small" disabledFocusable={disabled} onClick={() => window.location.reload()}>
            {strings.version.reload}
          </Button>
        }
      />
    </section>
  );
}
