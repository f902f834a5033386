import type { Command, CommandAction } from '../../contract/commands';
import { WRAP_UP_KEYS } from '../../contract/wrap-up-limits';
import type { JournalEntry, Simulator } from '../../simulator/simulator';
import { twilioSignatureOf, twilioSignaturesOf } from './twilio-signatures';
import type { World } from './world';

type Fields = Readonly<Record<string, unknown>>;

/** Identifies the effect of a request: the vendor's name of the operation, its address, and its subject. */
export type Signature = readonly [operation: string, target: string, subject: string];

const GENESYS: Partial<Record<CommandAction, string>> = {
  answer: 'Answer',
  reject: 'Reject',
  mute: 'MuteCall',
  unmute: 'UnmuteCall',
  hold: 'Hold',
  retrieve: 'Retrieve',
  'hang-up': 'Hangup',
  clear: 'ClearCall',
  'send-tones': 'SendDtmf',
  'add-participant': 'SingleStepConference',
  transfer: 'SingleStepTransfer',
  'consult-conference': 'InitiateConference',
  'consult-transfer': 'InitiateTransfer',
  'complete-conference': 'CompleteConference',
  'complete-transfer': 'CompleteTransfer',
  swap: 'SwapCalls',
  'attach-data': 'AttachUserData',
  'attach-wrap-up': 'AttachUserData',
  'update-data': 'UpdateUserData',
  'delete-data': 'DeleteUserDataPair',
  'delete-all-data': 'DeleteUserData',
  'start-recording': 'StartCallRecording',
  'pause-recording': 'PauseCallRecording',
  'resume-recording': 'ResumeCallRecording',
  'stop-recording': 'StopCallRecording',
  'remove-participant': 'RemoveParticipantFromConference',
};

const TALKSPACE: Partial<Record<CommandAction, string>> = {
  'close-talkspace': 'close',
  'add-participant': 'add',
  'remove-participant': 'hangup',
  'mute-participant': 'mute',
  'unmute-participant': 'unmute',
  'move-participant': 'move',
};

/** The fields that an update of a conference or member sets. */
const SETTINGS: Partial<Record<CommandAction, string>> = {
  mute: 'mute=true',
  unmute: 'mute=false',
  hold: 'hold=true',
  retrieve: 'hold=false',
  'complete-room': 'state=completed',
  'mute-participant': 'mute=true',
  'unmute-participant': 'mute=false',
  'hold-participant': 'hold=true',
  'retrieve-participant': 'hold=false',
  'remove-participant': 'state=completed',
};

/**
 * Describes requests that changed something without an action of the agent, or more often than requested.
 */
export function findRepeats({ simulator, commands }: World): string[] {
  const counts = new Map<string, number>();
  function count(signature: Signature, by: number): void {
    const key = signature.join(' ');
    counts.set(key, (counts.get(key) ?? 0) + by);
  }
  for (const command of commands) {
    if (command.outcome !== 'sent') continue;
    for (const signature of signaturesOf(command, simulator)) count(signature, -1);
  }
  for (const entry of simulator.requests()) {
    if (!isRefresh(entry)) count(signatureOf(entry), 1);
  }
  return [...counts].flatMap(([key, more]) => (more > 0 ? [`${key}: ${more} too many`] : []));
}

/** The requests that a command may have sent, each once. */
function signaturesOf(command: Command, { twilioProfile }: Simulator): Signature[] {
  const { action, callId = '', subject = '' } = command;
  if (callId.startsWith('twilio:')) return twilioSignaturesOf(command, referenceOf(command));
  switch (action) {
    case 'dial':
      return [['Dial', 'calls', subject]];
    case 'start-talkspace':
      return [['create', 'conference', '']];
    case 'create-conference':
      // The subject is the line.
      return subject === 'twilio'
        ? [['CreateParticipant', 'Participants', twilioProfile.agentNumber]]
        : [['create conference', 'conferences', '']];
    case 'delete-call':
      // The match rule of the profile uses the id of the call.
      return [['DeleteCall', 'api', referenceOf(command)]];
    case 'keep-recording':
    case 'unkeep-recording':
      return [['KeepCall', 'api', subject]];
    default:
      return signaturesOnLine(command);
  }
}

function signaturesOnLine(command: Command): Signature[] {
  const { action, callId = '', participantId, subject = '', target } = command;
  const [line] = callId.split(':');
  const reference = referenceOf(command);
  switch (line) {
    case 'genesys': {
      const hasTarget = participantId !== undefined || action === 'send-tones';
      const isSwap = action === 'swap';
      const isNote = action === 'attach-wrap-up';
      const about = hasTarget ? target : isSwap ? '' : isNote ? WRAP_UP_KEYS.note : subject;
      return [[GENESYS[action] ?? '', reference, about]];
    }
    case 'talkspace': {
      const person = participantId ?? '';
      const place = participantId === undefined ? reference : person;
      return [[TALKSPACE[action] ?? '', place, action === 'add-participant' ? subject : '']];
    }
    default:
      return conferenceSignaturesOf(command, reference);
  }
}

function conferenceSignaturesOf(command: Command, reference: string): Signature[] {
  const { action, participantId, subject = '' } = command;
  switch (action) {
    case 'add-participant':
      return [
        ['create calls', 'calls', subject],
        ['add member', 'members', ''],
        // A call that could not be added to the conference is ended.
        ['update calls', 'calls', 'state=completed'],
      ];
    case 'play':
    case 'stop-playing':
      return [['conference audio', 'audio', '']];
    case 'play-participant':
    case 'stop-playing-participant':
      return [['member audio', 'audio', '']];
    default:
      return participantId === undefined
        ? [['update conference', reference, SETTINGS[action] ?? '']]
        : [['update member', participantId, SETTINGS[action] ?? '']];
  }
}

/** The vendor's id of the call. */
function referenceOf({ callId = '' }: Command): string {
  return callId.slice(callId.indexOf(':') + 1);
}

function isRefresh({ vendor, method, operation }: JournalEntry): boolean {
  if (method === 'GET') return true;
  if (vendor === 'genesys') return operation.includes('/meta/');
  if (vendor === 'telesocial') return operation === 'media-status';
  return vendor === 'verba' && operation === 'RequestToken';
}

function signatureOf(entry: JournalEntry): Signature {
  if (entry.vendor === 'twilio') return twilioSignatureOf(entry);
  const last = decodeURIComponent(entry.path.split('/').at(-1) ?? '');
  const target = entry.operation === 'update calls' ? 'calls' : last;
  const subject = subjectOf(entry);
  // A note is attached, or replaces the existing one.
  const isNote = subject === WRAP_UP_KEYS.note;
  return [isNote ? 'AttachUserData' : entry.operation, target, subject];
}

function subjectOf({ vendor, operation, body, query }: JournalEntry): string {
  const fields = toFields(body);
  switch (vendor) {
    case 'genesys': {
      const { phoneNumber } = toFields(fields.destination);
      const [key] = Object.keys(toFields(fields.userData));
      const { participant, digits } = fields;
      return firstText(phoneNumber, participant, digits, fields.key, key);
    }
    case 'telesocial':
      return operation === 'add' ? firstText(fields.networkid) : '';
    case 'bandwidth': {
      const isUpdate = operation.startsWith('update ');
      const settings = Object.entries(fields).map(([name, value]) => `${name}=${String(value)}`);
      return isUpdate ? settings.join(' ') : firstText(fields.to);
    }
    case 'verba':
      return firstText(query.callID, query.nativeID);
    case 'twilio':
      return '';
  }
}

function firstText(...values: readonly unknown[]): string {
  return values.find((value): value is string => typeof value === 'string') ?? '';
}

function toFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
