import { PlugDisconnectedRegular } from '@fluentui/react-icons';
import { Component, type ReactNode } from 'react';
import { strings } from '../../words/index.ts';
import { ActionButton } from './action-button.tsx';
import { Screen } from './screen.tsx';
import { StateMessage } from './state-message.tsx';
import { ReportContext, useReport } from './use-report.tsx';

/** A bug while drawing stops the pane; this says so, because a blank pane would say nothing. */
export class CrashBoundary extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  static override contextType = ReportContext;
  declare context: React.ContextType<typeof ReportContext>;
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override componentDidCatch(error: unknown) {
    this.context.note(error);
  }

  override render() {
    return this.state.hasCrashed ? <CrashScreen /> : this.props.children;
  }
}

function CrashScreen() {
  const { button, told } = useReport();
  return (
    <Screen
      actions={
        <ActionButton
          primary
          label={strings.crash.reload}
          disabled={false}
          onClick={() => window.location.reload()}
        />
      }
    >
      <div role="alert">
        <StateMessage
          icon={<PlugDisconnectedRegular />}
          title={strings.crash.title}
          text={strings.crash.text}
        />
      </div>
      <div>{button}</div>
      {told}
    </Screen>
  );
}
