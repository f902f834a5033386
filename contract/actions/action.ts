import type { CallAction, ParticipantAction } from '../call-model';
import type { CallOperation } from '../call-operations';

/** An action on a call. Some actions open a dialog or a panel first. */
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
 * An action that is allowed now, or shown as disabled. Buttons, menus, shortcuts and the palette
 * all show it with the same label and state.
 */
export interface Action<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** The name in the label, if there is one. It is remote text, so it must be isolated. */
  readonly name?: string;
  /** Distinguishes it from other actions with the same label. Names in it are isolated. */
  readonly detail?: string;
  /** Why it is not allowed now. */
  readonly reason?: string | undefined;
  /** Whether it is under way: requested, and without an outcome yet. */
  readonly isBusy: boolean;
}

/** An action on a call. Its target is fixed when it is listed. */
export interface CallActionView extends Action<CallActionId> {
  readonly callId: string;
  /** The other call, if the action is about two. */
  readonly otherCallId?: string;
  /** The person or thing that it concerns, for the message if it is refused. */
  readonly target: string;
  /** The request to the main process, if no dialog comes first. */
  readonly operation?: CallOperation;
  /** Whether the agent must confirm it in a dialog. */
  readonly isConfirmed?: boolean;
}

/** An action on a participant. */
export interface ParticipantActionView extends Action<ParticipantAction> {
  readonly callId: string;
  readonly participantId: string;
  readonly target: string;
  readonly operation?: CallOperation;
  readonly isConfirmed?: boolean;
}
