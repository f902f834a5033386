import type { CommandAction, StartedCommand } from '../../contract/commands';
import type { Snapshot } from '../../contract/snapshot';

/** What the agent asked for, by the name that its texts have. */
export type AskedAction =
  | CommandAction
  | 'show-call'
  | 'watch-conference'
  | 'retry-connection'
  | 'change-preference'
  | 'dismiss-command'
  | 'dismiss-missed-call'
  | 'show-view'
  | 'start-demo'
  | 'leave-demo'
  | 'quit';

/** What a request is about. */
export interface RequestSubject {
  readonly action: AskedAction;
  readonly callId?: string | undefined;
  readonly participantId?: string | undefined;
  /** What else distinguishes it from others of its kind, such as the number that is added. */
  readonly subject?: string | undefined;
  /** It may be sent again while it is under way: pressing 5 twice sends two tones. */
  readonly isRepeatable?: boolean;
}

/** A request that was sent and whose command, if it began one, no snapshot has shown yet. */
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
 * Whether something is under way, begun by this window or elsewhere (tray, shortcut, another start of
 * the app). What `wanted` leaves out may be anything: without a subject, adding anybody to the call.
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

/** The requests that are still pending with this snapshot: it shows the command of all others. */
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
