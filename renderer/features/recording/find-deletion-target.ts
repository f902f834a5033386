import type { LookUp } from './use-look-up';

/** The recording to delete. Without an id, it is the one that the match rule identifies. */
export interface DeletionTarget {
  readonly recordingId?: string | undefined;
}

/**
 * `undefined` while nothing can be deleted. Deleting is possible after a failed lookup. If there
 * are several recordings, the agent must choose one first.
 */
export function findDeletionTarget(
  lookUp: LookUp,
  chosenId: string | undefined,
): DeletionTarget | undefined {
  if (lookUp === undefined) {
    return undefined;
  }
  if (!lookUp.ok) {
    return lookUp.error.code === 'ambiguous' ? undefined : {};
  }
  const [only, ...others] = lookUp.value;
  if (others.length === 0) {
    return { recordingId: only?.recordingId };
  }
  return chosenId === undefined ? undefined : { recordingId: chosenId };
}
