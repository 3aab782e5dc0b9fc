/** A page that breaks leaves the rest of the panel standing. */
import { Component, type ReactNode } from 'react';
import { ErrorState } from '../common/ErrorState.tsx';

type Props = { readonly children: ReactNode };

export class Boundary extends Component<Props, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError = (error: unknown) => ({ error });

  override render() {
    return this.state.error === null ? this.props.children : <ErrorState error={this.state.error} retry={() => this.setState({ error: null })} />;
  }
}
