import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { TableSearchRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Busy } from '../state.ts';
import { strings } from '../strings.ts';
import { ActionButton } from './action-button.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';

interface SourceFrameProps {
  words: { title: string; text: string; steps: readonly string[] };
  busy: Busy | null;
  /** What is being waited for; null while nothing is. */
  working: string | null;
  /** Buttons beside "Check". */
  actions?: ReactNode;
  /** What there is to say before a table is checked. */
  children: ReactNode;
  onCheck: () => void;
  onChooseTable: () => void;
}

const useStyles = makeStyles({
  steps: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground2,
  },
  choose: { alignSelf: 'flex-start', paddingLeft: 0 },
  working: { minHeight: '32px', display: 'flex', alignItems: 'center' },
});

/** The first screen of a place: which table, and what will happen with it. */
export function SourceFrame(props: SourceFrameProps) {
  const { words, busy, working } = props;
  const styles = useStyles();
  return (
    <Screen
      actions={
        <>
          {props.actions}
          <ActionButton
            primary
            label={strings.source.check}
            disabled={busy !== null}
            working={busy === 'checking'}
            onClick={props.onCheck}
          />
        </>
      }
    >
      <ScreenHeading title={words.title}>{words.text}</ScreenHeading>
      {props.children}
      <ol className={styles.steps}>
        {words.steps.map((step) => (
          <li key={step}>
            <Text>{step}</Text>
          </li>
        ))}
      </ol>
      <Button
        appearance="transparent"
        className={styles.choose}
        icon={busy === 'listing' ? <Spinner size="extra-tiny" /> : <TableSearchRegular />}
        disabledFocusable={busy !== null}
        onClick={props.onChooseTable}
      >
        {strings.source.choose}
      </Button>
      <div className={styles.working} role="status">
        {working !== null && <Spinner size="tiny" label={working} />}
      </div>
    </Screen>
  );
}
