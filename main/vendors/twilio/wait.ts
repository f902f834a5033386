import type { Clock } from '../../time/clock';
import { createDelay } from '../shared/backoff';

/** Resolves after so many ms, or at once when everything stops or has stopped. */
export type Wait = (milliseconds: number) => Promise<unknown>;

export function createWait(clock: Clock, stopping: AbortSignal): Wait {
  return (milliseconds) => createDelay(clock, stopping).wait(milliseconds);
}
