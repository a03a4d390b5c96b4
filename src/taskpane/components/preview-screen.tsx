import { useMemo } from 'react';
import type { Session } from '../../contract/index.ts';
import type { CellPosition, PlannedDistribution, SubmissionPlan } from '../../domain/index.ts';
import type { Busy, Reading, Repeat } from '../state.ts';
import { amountsOf, strings } from '../../words/index.ts';
import { addTotals, submissionOf, type Submission } from '../submission.ts';
import { whyNotStage } from '../why-not.ts';
import { ActionButton } from './action-button.tsx';
import { PreviewCards } from './preview-cards.tsx';
import type { Resolving } from './resolve-unknown.tsx';
import { RestoreCard } from './restore-card.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
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
  /** Sends nothing: writes what is known, and follows what waits for approval. */
  onWriteKnown: () => void;
  onRestore: () => void;
  onRefresh: () => void;
  onJump: (cell: CellPosition) => void;
}

/** Exactly what will be sent, what will not and why, before anything is. */
export function PreviewScreen(props: PreviewScreenProps) {
  const { reading, plan, busy } = props;
  const submission = useMemo(() => submissionOf(plan, reading), [plan, reading]);
  const nothingToSend = submission.toSend.length === 0;
  const beside = textsBeside(submission);
  const why = nothingToSend ? null : whyNotStage(props.session, submission.toSend);
  return (
    <Screen
      why={why}
      asks={mainOf(submission) === 'refresh'}
      actions={<PreviewActions {...props} submission={submission} isOpen={why === null} />}
    >
      <ScreenHeading
        title={nothingToSend ? strings.preview.nothing : strings.preview.title(submission.toSend.length)}
      >
        {nothingToSend ? nothingText(submission) : beside.length > 0 ? beside.join(' ') : undefined}
      </ScreenHeading>
      {!nothingToSend && (
        <TotalsCard
          totals={submission.totals}
          distributions={submission.toSend}
          knowsNew={reading.newPayees !== null}
        />
      )}
      {!nothingToSend && reading.recall.length > 0 && (
        <RestoreCard reading={reading} disabled={busy !== null} onRestore={props.onRestore} />
      )}
      <PreviewCards {...props} submission={submission} isBusy={busy !== null} />
      {busy === 'refreshing' && <div>{strings.source.refreshing}</div>}
    </Screen>
  );
}

/** Rows of a cancelled distribution bear its ids already. */
function lacksIds({ distribution }: Submission['acceptedBefore'][number]): boolean {
  return distribution.rows.some(({ replaced }) => replaced === undefined);
}

/** What the main button does. Whatever it is, what waits for approval is followed along with it, but for a refresh. */
function mainOf({
  toSend,
  acceptedBefore,
  waiting,
}: Submission): 'stage' | 'writeIds' | 'follow' | 'refresh' {
  if (toSend.length > 0) return 'stage';
  if (acceptedBefore.some(lacksIds)) return 'writeIds';
  return waiting.length > 0 ? 'follow' : 'refresh';
}

function nothingText(submission: Submission): string {
  const { held } = submission;
  const missing = submission.acceptedBefore.filter(lacksIds).length;
  const texts = [
    ...(held.length > 0 ? [strings.preview.nothingButHeld(held.length)] : []),
    ...textsBeside(submission),
    ...(held.length === 0 && missing > 0 ? [strings.preview.nothingButIds(missing)] : []),
  ];
  return texts.length === 0 ? strings.preview.nothingText : texts.join(' ');
}

/** What is not sent by this step, whatever the main button does, and in no figure of it. */
function textsBeside({ waiting, otherMode }: Submission): string[] {
  const { preview } = strings;
  const amounts = amountsOf(addTotals(waiting.map(({ totals }) => totals)));
  return [
    ...(waiting.length > 0 ? [preview.waiting(waiting.length, amounts)] : []),
    ...(otherMode.length > 0 ? [preview.otherMode(otherMode.length)] : []),
  ];
}

interface PreviewActionsProps extends PreviewScreenProps {
  submission: Submission;
  /** Nothing is known to be in the way of what is to be sent. */
  isOpen: boolean;
}

function PreviewActions(props: PreviewActionsProps) {
  const { submission, plan, busy } = props;
  const isBusy = busy !== null;
  const hasIds = plan.alreadyStaged.length > 0;
  const main = mainOf(submission);
  const refresh = (primary: boolean) => (
    <ActionButton
      label={strings.source.refresh}
      primary={primary}
      asks
      disabled={isBusy}
      working={busy === 'refreshing'}
      onClick={props.onRefresh}
    />
  );
  return (
    <>
      <ActionButton label={strings.preview.back} disabled={isBusy} onClick={props.onBack} />
      {hasIds && (main === 'stage' || main === 'follow') && refresh(false)}
      {main === 'stage' && (
        <ActionButton
          primary
          label={strings.preview.continue(submission.toSend.length, amountsOf(submission.totals))}
          disabled={isBusy || !props.isOpen}
          onClick={props.onContinue}
        />
      )}
      {main === 'writeIds' && (
        <ActionButton
          primary
          label={strings.preview.writeIds(submission.acceptedBefore.filter(lacksIds).length)}
          disabled={isBusy}
          onClick={props.onWriteKnown}
        />
      )}
      {main === 'follow' && (
        <ActionButton
          primary
          label={strings.preview.follow(submission.waiting.length)}
          disabled={isBusy}
          onClick={props.onWriteKnown}
        />
      )}
      {main === 'refresh' && refresh(true)}
    </>
  );
}
