import { Link, mergeClasses, Text } from '@fluentui/react-components';
import type { CellPosition } from '../../domain/index.ts';
import type { FailedPayment, RefreshSummary } from '../refresh-summary.ts';
import type { Busy, Notice, Reading, Writing } from '../state.ts';
import { statusShares } from '../shares.ts';
import { strings } from '../strings.ts';
import { ActionButton } from './action-button.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { DriftList } from './drift-list.tsx';
import { RestoreCard } from './restore-card.tsx';
import { ShareChart } from './share-chart.tsx';
import { SectionTitle } from './section-title.tsx';
import { useSurface } from './use-surface.ts';
import { VirtualList } from './virtual-list.tsx';
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
  const changes = summary.changes.map(({ status, count }) => strings.refresh.became(count, status));
  return (
    <Screen
      actions={
        <>
          <ActionButton label={strings.result.leave} disabled={busy !== null} onClick={props.onLeave} />
          <ActionButton
            primary
            label={strings.refresh.again}
            disabled={busy !== null}
            working={busy === 'refreshing'}
            onClick={props.onRefresh}
          />
        </>
      }
    >
      <ScreenHeading
        title={changes.length === 0 ? strings.refresh.noChange : strings.refresh.changes(changes)}
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
      {summary.failed.length > 0 && <FailedList {...props} failed={summary.failed} />}
      {summary.drift.length > 0 && <DriftList drift={summary.drift} onJump={props.onJump} />}
      {summary.statuses.length > 0 && (
        <section className={surface.card} aria-label={strings.refresh.statuses}>
          <SectionTitle>{strings.refresh.statuses}</SectionTitle>
          <ShareChart
            label={strings.refresh.statuses}
            shares={statusShares(summary.statuses, summary.changes)}
            mode="fraction"
          />
        </section>
      )}
    </Screen>
  );
}

function FailedList({
  failed,
  columnIndex,
  onJump,
}: Pick<RefreshedScreenProps, 'columnIndex' | 'onJump'> & { failed: readonly FailedPayment[] }) {
  const surface = useSurface();
  return (
    <section className={surface.card} aria-label={strings.refresh.failedTitle(failed.length)}>
      <SectionTitle>{strings.refresh.failedTitle(failed.length)}</SectionTitle>
      <Text size={200}>{strings.refresh.failedText}</Text>
      <VirtualList
        items={failed}
        label={strings.refresh.failedTitle(failed.length)}
        estimatedHeightPx={44}
        keyOf={({ paymentId }) => paymentId}
        renderItem={({ payee, paymentId, rowIndex }) => (
          <div>
            <Link
              as="button"
              className={mergeClasses(surface.breakable)}
              onClick={() => onJump({ rowIndex, columnIndex })}
            >
              {strings.refresh.row(rowIndex + 1, payee)}
            </Link>
            <div className={surface.id}>{paymentId}</div>
          </div>
        )}
      />
    </section>
  );
}

function noticesOf(summary: RefreshSummary): Notice[] {
  const { refresh } = strings;
  const notices: Notice[] = [];
  if (summary.notFound.length > 0) {
    notices.push({
      intent: 'error',
      title: refresh.notFoundTitle(summary.notFound.length),
      text: summary.notFound.map(({ distributionId, message }) => `${distributionId}: ${message}`).join(' '),
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
