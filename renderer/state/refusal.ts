import type { CommandAction } from '../../contract/commands';
import type { AppError } from '../../contract/errors';
import type { WindowRequest } from './requests';

/** What the agent asked for, by the name that its texts have. */
export type AskedAction =
  | CommandAction
  | 'show-call'
  | 'watch-conference'
  | 'retry-connection'
  | 'change-preference'
  | 'dismiss-command'
  | 'quit';

/** A request that the main process declined, in what the agent needs to read about it. */
export interface Refusal {
  readonly key: string;
  readonly request: WindowRequest;
  readonly action: AskedAction;
  /** Whom or what it was about, in words; empty if the action says it all. */
  readonly target: string;
  readonly error: AppError;
}
