import { Text } from '@fluentui/react-components';
import type { CellPosition } from '../../domain/index.ts';
import { distributionText, headlineOf, type RefreshSummary } from '../refresh-summary.ts';
import type { Busy, Notice, Reading, Writing } from '../state.ts';
import { statusShares } from '../shares.ts';
import { strings } from '../../words/index.ts';
import { ActionButton } from './action-button.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { FailedList } from './failed-list.tsx';
import { DriftList } from './drift-list.tsx';
import { RestoreCard } from './restore-card.tsx';
import { ShareChart } from './share-chart.tsx';
import { SectionTitle } from './section-title.tsx';
import { useSurface } from './use-surface.ts';
import { WritingStatus } from './writing-status.tsx';

interface RefreshedScreenProps {
  summary: RefreshSummary;
  writing: Writing;
  /** Ids that are missing in the same table; null when none are known of. */
  offer: Reading | null;
  onRestore: () => void;
  onLater: () => void;
  /** Where a failed payment is shown in the sheet. */
  columnIndex: number;
  busy: Busy | null;
  onRefresh: () => void;
  onLeave: () => void;
  onJump: (cell: CellPosition) => void;
}

/** What changed since the sheet was last told, the failures first. */
export function RefreshedScreen(props: RefreshedScreenProps) {
  const { summary, writing, busy } = props;
  const surface = useSurface();
  const unread = summary.notRead.length > 0 ? [strings.refresh.notReadTitle(summary.notRead.length)] : [];
  const news = [...unread, ...headlineOf(summary)];
  return (
    <Screen
      asks
      actions={
        <>
          <ActionButton label={strings.result.leave} disabled={busy !== null} onClick={props.onLeave} />
          <ActionButton
            primary
            asks
            label={strings.refresh.again}
            disabled={busy !== null}
            working={busy === 'refreshing'}
            onClick={props.onRefresh}
          />
        </>
      }
    >
      <ScreenHeading
        title={news.length === 0 ? strings.refresh.noChange : strings.refresh.changes(news)}
        about={summary}
      >
        {strings.refresh.checked(summary.checkedAt, summary.rowCount)}
      </ScreenHeading>
      <WritingStatus
        writing={writing}
        label={strings.refresh.writing}
        isAboutResults={false}
        onJump={props.onJump}
      />
      {props.offer !== null && (
        <RestoreCard
          reading={props.offer}
          disabled={busy !== null}
          onRestore={props.onRestore}
          onLater={props.onLater}
        />
      )}
      {noticesOf(summary).map((notice) => (
        <NoticeBar key={notice.title} notice={notice} />
      ))}
      {summary.failed.length > 0 && (
        <FailedList failed={summary.failed} columnIndex={props.columnIndex} onJump={props.onJump} />
      )}
      {summary.drift.length > 0 && <DriftList drift={summary.drift} onJump={props.onJump} />}
      {summary.statuses.length > 0 && (
        <section className={surface.card} aria-label={strings.refresh.statuses}>
          <SectionTitle>{strings.refresh.statuses}</SectionTitle>
          <ShareChart
            label={strings.refresh.statuses}
            shares={statusShares(summary.statuses, summary.changes)}
          />
          {summary.distributionChanges.length > 0 && (
            <Text size={200} className={surface.breakable}>
              {strings.refresh.changes(summary.distributionChanges.map(distributionText))}
            </Text>
          )}
        </section>
      )}
    </Screen>
  );
}

function noticesOf(summary: RefreshSummary): Notice[] {
  const { refresh } = strings;
  const notices: Notice[] = [];
  const cancelled = summary.distributionChanges.find(({ status }) => status === 'cancelled');
  if (cancelled !== undefined) {
    const [title, text] = [refresh.cancelledTitle(cancelled.count), refresh.cancelledText(cancelled.count)];
    notices.push({ intent: 'warning', title, text });
  }
  if (summary.notRead.length > 0) {
    notices.push({
      intent: 'error',
      title: refresh.notReadTitle(summary.notRead.length),
      text: summary.notRead.map(aboutItsId).join(' '),
    });
  }
  if (summary.warnings.length > 0 || summary.notOnSheet > 0) {
    const missing = summary.notOnSheet > 0 ? [refresh.notOnSheet(summary.notOnSheet)] : [];
    notices.push({
      intent: 'warning',
      title: refresh.warningsTitle,
      text: [...summary.warnings, ...missing].join(' '),
    });
  }
  return notices;
}

/** Most sentences name the id themselves. */
function aboutItsId({ distributionId, message }: RefreshSummary['notRead'][number]): string {
  return message.includes(distributionId) ? message : strings.named(distributionId, message);
}
