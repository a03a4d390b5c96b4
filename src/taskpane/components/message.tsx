import {
  AnnounceProvider,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useSaid } from './use-said.ts';
import { WithIds } from './with-ids.tsx';

interface MessageProps {
  intent: 'error' | 'warning' | 'info' | 'success';
  /** Without a full stop. */
  title?: string;
  text: string;
  /**
   * When it is spoken: an error at once, everything else in turn, unless this says otherwise. What stands in a card or is one
   * of many is read where it stands, `never` by itself.
   */
  said?: 'at-once' | 'in-turn' | 'never';
  /** What happened; another occurrence of the same is said again. */
  about?: unknown;
  /** Below the text; not spoken. */
  children?: ReactNode;
  actions?: ReactNode;
  containerAction?: ReactElement;
}

const useStyles = makeStyles({
  root: { flexShrink: 0 },
  // Measured, so that ids know how little room they have (`with-ids.tsx`).
  body: { overflowWrap: 'anywhere', whiteSpace: 'normal', containerType: 'inline-size' },
});

/** Fluent's bar speaks each time that it is drawn, its buttons with it, and takes what is meant to interrupt for polite. */
const silent = { announce: () => undefined };

/** A message in its place on the screen, and spoken once. */
export function Message(props: MessageProps) {
  const styles = useStyles();
  const { intent, title, text, actions, containerAction } = props;
  const { said = intent === 'error' ? 'at-once' : 'in-turn', about } = props;
  const whole = [title, text].filter(Boolean).join('. ');
  useSaid(said === 'never' ? null : whole, { isAtOnce: said === 'at-once', about: about ?? whole });
  return (
    <AnnounceProvider value={silent}>
      <MessageBar intent={intent} layout="multiline" className={styles.root}>
        <MessageBarBody className={styles.body}>
          {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>} <WithIds text={text} />
          {props.children}
        </MessageBarBody>
        {(actions !== undefined || containerAction !== undefined) && (
          <MessageBarActions {...(containerAction !== undefined && { containerAction })}>
            {actions}
          </MessageBarActions>
        )}
      </MessageBar>
    </AnnounceProvider>
  );
}
