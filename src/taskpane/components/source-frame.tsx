import { Button, makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components';
import { HistoryRegular, TableRegular, TableSearchRegular } from '@fluentui/react-icons';
import { useContext, type ReactNode } from 'react';
import type { TableCandidate } from '../../domain/index.ts';
import type { Nearby } from '../nearby.ts';
import type { Busy } from '../state.ts';
import { strings } from '../../words/index.ts';
import { ActionButton } from './action-button.tsx';
import { ConnectionContext } from './action-bar.tsx';
import { Message } from './message.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { StateMessage } from './state-message.tsx';
import { useSurface } from './use-surface.ts';

interface SourceFrameProps {
  words: { title: string; text: string; steps: readonly string[]; emptyTitle: string; emptyText: string };
  busy: Busy | null;
  /** What is being waited for; null while nothing is. */
  working: string | null;
  /** Buttons beside "Check". */
  actions?: ReactNode;
  /** What the account's roles keep it from; null where it may do everything here. */
  notAllowed: string | null;
  /** What there is to say before a table is checked. */
  children: ReactNode;
  nearby: Nearby | null;
  /** Below everything else, where what comes late moves nothing. */
  end?: ReactNode;
  onCheck: () => void;
  /** Checks a table whatever is selected. */
  onCheckTable: (candidate: TableCandidate) => void;
  onChooseTable: () => void;
}

const useStyles = makeStyles({
  steps: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground2,
  },
  choose: { alignSelf: 'flex-start' },
  working: { minHeight: '32px', display: 'flex', alignItems: 'center' },
});

/** The first screen of a place: which table, and what will happen with it. */
export function SourceFrame(props: SourceFrameProps) {
  const { words, busy, working, nearby } = props;
  const why = whyNotCheck(nearby, words.text);
  const isEmpty = nearby?.selection.at === 'blank' && nearby.tableCount === 0;
  // The main button names it where the sheet is blank.
  const other = nearby?.selection.at === 'blank' ? null : (nearby?.offer?.candidate ?? null);
  const styles = useStyles();
  const isAway = useContext(ConnectionContext) !== 'there';
  const surface = useSurface();
  return (
    <Screen
      why={why}
      asks
      actions={
        <>
          {props.actions}
          <ActionButton
            primary
            asks
            label={checkLabel(nearby)}
            disabled={busy !== null || why !== null}
            working={busy === 'checking'}
            onClick={props.onCheck}
          />
        </>
      }
    >
      {isEmpty ? (
        <StateMessage icon={<TableRegular />} title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <ScreenHeading title={words.title}>{words.text}</ScreenHeading>
      )}
      {props.notAllowed !== null && <Message intent="info" text={props.notAllowed} />}
      {props.children}
      <ol className={styles.steps}>
        {words.steps.map((step) => (
          <li key={step}>
            <Text>{step}</Text>
          </li>
        ))}
      </ol>
      {other !== null && (
        <Button
          appearance="transparent"
          className={mergeClasses(surface.flush, styles.choose)}
          icon={<HistoryRegular />}
          disabledFocusable={busy !== null || isAway}
          onClick={() => props.onCheckTable(other)}
        >
          {strings.source.takeAgain(other.label, dataRowsOf(other))}
        </Button>
      )}
      <Button
        appearance="transparent"
        className={mergeClasses(surface.flush, styles.choose)}
        icon={busy === 'listing' ? <Spinner size="extra-tiny" aria-hidden /> : <TableSearchRegular />}
        disabledFocusable={busy !== null}
        onClick={props.onChooseTable}
      >
        {strings.source.choose}
      </Button>
      <div className={styles.working}>{working !== null && <Spinner size="tiny" label={working} />}</div>
      {props.end}
    </Screen>
  );
}

/** What "Check" will take, in figures where they are known. */
function checkLabel(nearby: Nearby | null): string {
  const { source } = strings;
  if (nearby === null) return source.check;
  const { selection, offer } = nearby;
  if (selection.at === 'table') {
    const { name, rowCount, isSelection } = selection;
    return isSelection ? source.checkSelected(name, rowCount) : source.checkTable(name, rowCount);
  }
  if (selection.at !== 'blank' || offer === null) return source.check;
  const { candidate, isAgain } = offer;
  const name = isAgain ? source.checkAgainOf : source.checkTable;
  return name(candidate.label, dataRowsOf(candidate));
}

/** Why there is nothing to check; null while that is not known. `select` says what to select. */
function whyNotCheck(nearby: Nearby | null, select: string): string | null {
  if (nearby?.selection.at === 'blocked') return nearby.selection.why;
  return nearby?.selection.at === 'blank' && nearby.offer === null ? strings.source.blankSheet(select) : null;
}

function dataRowsOf({ rowCount, reference }: TableCandidate): number {
  return Math.max(0, rowCount - (reference.headerRowCount ?? 1));
}
