import { Component, type ReactNode } from 'react';
import { en } from '../../contract/locale/en';
import { Button } from './Button';
import { classNames } from './class-names';
import styles from './ErrorBoundary.module.css';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** When this changes, what failed is drawn again. */
  readonly retryOn?: string | undefined;
  /** Called before it is drawn again because the agent asks for it. */
  readonly onRetry?: () => void;
  /** The message lies over the window, because what failed has no place in it. */
  readonly isFloating?: boolean;
}

interface ErrorBoundaryState {
  readonly hasFailed: boolean;
}

/**
 * Keeps an error in one part of the window from taking the rest away: React removes everything up to the
 * nearest guard. The part is replaced by a message with a button that draws it again.
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
