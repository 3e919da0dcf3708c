import { Component, type ReactNode } from 'react';
import { Failed } from '../states.tsx';

/** Keeps a page that breaks from taking the frame with it. Another address starts afresh: its key is the path. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Failed /> : this.props.children;
  }
}
