import type { CallAction, ParticipantAction } from '../call-model';
import type { CallOperation } from '../call-operations';

/** What the agent can do to a call. Some actions need a dialog or a panel first. */
export type CallActionId =
  | Exclude<
      CallAction,
      | 'send-tones'
      | 'add-participant'
      | 'consult-conference'
      | 'consult-transfer'
      | 'attach-data'
      | 'update-data'
      | 'delete-data'
    >
  | 'add'
  | 'keypad'
  | 'add-data'
  | 'recording'
  | 'show-call';

/**
 * Something that the agent can do now, or that is shown although it is not allowed now. Every button, menu,
 * shortcut and the palette shows it with these words and in this state.
 */
export interface Action<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** The name in the label, if there is one. It is remote text, so it has to be isolated. */
  readonly name?: string;
  /** What distinguishes it from another with the same label; the names in it are isolated. */
  readonly detail?: string;
  /** Why it is not allowed now. */
  readonly reason?: string | undefined;
  /** It was requested, and its outcome is not known yet. */
  readonly isBusy: boolean;
}

/** An action on a call. Its target is fixed: the call that it was listed for. */
export interface CallActionView extends Action<CallActionId> {
  readonly callId: string;
  /** The other call, if the action is about two. */
  readonly otherCallId?: string;
  /** Who or what it is about, in words, for the message if it is refused. */
  readonly target: string;
  /** What the main process is asked to do, if no dialog comes first. */
  readonly operation?: CallOperation;
  /** The agent confirms it in a dialog first. */
  readonly isConfirmed?: boolean;
}

/** An action on somebody in a call. */
export interface ParticipantActionView extends Action<ParticipantAction> {
  readonly callId: string;
  readonly participantId: string;
  readonly target: string;
  readonly operation?: CallOperation;
  readonly isConfirmed?: boolean;
}
