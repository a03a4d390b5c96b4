import { useMemo } from 'react';
import type { DeskActions } from '../controller.ts';
import { payoutFormView } from '../form-view.ts';
import type { Busy, Reading } from '../state.ts';
import { amountsOf, strings } from '../../words/index.ts';
import { submissionOf } from '../submission.ts';
import { checkingOf } from './bind-actions.ts';
import { CheckedScreen } from './checked-screen.tsx';
import { elsewhereOfPayouts } from '../elsewhere.ts';
import { ElsewhereNote } from './elsewhere-note.tsx';
import { FractionsCard } from './fractions-card.tsx';
import { RestoreCard } from './restore-card.tsx';
import { TieOutCard } from './tie-out-card.tsx';

/** The check of payouts: the shared screen, with what only payouts have. */
export function PayoutCheckScreen(props: {
  reading: Reading;
  warningsSeen: boolean;
  busy: Busy | null;
  marking: boolean;
  actions: DeskActions;
}) {
  const { reading, busy, actions } = props;
  const elsewhere = elsewhereOfPayouts(reading);
  const tieOut = (
    <TieOutCard
      tieOut={reading.tieOut}
      disabled={busy !== null}
      onTake={() => void actions.takeTieOut()}
      onClear={() => void actions.clearTieOut()}
    />
  );
  // Where it is what blocks, it comes first.
  const isUnreadable = reading.tieOut?.amountCents === null;
  return (
    <CheckedScreen
      {...props}
      {...checkingOf(actions, actions)}
      form={payoutFormView}
      continueLabel={useMemo(() => labelOf(reading), [reading])}
      words={{ problemsText: strings.problems.text, rowCount: strings.table.rowCount }}
      before={
        <>
          {elsewhere !== null && (
            <ElsewhereNote
              what={elsewhere}
              disabled={busy !== null}
              onChangeOver={() => void actions.changeOver()}
            />
          )}
          {reading.recall.length > 0 && (
            <RestoreCard
              reading={reading}
              disabled={busy !== null}
              onRestore={() => void actions.restore()}
            />
          )}
          {isUnreadable && tieOut}
        </>
      }
      after={<FractionsCard reading={reading} />}
      end={!isUnreadable && tieOut}
    />
  );
}

/** What the preview will show, as far as anything is to be staged. */
function labelOf(reading: Reading): string {
  const { plan } = reading.check;
  if (plan === null) return strings.problems.continue;
  const { toSend, totals } = submissionOf(plan, reading);
  if (toSend.length === 0) return strings.problems.continue;
  return strings.problems.continueWith(strings.preview.distributions(toSend.length, amountsOf(totals)));
}
