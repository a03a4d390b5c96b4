import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { TableSearchRegular } from '@fluentui/react-icons';
import { oversight } from '../oversight-strings.ts';
import { strings } from '../strings.ts';
import type { Busy, Reading } from '../state.ts';
import { ActionButton } from './action-button.tsx';
import { RestoreCard } from './restore-card.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';

interface SourceScreenProps {
  busy: Busy | null;
  /** Ids that the pane found missing when it opened. */
  offer: Reading | null;
  onRestore: () => void;
  onLater: () => void;
  onCheck: () => void;
  onChooseTable: () => void;
  onRefresh: () => void;
  /** How many entries wait for this user's approval. */
  waitingCount: number;
  onApprovals: () => void;
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

export function SourceScreen(props: SourceScreenProps) {
  const { busy, offer, onCheck, onChooseTable, onRefresh, waitingCount } = props;
  const styles = useStyles();
  const working = busy === 'checking' ? strings.source.checking : strings.source.refreshing;
  return (
    <Screen
      actions={
        <>
          <ActionButton
            label={strings.source.refresh}
            disabled={busy !== null}
            working={busy === 'refreshing'}
            onClick={onRefresh}
          />
          <ActionButton
            primary
            label={strings.source.check}
            disabled={busy !== null}
            working={busy === 'checking'}
            onClick={onCheck}
          />
        </>
      }
    >
      <ScreenHeading title={strings.source.title}>{strings.source.text}</ScreenHeading>
      {offer !== null && (
        <RestoreCard
          reading={offer}
          disabled={busy !== null}
          onRestore={props.onRestore}
          onLater={props.onLater}
        />
      )}
      {waitingCount > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{oversight.approvals.waiting(waitingCount)}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" disabledFocusable={busy !== null} onClick={props.onApprovals}>
              {oversight.menuApprovals}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <ol className={styles.steps}>
        {strings.source.steps.map((step) => (
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
        onClick={onChooseTable}
      >
        {strings.source.choose}
      </Button>
      <div className={styles.working} role="status">
        {(busy === 'checking' || busy === 'refreshing') && <Spinner size="tiny" label={working} />}
      </div>
    </Screen>
  );
}
