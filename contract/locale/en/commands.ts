import type { CommandAction } from '../../commands';

/**
 * The name of an action, the text for when it failed, and the text for when its outcome is not
 * known.
 */
export interface CommandText {
  readonly name: string;
  readonly unchanged: string;
  readonly notKnown: string;
  /** Shown when it is done, if nothing else shows it. */
  readonly done?: string;
  /** Like `done`, if the target is known. */
  readonly doneAbout?: string;
}

/** `{target}` is the person or thing that the action concerns. */
export const commands: Record<CommandAction, CommandText> = {
  answer: {
    name: 'Answer',
    unchanged: 'The call is unchanged.',
    notKnown: 'It is not known whether the call was answered',
  },
  reject: {
    name: 'Reject',
    unchanged: 'The call is unchanged.',
    notKnown: 'It is not known whether the call was rejected',
  },
  mute: {
    name: 'Mute',
    unchanged: 'The call is unchanged.',
    notKnown: 'It is not known whether the call was muted',
  },
  unmute: {
    name: 'Unmute',
    unchanged: 'The call is unchanged.',
    notKnown: 'It is not known whether the call was unmuted',
  },
  hold: {
    name: 'Hold',
    unchanged: 'The call is unchanged.',
    notKnown: 'It is not known whether the call was put on hold',
  },
  retrieve: {
    name: 'Resume',
    unchanged: 'The call is unchanged.',
    notKnown: 'It is not known whether the call was resumed',
  },
  'hang-up': {
    name: 'Hang up',
    unchanged: 'The call is unchanged.',
    notKnown: 'It is not known whether the call was hung up',
  },
  clear: {
    name: 'End for all',
    unchanged: 'The call is unchanged.',
    notKnown: 'It is not known whether the call was ended for all',
  },
  'complete-conference': {
    name: 'Merge calls',
    unchanged: 'The calls are unchanged.',
    notKnown: 'It is not known whether the calls were merged',
  },
  'complete-transfer': {
    name: 'Complete transfer',
    unchanged: 'The calls are unchanged.',
    notKnown: 'It is not known whether the call was transferred',
    done: 'Call transferred',
    doneAbout: 'Transferred to {target}',
  },
  'delete-all-data': {
    name: 'Delete all data',
    unchanged: 'The call’s data is unchanged.',
    notKnown: 'It is not known whether the call’s data was deleted',
  },
  'attach-wrap-up': {
    name: 'Attach note and outcome',
    unchanged: 'The call’s data is unchanged.',
    notKnown: 'It is not known whether the note and the outcome were attached',
  },
  'start-recording': {
    name: 'Start recording',
    unchanged: 'Recording is unchanged.',
    notKnown: 'It is not known whether recording was started',
  },
  'pause-recording': {
    name: 'Pause recording',
    unchanged: 'Recording is unchanged.',
    notKnown: 'It is not known whether recording was paused',
  },
  'resume-recording': {
    name: 'Resume recording',
    unchanged: 'Recording is unchanged.',
    notKnown: 'It is not known whether recording was resumed',
  },
  'stop-recording': {
    name: 'Stop recording',
    unchanged: 'Recording is unchanged.',
    notKnown: 'It is not known whether recording was stopped',
  },
  'stop-playing': {
    name: 'Stop playing',
    unchanged: 'Playback is unchanged.',
    notKnown: 'It is not known whether playback was stopped',
    done: 'Playback stopped',
    doneAbout: 'For {target}',
  },
  'complete-room': {
    name: 'End conference',
    unchanged: 'The conference continues.',
    notKnown: 'It is not known whether the conference was ended',
  },
  'close-talkspace': {
    name: 'Close TalkSpace',
    unchanged: 'The TalkSpace is unchanged.',
    notKnown: 'It is not known whether the TalkSpace was closed',
    done: 'TalkSpace closed',
    doneAbout: 'Disconnected: {target}',
  },
  'send-tones': {
    name: 'Send tones {target}',
    unchanged: 'No tones were sent.',
    notKnown: 'It is not known whether the tones were sent',
  },
  'add-participant': {
    name: 'Add {target}',
    unchanged: 'Nobody was added.',
    notKnown: 'It is not known whether {target} was called',
  },
  transfer: {
    name: 'Transfer to {target}',
    unchanged: 'The call was not transferred.',
    notKnown: 'It is not known whether the call was transferred to {target}',
    done: 'Call transferred',
    doneAbout: 'Transferred to {target}',
  },
  'consult-conference': {
    name: 'Consult {target} before adding',
    unchanged: 'Nobody was called.',
    notKnown: 'It is not known whether {target} was called',
  },
  'consult-transfer': {
    name: 'Consult {target} before transferring',
    unchanged: 'Nobody was called.',
    notKnown: 'It is not known whether {target} was called',
  },
  swap: {
    name: 'Swap',
    unchanged: 'The calls are unchanged.',
    notKnown: 'It is not known whether the calls were swapped',
  },
  'attach-data': {
    name: 'Add data {target}',
    unchanged: 'The call’s data is unchanged.',
    notKnown: 'It is not known whether “{target}” was added',
  },
  'update-data': {
    name: 'Change data {target}',
    unchanged: 'The call’s data is unchanged.',
    notKnown: 'It is not known whether “{target}” was changed',
  },
  'delete-data': {
    name: 'Delete data {target}',
    unchanged: 'The call’s data is unchanged.',
    notKnown: 'It is not known whether “{target}” was deleted',
  },
  play: {
    name: 'Play',
    unchanged: 'Nothing was played.',
    notKnown: 'It is not known whether the audio was played',
    done: 'Playing',
    doneAbout: 'To {target}',
  },
  'remove-participant': {
    name: 'Remove {target}',
    unchanged: 'The call is unchanged.',
    notKnown: 'It is not known whether {target} was removed',
  },
  'mute-participant': {
    name: 'Mute {target}',
    unchanged: 'The call is unchanged.',
    notKnown: 'It is not known whether {target} was muted',
  },
  'unmute-participant': {
    name: 'Unmute {target}',
    unchanged: 'The call is unchanged.',
    notKnown: 'It is not known whether {target} was unmuted',
  },
  'hold-participant': {
    name: 'Hold {target}',
    unchanged: 'The call is unchanged.',
    notKnown: 'It is not known whether {target} was put on hold',
  },
  'retrieve-participant': {
    name: 'Resume {target}',
    unchanged: 'The call is unchanged.',
    notKnown: 'It is not known whether {target} was taken off hold',
  },
  'stop-playing-participant': {
    name: 'Stop playing to {target}',
    unchanged: 'Playback is unchanged.',
    notKnown: 'It is not known whether playback was stopped',
    done: 'Playback stopped',
    doneAbout: 'For {target}',
  },
  'play-participant': {
    name: 'Play to {target}',
    unchanged: 'Nothing was played.',
    notKnown: 'It is not known whether the audio was played to {target}',
    done: 'Playing',
    doneAbout: 'To {target}',
  },
  'move-participant': {
    name: 'Move {target}',
    unchanged: 'The call is unchanged.',
    notKnown: 'It is not known whether {target} was moved',
  },
  dial: {
    name: 'Dial {target}',
    unchanged: 'Nobody was called.',
    notKnown: 'It is not known whether {target} was called',
  },
  'start-talkspace': {
    name: 'Start TalkSpace',
    unchanged: 'No TalkSpace was started, and the call is unchanged.',
    notKnown: 'It is not known whether the TalkSpace was started',
  },
  'create-conference': {
    name: 'New conference',
    unchanged: 'No conference was created.',
    notKnown: 'It is not known whether the conference was created',
  },
  'delete-call': {
    name: 'Delete call',
    unchanged: 'The call and its recording are unchanged.',
    notKnown: 'It is not known whether the recording was deleted',
  },
  'keep-recording': {
    name: 'Keep recording',
    unchanged: 'The call and its recording are unchanged.',
    notKnown: 'It is not known whether the recording was kept',
    done: 'The recording is kept',
  },
  'unkeep-recording': {
    name: 'Stop keeping recording',
    unchanged: 'The call and its recording are unchanged.',
    notKnown: 'It is not known whether the recording is still kept',
    done: 'The recording is no longer kept',
  },
  'pause-recorder': {
    name: 'Pause recorder',
    unchanged: 'The call and its recording are unchanged.',
    notKnown: 'It is not known whether the recorder was paused',
    done: 'Recorder paused',
  },
  'resume-recorder': {
    name: 'Resume recorder',
    unchanged: 'The call and its recording are unchanged.',
    notKnown: 'It is not known whether the recorder was resumed',
    done: 'Recorder resumed',
  },
};
