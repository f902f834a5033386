import type { Bridge } from '../../contract/bridge';
import type { Line } from '../../contract/call-model';
import type { CallOperation } from '../../contract/call-operations';
import { subjectOf } from '../../contract/subject-of';
import type { StartedCommand } from '../../contract/commands';
import type { PreferenceChange } from '../../contract/preferences';
import type { RecordingOperation } from '../../contract/recording';
import type { Result } from '../../contract/result';
import type { Vendor } from '../../contract/vendors';
import type { RequestSubject } from './pending';

/** A request to the main process, created by one of the functions below. */
export interface WindowRequest extends RequestSubject {
  readonly sendBy: (bridge: Bridge) => Promise<Result<StartedCommand | null>>;
}

export function performOperation(operation: CallOperation): WindowRequest {
  return {
    action: operation.kind,
    callId: operation.callId,
    participantId: 'participantId' in operation ? operation.participantId : undefined,
    subject: subjectOf(operation),
    isRepeatable: operation.kind === 'send-tones',
    sendBy: (bridge) => bridge.performOperation(operation),
  };
}

export function dial(address: string): WindowRequest {
  return { action: 'dial', subject: address, sendBy: (bridge) => bridge.dial({ address }) };
}

export function startTalkSpace(
  line: Line,
  media: { readonly greetingId?: string; readonly recordingId?: string } = {},
): WindowRequest {
  return {
    action: 'start-talkspace',
    subject: line,
    sendBy: (bridge) => bridge.startTalkSpace({ line, ...media }),
  };
}

/** `from` is the hosting number, if one is needed. */
export function createConference(line: Line, from?: string): WindowRequest {
  return {
    action: 'create-conference',
    subject: line,
    sendBy: (bridge) => bridge.createConference({ line, ...(from !== undefined && { from }) }),
  };
}

export function watchConference(line: Line, conferenceId: string): WindowRequest {
  return {
    action: 'watch-conference',
    subject: `${line} ${conferenceId}`,
    sendBy: (bridge) => bridge.watchConference({ line, conferenceId }),
  };
}

/** `recordingId` is from a lookup. Without it, the match rule of the profile decides. */
export function performOnRecording(
  callId: string,
  operation: RecordingOperation,
  recordingId?: string,
): WindowRequest {
  return {
    action: operation,
    callId,
    subject: recordingId,
    sendBy: (bridge) =>
      bridge.performOnRecording({
        callId,
        operation,
        ...(recordingId !== undefined && { recordingId }),
      }),
  };
}

export function showCall(callId: string): WindowRequest {
  return { action: 'show-call', callId, sendBy: (bridge) => bridge.showCall({ callId }) };
}

export function retryConnection(vendor: Vendor): WindowRequest {
  return {
    action: 'retry-connection',
    subject: vendor,
    sendBy: (bridge) => bridge.retryConnection({ vendor }),
  };
}

export function changePreference(change: PreferenceChange): WindowRequest {
  return {
    action: 'change-preference',
    subject: Object.keys(change).join(),
    sendBy: (bridge) => bridge.changePreference(change),
  };
}

export function dismissCommand(commandId: string): WindowRequest {
  return {
    action: 'dismiss-command',
    subject: commandId,
    sendBy: (bridge) => bridge.dismissCommand({ commandId }),
  };
}

export function dismissMissedCall(callId: string): WindowRequest {
  return {
    action: 'dismiss-missed-call',
    callId,
    sendBy: (bridge) => bridge.dismissMissedCall({ callId }),
  };
}

/** Shows the window, or the call bar instead. */
export function showView(view: 'window' | 'call-bar'): WindowRequest {
  const action = view === 'window' ? 'show-window' : 'show-call-bar';
  return { action, sendBy: (bridge) => bridge.showView({ view }) };
}

export function startDemo(): WindowRequest {
  return { action: 'start-demo', sendBy: (bridge) => bridge.startDemo() };
}

export function leaveDemo(): WindowRequest {
  return { action: 'leave-demo', sendBy: (bridge) => bridge.leaveDemo() };
}

/** During a call the main process asks the window for confirmation first. */
export function quit(isConfirmed: boolean): WindowRequest {
  return { action: 'quit', sendBy: (bridge) => bridge.quit({ isConfirmed }) };
}

/** Whether Retry may send it again, because it changes nothing at a service. */
export function canRepeat({ action }: WindowRequest): boolean {
  return action === 'retry-connection' || action === 'show-call' || action === 'watch-conference';
}
