import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { strings } from '../../words/index.ts';
import type { Connection } from '../events.ts';
import { Message } from './message.tsx';

interface ConnectionBarProps {
  connection: Exclude<Connection, 'there'>;
  /** Ends when it was asked. */
  onAsk: () => Promise<void>;
}

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0` },
});

/** Stays for as long as the server does not answer, and goes by itself. */
export function ConnectionBar({ connection, onAsk }: ConnectionBarProps) {
  const styles = useStyles();
  const [isAsking, setIsAsking] = useState(false);
  const words = strings.connection[connection];
  const ask = async () => {
    setIsAsking(true);
    await onAsk();
    setIsAsking(false);
  };
  return (
    <section className={styles.root} aria-label={words.title}>
      <Message
        intent="warning"
        title={words.title}
        text={words.text}
        said="at-once"
        actions={
          <Button size="small" disabledFocusable={isAsking} onClick={() => void ask()}>
            {strings.connection.ask}
          </Button>
        }
      />
    </section>
  );
}
