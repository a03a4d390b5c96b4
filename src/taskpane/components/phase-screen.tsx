import type { Session } from '../../contract/index.ts';
import type { SubmissionPlan } from '../../domain/index.ts';
import type { DeskActions } from '../controller.ts';
import type { PaneState, Reading } from '../state.ts';
import { CheckedScreen } from './checked-screen.tsx';
import { ConfirmScreen } from './confirm-screen.tsx';
import { PreviewScreen } from './preview-screen.tsx';
import { ProgressScreen } from './progress-screen.tsx';
import { RefreshedScreen } from './refreshed-screen.tsx';
import { ResultScreen } from './result-screen.tsx';
import { SourceScreen } from './source-screen.tsx';

interface PhaseScreenProps {
  state: PaneState;
  session: Session;
  actions: DeskActions;
}

/** The screen of the current phase, its buttons bound to the actions. */
export function PhaseScreen({ state: { phase, busy }, session, actions }: PhaseScreenProps) {
  switch (phase.step) {
    case 'source':
      return (
        <SourceScreen
          busy={busy}
          onCheck={() => void actions.check()}
          onRefresh={() => void actions.refresh()}
        />
      );
    case 'checked':
      return (
        <CheckedScreen
          reading={phase.reading}
          warningsSeen={phase.warningsSeen}
          busy={busy}
          onMap={(field, column) => void actions.mapField(field, column)}
          onJump={(cell) => void actions.jumpTo(cell)}
          onWarningsSeen={actions.seeWarnings}
          onCheckAgain={() => void actions.checkAgain()}
          onContinue={() => actions.go('preview')}
          onLeave={() => actions.go('source')}
        />
      );
    case 'preview':
      return (
        <PreviewScreen
          reading={phase.reading}
          plan={planOf(phase.reading)}
          busy={busy}
          onBack={() => actions.go('checked')}
          onContinue={() => actions.go('confirm')}
          onWriteIds={() => void actions.stage()}
          onRefresh={() => void actions.refresh()}
          onJump={(cell) => void actions.jumpTo(cell)}
        />
      );
    case 'confirm':
      return (
        <ConfirmScreen
          reading={phase.reading}
          plan={planOf(phase.reading)}
          typed={phase.typed}
          mode={session.mode}
          busy={busy}
          onType={actions.typeControlTotal}
          onTake={(total) => void actions.takeControlTotal(total)}
          onBack={() => actions.go('preview')}
          onStage={() => void actions.stage()}
        />
      );
    case 'progress':
      return <ProgressScreen run={phase.run} onCancel={actions.cancel} />;
    case 'result':
      return (
        <ResultScreen
          results={phase.results}
          writing={phase.writing}
          busy={busy}
          onWrite={() => void actions.write()}
          onRefresh={() => void actions.refresh()}
          onCheckAgain={() => void actions.checkAgain()}
          onLeave={() => actions.go('source')}
          onOpen={(url) => void actions.open(url)}
        />
      );
    case 'refreshed':
      return (
        <RefreshedScreen
          summary={phase.summary}
          writing={phase.writing}
          columnIndex={phase.news.reference.columnIndex}
          busy={busy}
          onRefresh={() => void actions.refresh()}
          onLeave={() => actions.go('source')}
          onJump={(cell) => void actions.jumpTo(cell)}
        />
      );
  }
}

/** The state machine leads to the preview and beyond only with a plan. */
function planOf(reading: Reading): SubmissionPlan {
  if (reading.check.plan === null) throw new Error('There is no plan while problems block.');
  return reading.check.plan;
}
