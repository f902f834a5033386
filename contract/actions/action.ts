import type { CallAction, ParticipantAction } from '../call-model';
import type { CallOperation } from '../call-operations';

/** What the agent can do to a call; some of it needs a dialog or a part of the window first. */
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
 * Something that the agent can do at this moment, or that is offered although it is not allowed now.
 * Every button, menu, shortcut and list of commands shows it by these words, and in no other state.
 */
export interface Action<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** The name in the label, where there is one; it comes from outside and is to be isolated. */
  readonly name?: string;
  /** What distinguishes it from another with the same label; the names in it are isolated. */
  readonly detail?: string;
  /** Why it is not allowed now. */
  readonly reason?: string | undefined;
  /** It has been asked for, and what became of it is not known yet. */
  readonly isBusy: boolean;
}

/** An action on a call. Its target is fixed: the call that it was listed for. */
export interface CallActionView extends Action<CallActionId> {
  readonly callId: string;
  /** The other call, where the action is about two. */
  readonly otherCallId?: string;
  /** Who or what it is about, in words, for the message if it is refused. */
  readonly target: string;
  /** What choosing it asks of the main process, where nothing else has to be known first. */
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
