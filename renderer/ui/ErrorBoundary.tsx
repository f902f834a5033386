import { Component, type ReactNode } from 'react';
import { en } from '../../contract/locale/en';
import { Button } from './Button';
import { classNames } from './class-names';
import styles from './ErrorBoundary.module.css';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** When this changes, the failed part is rendered again. */
  readonly retryOn?: string | undefined;
  /** Called before the part is rendered again at the agent's request. */
  readonly onRetry?: () => void;
  /** Whether the message is shown over the window, for a part that has no place in the layout. */
  readonly isFloating?: boolean;
}

interface ErrorBoundaryState {
  readonly hasFailed: boolean;
}

/**
 * Limits an error to one part of the window: React removes everything up to the nearest error boundary. A
 * message with a button to render the part again replaces it.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override readonly state: ErrorBoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { hasFailed: true };
  }

  override componentDidUpdate({ retryOn }: ErrorBoundaryProps): void {
    if (this.state.hasFailed && retryOn !== this.props.retryOn) this.retry();
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div
        role="alert"
        className={classNames(styles.failed, this.props.isFloating === true && styles.isFloating)}
      >
        <p>{en.window.partFailed}</p>
        <Button
          onPress={() => {
            this.props.onRetry?.();
            this.retry();
          }}
        >
          {en.window.tryAgain}
        </Button>
      </div>
    );
  }

  private retry(): void {
    this.setState({ hasFailed: false });
  }
}
