import type { Session } from '../../contract/index.ts';
import type { SubmissionPlan } from '../../domain/index.ts';
import type { DeskActions } from '../controller.ts';
import type { PaneState, Reading } from '../state.ts';
import { strings } from '../../words/index.ts';
import {
  ChooseScreen,
  ConfirmScreen,
  PayoutCheckScreen,
  PreviewScreen,
  ProgressScreen,
  RefreshedScreen,
  ResultScreen,
} from './on-demand.tsx';
import type { Resolving } from './resolve-unknown.tsx';
import { SourceScreen } from './source-screen.tsx';

interface PhaseScreenProps {
  state: PaneState;
  session: Session;
  actions: DeskActions;
}

/** The screen of the current phase, its buttons bound to the actions. */
export function PhaseScreen({ state, session, actions }: PhaseScreenProps) {
  const { phase, busy, marking, offer } = state;
  switch (phase.step) {
    case 'source':
      return (
        <SourceScreen
          session={session}
          busy={busy}
          offer={offer}
          onRestore={() => void actions.restore()}
          onLater={actions.leaveOffer}
          nearby={state.nearby}
          onCheck={() => void actions.check()}
          onCheckTable={(candidate) => void actions.chooseTable(candidate)}
          onChooseTable={() => void actions.listTables()}
          onRefresh={() => void actions.refresh()}
          waitingCount={state.waitingCount}
          onApprovals={() => void actions.openApprovals()}
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
        <PayoutCheckScreen
          reading={phase.reading}
          warningsSeen={phase.warningsSeen}
          busy={busy}
          marking={marking}
          actions={actions}
        />
      );
    case 'preview':
      return (
        <PreviewScreen
          reading={phase.reading}
          plan={planOf(phase.reading)}
          session={session}
          busy={busy}
          onBack={() => actions.go('checked')}
          onContinue={() => actions.go('confirm')}
          resolving={resolvingOf(actions)}
          onRepeat={actions.repeat}
          onStageBeside={actions.stageBeside}
          onRestore={() => void actions.restore()}
          onWriteKnown={() => void actions.stage()}
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
          session={session}
          busy={busy}
          onType={actions.typeControlTotal}
          onTake={(total) => void actions.takeControlTotal(total)}
          onBack={() => actions.go('preview')}
          onStage={() => void actions.stage()}
        />
      );
    case 'progress':
      return <ProgressScreen run={phase.run} words={strings.progress} onCancel={actions.cancel} />;
    case 'result':
      return (
        <ResultScreen
          results={phase.results}
          writing={phase.writing}
          busy={busy}
          resolving={resolvingOf(actions)}
          onWrite={() => void actions.write()}
          onJump={(cell) => void actions.jumpTo(cell)}
          onWriteSheet={() => void actions.writeSheet()}
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
          offer={offer}
          onRestore={() => void actions.restore()}
          onLater={actions.leaveOffer}
          columnIndex={phase.news.reference.columnIndex}
          busy={busy}
          onRefresh={() => void actions.refresh()}
          onLeave={() => actions.go('source')}
          onJump={(cell) => void actions.jumpTo(cell)}
        />
      );
  }
}

function resolvingOf(actions: DeskActions): Resolving {
  return {
    onLink: (distribution, outcome, id) => void actions.link(distribution, outcome, id),
    onDeclare: (distribution, outcome, reason) =>
      void actions.declareNeverCreated(distribution, outcome, reason),
  };
}

/** The state machine leads to the preview and beyond only with a plan. */
function planOf(reading: Reading): SubmissionPlan {
  if (reading.check.plan === null) throw new Error('There is no plan while problems block.');
  return reading.check.plan;
}
