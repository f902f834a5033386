import type { Command, CommandAction } from '../../contract/commands';
import type { AppError } from '../../contract/errors';
import type { Outcome } from '../../contract/outcome';
import type { RefreshScope, StoreState } from './store';

/** A command's request, and how its completion is recognized. */
export interface Plan {
  readonly action: CommandAction;
  readonly callId?: string;
  readonly participantId?: string;
  /** Distinguishes it from other commands of its kind. */
  readonly subject?: string;
  /** Who or what it is about, in words. */
  readonly target: string;
  /** The reason why it cannot be done now, if any; nothing is sent then. */
  readonly refusal?: AppError;
  /** Whether the state shows that it was done. If absent, only the vendor's answer decides. */
  readonly isCompleted?: (state: StoreState) => boolean;
  /** Whether the state shows that it can no longer be done. */
  readonly isObsolete?: (state: StoreState) => boolean;
  /** Sends the one request. */
  readonly send: () => Promise<Outcome<Command['deletion'] | null>>;
  /** Fetches the vendor's state again. */
  readonly refresh: () => void;
  /** The fetch that shows for certain whether it was done, if any. */
  readonly refreshScope?: RefreshScope;
  /** Finds out the outcome if no refresh of a line shows it; undefined if that is not possible. */
  readonly findOut?: () => Promise<Outcome<Command['deletion'] | null> | undefined>;
  /** Whether its answer can arrive after the state showed it as done, and report a failure. */
  readonly canFailLater?: boolean;
  /** Whether the window must report a success, because nothing else shows it. */
  readonly showsSuccess?: boolean;
}
