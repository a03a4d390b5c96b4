import { Button, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CellPosition } from '../../domain/index.ts';
import type { Busy, Results, Writing } from '../state.ts';
import { strings } from '../strings.ts';
import { oversight } from '../oversight-strings.ts';
import { resultsAsCsv, resultsAsText } from '../results-text.ts';
import { isWaiting } from '../submission.ts';
import { ActionButton } from './action-button.tsx';
import { CopyButton } from './copy-button.tsx';
import { DownloadButton } from './download-button.tsx';
import { NoticeBar } from './notice-bar.tsx';
import type { Resolving } from './resolve-unknown.tsx';
import { ResultCard } from './result-card.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { UnplacedList } from './unplaced-list.tsx';
import { useSurface } from './use-surface.ts';
import { WritingStatus } from './writing-status.tsx';

interface ResultScreenProps {
  results: Results;
  writing: Writing;
  busy: Busy | null;
  resolving: Resolving;
  onWrite: () => void;
  onJump: (cell: CellPosition) => void;
  onWriteSheet: () => void;
  onRefresh: () => void;
  onCheckAgain: () => void;
  onLeave: () => void;
  onOpen: (url: string) => void;
}

/** What became of each distribution, and whether the sheet says the same. */
export function ResultScreen(props: ResultScreenProps) {
  const { results, writing } = props;
  const surface = useSurface();
  const staged = results.outcomes.filter(({ outcome }) => outcome?.outcome === 'accepted').length;
  const inDoubtKey = results.stop?.reason === 'failed' ? results.stop.inDoubtKey : null;
  return (
    <Screen actions={<ResultActions {...props} />}>
      <ScreenHeading title={headingOf(staged, results)}>
        {results.restored === true ? strings.restore.nothingSent : undefined}
      </ScreenHeading>
      <StopNotice results={results} />
      <WritingStatus writing={writing} label={strings.result.writing} isAboutResults onJump={props.onJump} />
      {(writing.status === 'failed' || writing.status === 'lost') && (
        <OtherWays {...props}>
          <DownloadButton
            label={strings.result.download}
            fileName="nova-results.csv"
            text={() => resultsAsCsv(results)}
          />
          <CopyButton label={strings.result.copyAll} text={resultsAsText(results)} />
        </OtherWays>
      )}
      {writing.status === 'written' && writing.unplaced.length > 0 && (
        <>
          <OtherWays {...props} />
          <UnplacedList unplaced={writing.unplaced} />
        </>
      )}
      <ul className={mergeClasses(surface.list)}>
        {attentionFirst(results.outcomes).map(({ distribution, outcome }) => (
          <li key={distribution.key}>
            <ResultCard
              distribution={distribution}
              outcome={outcome}
              isInDoubt={distribution.key === inDoubtKey}
              disabled={props.busy !== null}
              resolving={props.resolving}
              onOpen={props.onOpen}
            />
          </li>
        ))}
      </ul>
    </Screen>
  );
}

/** Where results can go when they cannot stand beside their rows. */
function OtherWays(props: Pick<ResultScreenProps, 'busy' | 'onWriteSheet'> & { children?: ReactNode }) {
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '8px' }}>
      <Button disabled={props.busy !== null} onClick={props.onWriteSheet}>
        {strings.result.toSheet}
      </Button>
      {props.children}
    </div>
  );
}

function headingOf(staged: number, { outcomes, restored }: Results): string {
  const total = outcomes.length;
  if (restored === true) return strings.restore.done(total);
  const waiting = outcomes.filter(isWaiting).length;
  if (staged === 0 && waiting > 0) return oversight.allWaiting(waiting);
  if (staged === 0) return strings.result.none;
  return staged === total ? strings.result.staged(staged) : strings.result.stagedSome(staged, total);
}

function StopNotice({ results: { stop, outcomes } }: { results: Results }) {
  if (stop === null) return null;
  const notSent = outcomes.filter(({ outcome }) => outcome === null).length;
  const { result } = strings;
  switch (stop.reason) {
    case 'cancelled':
      return (
        <NoticeBar
          notice={{ intent: 'info', title: result.cancelled, text: result.cancelledText(notSent) }}
        />
      );
    case 'unknown': {
      const text = result.stoppedUnknownText(notSent);
      return <NoticeBar notice={{ intent: 'warning', title: result.stoppedUnknown, text }} />;
    }
    case 'failed':
      return <NoticeBar notice={{ ...stop.notice, title: `${result.stopped}: ${stop.notice.title}` }} />;
  }
}

/** What needs somebody comes first; otherwise the order of the sheet. */
function attentionFirst(outcomes: Results['outcomes']): Results['outcomes'] {
  const isFine = ({ outcome }: Results['outcomes'][number]) => outcome?.outcome === 'accepted';
  return [...outcomes.filter((one) => !isFine(one)), ...outcomes.filter(isFine)];
}

/** Unwritten results come first; then what was left over; then the statuses. */
function ResultActions(props: ResultScreenProps) {
  const { results, writing, busy } = props;
  const isBusy = busy !== null;
  const isRestLeft = results.outcomes.some(({ outcome }) => outcome?.outcome !== 'accepted');
  const checkAgain = (primary: boolean) => (
    <ActionButton
      label={strings.result.checkAgain}
      primary={primary}
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
          label={strings.result.writeAgain}
          disabled={isBusy}
          working={busy === 'writing'}
          onClick={props.onWrite}
        />
      </>
    );
  }
  const refresh = (
    <ActionButton
      label={strings.result.refresh}
      primary={!isRestLeft}
      disabled={isBusy}
      working={busy === 'refreshing'}
      onClick={props.onRefresh}
    />
  );
  return (
    <>
      <ActionButton label={strings.result.leave} disabled={isBusy} onClick={props.onLeave} />
      {isRestLeft ? refresh : checkAgain(false)}
      {isRestLeft ? checkAgain(true) : refresh}
    </>
  );
}
