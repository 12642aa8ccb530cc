import { Component, type ReactNode } from 'react';
import { ErrorState } from './error-state';

type Props = { readonly children: ReactNode };
type State = { readonly failed: boolean };

/** Keeps a fault in one view from taking the rest of the window with it: what stands around it stays, and the view can be tried again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <ErrorState code="INTERNAL" onRetry={() => this.setState({ failed: false })} />;
  }
}
