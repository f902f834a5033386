import type { CommandAction, StartedCommand } from '../../contract/commands';
import type { Snapshot } from '../../contract/snapshot';

/** The named actions of the agent. */
export type RequestedAction =
  | CommandAction
  | 'show-call'
  | 'watch-conference'
  | 'retry-connection'
  | 'change-preference'
  | 'dismiss-command'
  | 'dismiss-missed-call'
  | 'show-window'
  | 'show-call-bar'
  | 'start-demo'
  | 'leave-demo'
  | 'quit';

/** The target of a request. */
export interface RequestSubject {
  readonly action: RequestedAction;
  readonly callId?: string | undefined;
  readonly participantId?: string | undefined;
  /** Distinguishes it from others of the same kind, such as the number to add. */
  readonly subject?: string | undefined;
  /** Whether it may be sent again while it is under way: pressing 5 twice sends two tones. */
  readonly isRepeatable?: boolean;
}

/** A sent request whose command, if it started one, is not in a snapshot yet. */
export interface PendingRequest {
  readonly about: RequestSubject;
  /** Absent until the main process has answered. */
  readonly started?: StartedCommand;
}

interface Shown {
  readonly pending: readonly PendingRequest[];
  readonly snapshot: Snapshot | undefined;
}

/**
 * Whether an action is under way, started by this window or elsewhere (tray, shortcut, command
 * line). Fields missing in `wanted` match anything: without a subject, adding anybody to the call
 * matches.
 */
export function isUnderWay({ pending, snapshot }: Shown, wanted: RequestSubject): boolean {
  if (wanted.isRepeatable === true) {
    return false;
  }
  const sent = snapshot?.commands.filter(({ outcome }) => outcome === 'sent') ?? [];
  return [...pending.map(({ about }) => about), ...sent].some((about) => isAbout(about, wanted));
}

function isAbout(about: RequestSubject, wanted: RequestSubject): boolean {
  return (
    about.action === wanted.action &&
    [
      [about.callId, wanted.callId],
      [about.participantId, wanted.participantId],
      [about.subject, wanted.subject],
    ].every(([has, wants]) => wants === undefined || has === wants)
  );
}

/**
 * The requests that are still pending after this snapshot, which shows the commands of all others.
 */
export function withoutShown(
  pending: readonly PendingRequest[],
  snapshot: Snapshot | undefined,
): readonly PendingRequest[] {
  const revision = snapshot?.revision ?? -1;
  const rest = pending.filter(
    ({ started }) => started === undefined || started.revision > revision,
  );
  return rest.length < pending.length ? rest : pending;
}
