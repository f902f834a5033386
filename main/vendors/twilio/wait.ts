import type { Clock } from '../../time/clock';
import { createDelay } from '../shared/backoff';

/** Resolves after this many ms, or immediately once everything is being stopped. */
export type Wait = (milliseconds: number) => Promise<unknown>;

export function createWait(clock: Clock, stopping: AbortSignal): Wait {
  return (milliseconds) => createDelay(clock, stopping).wait(milliseconds);
}
