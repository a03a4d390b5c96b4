import type { DeskActions } from '../controller.ts';
import { payoutFormView } from '../form-view.ts';
import type { Busy, Reading } from '../state.ts';
import { strings } from '../strings.ts';
import { checkingOf } from './bind-actions.ts';
import { CheckedScreen } from './checked-screen.tsx';
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
  return (
    <CheckedScreen
      {...props}
      {...checkingOf(actions, actions)}
      form={payoutFormView}
      words={{ problemsText: strings.problems.text, rowCount: strings.table.rowCount }}
      before={
        reading.recall.length > 0 && (
          <RestoreCard reading={reading} disabled={busy !== null} onRestore={() => void actions.restore()} />
        )
      }
      after={<FractionsCard reading={reading} />}
      end={
        <TieOutCard
          tieOut={reading.tieOut}
          disabled={busy !== null}
          onTake={() => void actions.takeTieOut()}
          onClear={() => void actions.clearTieOut()}
        />
      }
    />
  );
}
