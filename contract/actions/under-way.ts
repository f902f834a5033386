import type { CallOperation } from '../call-operations';
import { subjectOf } from '../subject-of';
import type { Command } from '../commands';
import type { RecordingOperation } from '../recording';
import type { Snapshot } from '../snapshot';

type Commands = Pick<Snapshot, 'commands'>;

/** Whether this operation was sent, from the window, the tray or a shortcut, and has no outcome yet. */
export function isOperationUnderWay(snapshot: Commands, operation: CallOperation): boolean {
  // Pressing 5 twice sends two tones, so a tone that is under way does not block the next.
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

/** Like `isOperationUnderWay`, for any recording of a call. */
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
