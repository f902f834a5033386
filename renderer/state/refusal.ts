import type { AppError } from '../../contract/errors';
import type { AskedAction } from './pending';
import type { WindowRequest } from './requests';

/** A request that the main process declined, in what the agent needs to read about it. */
export interface Refusal {
  readonly key: string;
  readonly request: WindowRequest;
  readonly action: AskedAction;
  /** Who or what it was about, in words; empty if the action says it all. */
  readonly target: string;
  readonly error: AppError;
}
