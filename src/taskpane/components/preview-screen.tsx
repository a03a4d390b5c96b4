import { MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Outcome, Session } from '../../contract/index.ts';
import type { CellPosition, PlannedDistribution, SubmissionPlan } from '../../domain/index.ts';
import type { Busy, Reading, Repeat } from '../state.ts';
import { limitNotes } from '../limit-notes.ts';
import { oversight } from '../oversight-strings.ts';
import { strings } from '../strings.ts';
import { isNew, replacedIds, submissionOf, type Submission } from '../submission.ts';
import { ActionButton } from './action-button.tsx';
import { AlikeNote } from './alike-note.tsx';
import { DistributionCard } from './distribution-card.tsx';
import { EarlierNote } from './earlier-note.tsx';
import { LimitNote } from './limit-note.tsx';
import type { Resolving } from './resolve-unknown.tsx';
import { ReplacedNote } from './replaced-note.tsx';
import { RestoreCard } from './restore-card.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { SectionTitle } from './section-title.tsx';
import { TotalsCard } from './totals-card.tsx';

interface PreviewScreenProps {
  reading: Reading;
  plan: SubmissionPlan;
  session: Session;
  busy: Busy | null;
  resolving: Resolving;
  onRepeat: (distribution: PlannedDistribution, repeat: Repeat | null) => void;
  onStageBeside: (distribution: PlannedDistribution, entryId: string | null) => void;
  onBack: () => void;
  onContinue: () => void;
  onWriteIds: () => void;
  onRestore: () => void;
  onRefresh: () => void;
  onJump: (cell: CellPosition) => void;
}

/** Exactly what will be sent, what will not and why, before anything is. */
export function PreviewScreen(props: PreviewScreenProps) {
  const { reading, plan, busy, onJump } = props;
  const submission = useMemo(() => submissionOf(plan, reading), [plan, reading]);
  const nothingToSend = submission.toSend.length === 0;
  return (
    <Screen actions={<PreviewActions {...props} submission={submission} />}>
      <ScreenHeading
        title={nothingToSend ? strings.preview.nothing : strings.preview.title(submission.toSend.length)}
      >
        {nothingToSend ? nothingText(submission) : undefined}
      </ScreenHeading>
      {!nothingToSend && blockedBy(props.session, submission) !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{blockedBy(props.session, submission)}</MessageBarBody>
        </MessageBar>
      )}
      {!nothingToSend && <TotalsCard totals={submission.totals} distributions={submission.toSend} />}
      {!nothingToSend && reading.recall.length > 0 && (
        <RestoreCard reading={reading} disabled={busy !== null} onRestore={props.onRestore} />
      )}
      {submission.all.map(({ distribution, earlier, alike }) => (
        <DistributionCard
          key={distribution.key}
          group={distribution}
          reading={reading}
          note={
            <>
              {isReplacement(distribution, earlier) && (
                <ReplacedNote
                  distribution={distribution}
                  repeat={reading.repeats[distribution.key] ?? null}
                  disabled={busy !== null}
                  onRepeat={props.onRepeat}
                />
              )}
              {earlier !== null &&
                (!isReplacement(distribution, earlier) || earlier.outcome === 'returned') && (
                  <EarlierNote
                    distribution={distribution}
                    outcome={earlier}
                    repeat={reading.repeats[distribution.key] ?? null}
                    disabled={busy !== null}
                    resolving={props.resolving}
                    onRepeat={props.onRepeat}
                  />
                )}
              {alike !== null && isNew(earlier) && !isReplacement(distribution, earlier) && (
                <AlikeNote
                  distribution={distribution}
                  alike={alike}
                  isOther={reading.others[distribution.key] === alike.entryId}
                  disabled={busy !== null}
                  onOther={(it, isOther) => props.onStageBeside(it, isOther ? alike.entryId : null)}
                />
              )}
              {submission.toSend.includes(distribution) && (
                <LimitNote limits={props.session.limits} distribution={distribution} />
              )}
            </>
          }
          onJump={onJump}
        />
      ))}
      {plan.alreadyStaged.length > 0 && (
        <>
          <div>
            <SectionTitle>{strings.preview.alreadyTitle(plan.alreadyStaged.length)}</SectionTitle>
            <Text block size={200}>
              {strings.preview.alreadyText}
            </Text>
          </div>
          {plan.alreadyStaged.map((group) => (
            <DistributionCard key={group.key} group={group} reading={reading} note={null} onJump={onJump} />
          ))}
        </>
      )}
      {busy === 'refreshing' && <div role="status">{strings.source.refreshing}</div>}
    </Screen>
  );
}

/** Why this user cannot stage it, told before the control total is typed; null when nothing is in the way. */
function blockedBy({ roles, limits }: Session, { toSend }: Submission): string | null {
  if (!roles.includes('preparer')) return oversight.noPreparer;
  return toSend.some((distribution) => limitNotes(limits, distribution).length > 0)
    ? oversight.limits.beyond
    : null;
}

function isReplacement(distribution: PlannedDistribution, earlier: Outcome | null): boolean {
  return replacedIds(distribution).length > 0 && isNew(earlier);
}

/** Rows of a cancelled distribution bear its ids already. */
function lacksIds({ distribution }: Submission['acceptedBefore'][number]): boolean {
  return distribution.rows.some(({ replaced }) => replaced === undefined);
}

function nothingText({ acceptedBefore, held }: Submission): string {
  if (held.length > 0) return strings.preview.nothingButHeld(held.length);
  return acceptedBefore.some(lacksIds)
    ? strings.preview.nothingButIds(acceptedBefore.filter(lacksIds).length)
    : strings.preview.nothingText;
}

function PreviewActions(props: PreviewScreenProps & { submission: Submission }) {
  const { submission, plan, busy } = props;
  const isBusy = busy !== null;
  const hasIds = plan.alreadyStaged.length > 0;
  const refresh = (primary: boolean) => (
    <ActionButton
      label={strings.source.refresh}
      primary={primary}
      disabled={isBusy}
      working={busy === 'refreshing'}
      onClick={props.onRefresh}
    />
  );
  const back = <ActionButton label={strings.preview.back} disabled={isBusy} onClick={props.onBack} />;
  if (submission.toSend.length > 0) {
    return (
      <>
        {back}
        {hasIds && refresh(false)}
        <ActionButton
          primary
          label={strings.preview.continue}
          disabled={isBusy || blockedBy(props.session, submission) !== null}
          onClick={props.onContinue}
        />
      </>
    );
  }
  const missing = submission.acceptedBefore.filter(lacksIds);
  if (missing.length > 0) {
    return (
      <>
        {back}
        <ActionButton
          primary
          label={strings.preview.writeIds(missing.length)}
          disabled={isBusy}
          onClick={props.onWriteIds}
        />
      </>
    );
  }
  return (
    <>
      {back}
      {refresh(true)}
    </>
  );
}
