import type { Command, CommandAction } from '../../contract/commands';
import type { AppError } from '../../contract/errors';
import type { Outcome } from '../../contract/outcome';
import type { RefreshScope, StoreState } from './store';

/** What a command does, and how its completion is recognized. */
export interface Plan {
  readonly action: CommandAction;
  readonly callId?: string;
  readonly participantId?: string;
  /** What else distinguishes it from others of its kind. */
  readonly subject?: string;
  /** Who or what it is about, in words. */
  readonly target: string;
  /** Why it cannot be done now, if it cannot; nothing is sent then. */
  readonly refusal?: AppError;
  /** True when the state shows that it was done. Without it the vendor's answer alone decides. */
  readonly isCompleted?: (state: StoreState) => boolean;
  /** True when the state shows that it can no longer be done. */
  readonly isObsolete?: (state: StoreState) => boolean;
  /** Sends the one request. */
  readonly send: () => Promise<Outcome<Command['deletion'] | null>>;
  /** Polls the vendor's state again. */
  readonly refresh: () => void;
  /** The fetch that shows for certain whether it was done, if any. */
  readonly refreshScope?: RefreshScope;
  /** Finds out the outcome if no refresh of a line shows it; undefined if that is not possible. */
  readonly findOut?: () => Promise<Outcome<Command['deletion'] | null> | undefined>;
  /** Its answer can come after the state showed it as done, and say that it failed in the end. */
  readonly canFailLater?: boolean;
  /** Whether the window must report a success, because nothing else shows it. */
  readonly showsSuccess?: boolean;
}
