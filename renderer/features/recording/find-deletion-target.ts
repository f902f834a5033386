import type { LookUp } from './use-look-up';

/** Which recording would be deleted; without an id it is the one that the match rule names. */
export interface DeletionTarget {
  readonly recordingId?: string | undefined;
}

/**
 * `undefined` while nothing can be deleted. A failed look-up does not rule deleting out; of several
 * recordings none is meant before the agent has chosen one.
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
