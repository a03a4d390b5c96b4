import type { Session } from '../../contract/index.ts';
import type { DeskActions } from '../controller.ts';
import { saveFile } from '../save-file.ts';
import { oversight } from '../../words/index.ts';
import type { SideView } from '../side-view.ts';
import type { Busy, PlaceName } from '../state.ts';
import { ApprovalsScreen } from './approvals-screen.tsx';
import { HistoryScreen } from './history-screen.tsx';
import { SealedRegistrationScreen } from './registrations/sealed-registration-screen.tsx';
import { ReceiptScreen } from './receipt-screen.tsx';
import { SealedScreen } from './sealed-screen.tsx';

interface SideScreenProps {
  side: SideView;
  /** Where the list leads back to. */
  place: PlaceName;
  session: Session;
  busy: Busy | null;
  actions: DeskActions;
}

/** The screen beside the payouts, its buttons bound to the actions. */
export function SideScreen({ side, place, session, busy, actions }: SideScreenProps) {
  switch (side.view) {
    case 'approvals':
      return (
        <ApprovalsScreen
          view={side}
          place={place}
          busy={busy}
          onLook={(entryId) => void actions.openSealed(entryId)}
          onRefresh={() => void actions.openApprovals()}
          onLeave={actions.leaveSide}
        />
      );
    case 'sealed':
      return (
        <SealedScreen
          key={side.entry.entryId}
          entry={side.entry}
          session={session}
          busy={busy}
          onApprove={() => void actions.approve(side.entry)}
          onReturn={(reason) => void actions.returnEntry(side.entry, reason)}
          onLeave={actions.leaveSide}
        />
      );
    case 'sealed-registration':
      return (
        <SealedRegistrationScreen
          key={side.entry.entryId}
          entry={side.entry}
          session={session}
          busy={busy}
          onApprove={() => void actions.approveRegistration(side.entry)}
          onReturn={(reason) => void actions.returnEntry(side.entry, reason)}
          onLeave={actions.leaveSide}
        />
      );
    case 'history':
      return (
        <HistoryScreen
          view={side}
          place={place}
          busy={busy}
          onShow={(filter, scope) => void actions.openHistory(filter, scope)}
          onReceipt={(id) => void actions.openReceipt(id)}
          onMore={() => void actions.moreHistory()}
          onExport={() =>
            void actions.exportHistory((csv) => saveFile(oversight.history.file, 'text/csv', csv))
          }
          onLeave={actions.leaveSide}
        />
      );
    case 'receipt':
      return <ReceiptScreen staged={side.staged} busy={busy} onLeave={actions.leaveSide} />;
  }
}
