import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CellPosition } from '../../domain/index.ts';
import { asCsv, asTabbed } from '../results-text.ts';
import type { NextStep } from '../run-story.ts';
import type { Busy, Finished, Job, Writing } from '../state.ts';
import { strings } from '../../words/index.ts';
import { ActionButton } from './action-button.tsx';
import { CopyButton } from './copy-button.tsx';
import { DownloadButton } from './download-button.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { UnplacedList, type UnplacedLine } from './unplaced-list.tsx';
import { WritingStatus } from './writing-status.tsx';

/** What the places say differently about the same. */
export interface RunResultWords {
  writing: string;
  unplacedText: string;
  cancelledText: (notSent: number) => string;
  stoppedUnknownText: (notSent: number) => string;
  stopped: string;
  fileName: string;
}

interface RunResultProps {
  heading: string;
  /** What to do next. */
  text: string;
  /** The whole in figures, before anything else. */
  summary?: ReactNode;
  words: RunResultWords;
  stop: Finished['stop'];
  /** How many requests were not made. */
  notSent: number;
  writing: Writing<unknown>;
  busy: Busy | null;
  /** Every id that the run brought, header first. */
  lines: () => string[][];
  unplaced: { list: readonly UnplacedLine[]; lines: string[][] };
  onJump: (cell: CellPosition) => void;
  onWriteSheet: () => void;
  actions: ReactNode;
  /** Whether the main one of them asks something of the server. */
  asks: boolean;
  /** Between what is said about the sheet and the list of what became of each. */
  before?: ReactNode;
  /** What became of each. */
  children: ReactNode;
}

/** What became of a run, and whether the sheet says the same. */
export function RunResult(props: RunResultProps) {
  const { writing, words, lines, busy, onWriteSheet } = props;
  return (
    <Screen asks={props.asks} actions={props.actions}>
      <ScreenHeading title={props.heading}>{props.text}</ScreenHeading>
      {props.summary}
      <StopNotice {...props} />
      <WritingStatus writing={writing} label={words.writing} isAboutResults onJump={props.onJump} />
      {(writing.status === 'failed' || writing.status === 'lost') && (
        <OtherWays busy={busy} onWriteSheet={onWriteSheet}>
          <DownloadButton
            label={strings.result.download}
            fileName={words.fileName}
            text={() => asCsv(lines())}
          />
          <CopyButton label={strings.result.copyAll} text={asTabbed(lines())} />
        </OtherWays>
      )}
      {writing.status === 'written' && writing.unplaced.length > 0 && (
        <>
          <OtherWays busy={busy} onWriteSheet={onWriteSheet} />
          <UnplacedList
            unplaced={props.unplaced.list}
            copyText={asTabbed(props.unplaced.lines)}
            text={words.unplacedText}
          />
        </>
      )}
      {props.before}
      {props.children}
    </Screen>
  );
}

/** Where results can go when they cannot stand beside their rows. */
function OtherWays(props: Pick<RunResultProps, 'busy' | 'onWriteSheet'> & { children?: ReactNode }) {
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '8px' }}>
      <Button disabledFocusable={props.busy !== null} onClick={props.onWriteSheet}>
        {strings.result.toSheet}
      </Button>
      {props.children}
    </div>
  );
}

function StopNotice({ stop, notSent, words }: Pick<RunResultProps, 'stop' | 'notSent' | 'words'>) {
  if (stop === null) return null;
  const { result } = strings;
  switch (stop.reason) {
    case 'cancelled':
      return (
        <NoticeBar notice={{ intent: 'info', title: result.cancelled, text: words.cancelledText(notSent) }} />
      );
    case 'unknown': {
      const text = words.stoppedUnknownText(notSent);
      return <NoticeBar notice={{ intent: 'warning', title: result.stoppedUnknown, text }} />;
    }
    case 'failed':
      return (
        <NoticeBar notice={{ ...stop.notice, title: strings.named(words.stopped, stop.notice.title) }} />
      );
  }
}

/** What needs somebody comes first; otherwise the order of the sheet. */
export function attentionFirst<E extends Job['entry']>(
  entries: readonly E[],
  isFine: (entry: E) => boolean,
): E[] {
  return [...entries.filter((entry) => !isFine(entry)), ...entries.filter(isFine)];
}

interface RunResultActionsProps {
  writing: Writing<unknown>;
  busy: Busy | null;
  /** Of how many rows there are ids to write. */
  rowCount: number;
  /** Something was left over, which a new check takes up. */
  isRestLeft: boolean;
  /** Of a run whose results are being written, what comes after, so that the buttons stay where they are. */
  next: Exclude<NextStep, 'writing'>;
  /** A button of the place beside these; it is the main one while nothing is left over. */
  other?: (primary: boolean) => ReactNode;
  onWrite: () => void;
  onCheckAgain: () => void;
  onLeave: () => void;
}

/** Unwritten results come first; then what was left over; the way out where nothing is left to do. */
export function RunResultActions(props: RunResultActionsProps) {
  const { writing, busy, isRestLeft, other } = props;
  const isBusy = busy !== null;
  const checkAgain = (primary: boolean) => (
    <ActionButton
      label={strings.result.checkAgain}
      primary={primary}
      asks
      disabled={isBusy}
      working={busy === 'checking'}
      onClick={props.onCheckAgain}
    />
  );
  if (writing.status === 'failed' || writing.status === 'lost') {
    return (
      <>
        {checkAgain(false)}
        <ActionButton
          primary
          label={props.rowCount > 0 ? strings.result.writeAgainTo(props.rowCount) : strings.result.writeAgain}
          disabled={isBusy}
          working={busy === 'writing'}
          onClick={props.onWrite}
        />
      </>
    );
  }
  const leave = (primary: boolean) => (
    <ActionButton label={strings.result.leave} primary={primary} disabled={isBusy} onClick={props.onLeave} />
  );
  if (props.next === 'done' || props.next === 'waiting') {
    return (
      <>
        {checkAgain(false)}
        {other?.(false)}
        {leave(true)}
      </>
    );
  }
  return (
    <>
      {leave(false)}
      {isRestLeft ? other?.(false) : checkAgain(false)}
      {isRestLeft ? checkAgain(true) : other?.(true)}
    </>
  );
}
