import type { AppError } from '../../contract/errors';
import type { RequestedAction } from './pending';
import type { WindowRequest } from './requests';

/** A request that the main process or the window itself declined, with the information for its message. */
export interface Refusal {
  readonly key: string;
  readonly request: WindowRequest;
  readonly action: RequestedAction;
  /** The person or thing that it concerned; empty if the action says it all. */
  readonly target: string;
  readonly error: AppError;
}
