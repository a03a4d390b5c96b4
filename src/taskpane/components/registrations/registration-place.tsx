import type { Session } from '../../../contract/index.ts';
import type { RegistrationPlan } from '../../../domain/index.ts';
import type { DeskActions } from '../../controller.ts';
import type { RegistrationActions } from '../../registrations/actions.ts';
import type { RegistrationReading } from '../../registrations/phase.ts';
import { registering } from '../../../words/index.ts';
import type { PaneState } from '../../state.ts';
import { ChooseScreen } from '../choose-screen.tsx';
import { ProgressScreen } from '../progress-screen.tsx';
import { RegistrationCheckScreen } from './registration-check-screen.tsx';
import { RegistrationConfirmScreen } from './registration-confirm-screen.tsx';
import { RegistrationPreviewScreen } from './registration-preview-screen.tsx';
import { RegistrationResultScreen } from './registration-result-screen.tsx';
import { RegistrationSourceScreen } from './registration-source-screen.tsx';

interface RegistrationPlaceProps {
  state: PaneState;
  session: Session;
  actions: RegistrationActions;
  shared: Pick<DeskActions, 'mark' | 'openSettings' | 'changeOver'>;
}

/** The screen of the place's phase, its buttons bound to the actions. */
export function RegistrationPlace({ state, session, actions, shared }: RegistrationPlaceProps) {
  const { busy, marking, unwritten } = state;
  const { phase } = state.registrations;
  switch (phase.step) {
    case 'source':
      return (
        <RegistrationSourceScreen
          session={session}
          busy={busy}
          unwritten={unwritten}
          nearby={state.nearby}
          onCheck={() => void actions.check()}
          onCheckTable={(candidate) => void actions.chooseTable(candidate)}
          onChooseTable={() => void actions.listTables()}
          onFinish={() => void actions.finishWriting()}
          onLeaveUnwritten={actions.leaveUnwritten}
        />
      );
    case 'choose':
      return (
        <ChooseScreen
          candidates={phase.candidates}
          busy={busy}
          onChoose={(candidate) => void actions.chooseTable(candidate)}
          onBack={actions.leaveChoice}
        />
      );
    case 'checked':
      return (
        <RegistrationCheckScreen {...phase} busy={busy} marking={marking} actions={actions} shared={shared} />
      );
    case 'preview':
      return (
        <RegistrationPreviewScreen
          reading={phase.reading}
          plan={planOf(phase.reading)}
          session={session}
          busy={busy}
          onBack={() => actions.go('checked')}
          onContinue={() => actions.go('confirm')}
          onWriteIds={() => void actions.send()}
          onLeave={() => actions.go('source')}
          onLink={(item, entryId, id) => void actions.linkItem(item, entryId, id)}
          onJump={(cell) => void actions.jumpTo(cell)}
        />
      );
    case 'confirm':
      return (
        <RegistrationConfirmScreen
          reading={phase.reading}
          plan={planOf(phase.reading)}
          ticked={phase.ticked}
          session={session}
          busy={busy}
          onTick={actions.tick}
          onBack={() => actions.go('preview')}
          onRegister={() => void actions.send()}
        />
      );
    case 'progress':
      return <ProgressScreen run={phase.run} words={registering.progress} onCancel={actions.cancel} />;
    case 'result':
      return (
        <RegistrationResultScreen
          results={phase.results}
          writing={phase.writing}
          session={session}
          busy={busy}
          actions={actions}
        />
      );
    case 'refreshed':
      throw new Error('Registrations have no statuses to refresh.');
  }
}

/** The state machine leads to the preview and beyond only with a plan. */
function planOf(reading: RegistrationReading): RegistrationPlan {
  if (reading.check.plan === null) throw new Error('There is no plan while problems block.');
  return reading.check.plan;
}
