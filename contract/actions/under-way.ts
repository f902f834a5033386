import type { CallOperation } from '../call-operations';
import { subjectOf } from '../subject-of';
import type { Command } from '../commands';
import type { RecordingOperation } from '../recording';
import type { Snapshot } from '../snapshot';

type Commands = Pick<Snapshot, 'commands'>;

/** Whether this operation has been sent, from the window, the tray or a shortcut, and is not decided yet. */
export function isOperationUnderWay(snapshot: Commands, operation: CallOperation): boolean {
  // Two presses of 5 are two tones: one that is under way holds none back.
  if (operation.kind === 'send-tones') {
    return false;
  }
  const participantId = 'participantId' in operation ? operation.participantId : undefined;
  const subject = subjectOf(operation);
  return snapshot.commands.some(
    (command) =>
      isSent(command, operation.kind, operation.callId) &&
      command.participantId === participantId &&
      (subject === undefined || command.subject === subject),
  );
}

/** As `isOperationUnderWay`, for the recording of a call, whichever of its recordings is meant. */
export function isRecordingOperationUnderWay(
  snapshot: Commands,
  operation: RecordingOperation,
  callId: string,
): boolean {
  return snapshot.commands.some((command) => isSent(command, operation, callId));
}

function isSent(command: Command, action: Command['action'], callId: string): boolean {
  return command.outcome === 'sent' && command.action === action && command.callId === callId;
}
