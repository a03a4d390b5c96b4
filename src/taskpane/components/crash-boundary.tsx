import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { strings } from '../strings.ts';

/** A bug while drawing stops the pane; this says so, because a blank pane would say nothing. */
export class CrashBoundary extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{strings.crash.title}</MessageBarTitle> {strings.crash.text}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => window.location.reload()}>{strings.crash.reload}</Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
}
