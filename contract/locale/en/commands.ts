import type { CommandAction } from '../../commands';

/** What an action is called, what did not happen when it failed, and what is open when nobody knows. */
export interface CommandText {
  readonly name: string;
  readonly unchanged: string;
  readonly notKnown: string;
  /** Said when it is done, where that shows nowhere else. */
  readonly done?: string;
  /** As `done`, when it is known whom or what it was about. */
  readonly doneAbout?: string;
}

/** `{target}` is whom or what it is about. */
export const commands: Record<CommandAction, CommandText> = {
  answer: {
    name: 'Answer',
    unchanged: 'Nothing was changed on the call.',
    notKnown: 'It is not known whether the call was answered',
  },
  reject: {
    name: 'Reject',
    unchanged: 'Nothing was changed on the call.',
    notKnown: 'It is not known whether the call was rejected',
  },
  mute: {
    name: 'Mute',
    unchanged: 'Nothing was changed on the call.',
    notKnown: 'It is not known whether the call was muted',
  },
  unmute: {
    name: 'Unmute',
    unchanged: 'Nothing was changed on the call.',
    notKnown: 'It is not known whether the call was unmuted',
  },
  hold: {
    name: 'Hold',
    unchanged: 'Nothing was changed on the call.',
    notKnown: 'It is not known whether the call was put on hold',
  },
  retrieve: {
    name: 'Retrieve',
    unchanged: 'Nothing was changed on the call.',
    notKnown: 'It is not known whether the call was retrieved',
  },
  'hang-up': {
    name: 'Hang up',
    unchanged: 'Nothing was changed on the call.',
    notKnown: 'It is not known whether the call was hung up',
  },
  clear: {
    name: 'End for all',
    unchanged: 'Nothing was changed on the call.',
    notKnown: 'It is not known whether the call was ended for all',
  },
  'complete-conference': {
    name: 'Join the calls',
    unchanged: 'The calls are as they were.',
    notKnown: 'It is not known whether the calls were joined',
  },
  'complete-transfer': {
    name: 'Hand over',
    unchanged: 'The calls are as they were.',
    notKnown: 'It is not known whether the call was handed over',
    done: 'Handed over',
    doneAbout: 'Handed over to {target}',
  },
  'delete-all-data': {
    name: 'Delete all data',
    unchanged: "The call's data are as they were.",
    notKnown: "It is not known whether the call's data were deleted",
  },
  'start-recording': {
    name: 'Start recording',
    unchanged: 'Recording is as it was.',
    notKnown: 'It is not known whether recording was started',
  },
  'pause-recording': {
    name: 'Pause recording',
    unchanged: 'Recording is as it was.',
    notKnown: 'It is not known whether recording was paused',
  },
  'resume-recording': {
    name: 'Resume recording',
    unchanged: 'Recording is as it was.',
    notKnown: 'It is not known whether recording was resumed',
  },
  'stop-recording': {
    name: 'Stop recording',
    unchanged: 'Recording is as it was.',
    notKnown: 'It is not known whether recording was stopped',
  },
  'stop-playing': {
    name: 'Stop playing',
    unchanged: 'What is played was not changed.',
    notKnown: 'It is not known whether playing was stopped',
    done: 'Playing stopped',
    doneAbout: 'For {target}',
  },
  'complete-room': {
    name: 'End conference',
    unchanged: 'The conference goes on.',
    notKnown: 'It is not known whether the conference was ended',
  },
  'close-talkspace': {
    name: 'Close TalkSpace',
    unchanged: 'Nothing was changed on the TalkSpace.',
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
    unchanged: 'The call was not handed over.',
    notKnown: 'It is not known whether the call was handed over to {target}',
    done: 'Handed over',
    doneAbout: 'Handed over to {target}',
  },
  'consult-conference': {
    name: 'Call {target} to join',
    unchanged: 'Nobody was called.',
    notKnown: 'It is not known whether {target} was called',
  },
  'consult-transfer': {
    name: 'Call {target} to hand over',
    unchanged: 'Nobody was called.',
    notKnown: 'It is not known whether {target} was called',
  },
  swap: {
    name: 'Swap',
    unchanged: 'The calls are as they were.',
    notKnown: 'It is not known whether the calls were swapped',
  },
  'attach-data': {
    name: 'Add data {target}',
    unchanged: "The call's data are as they were.",
    notKnown: 'It is not known whether “{target}” was added',
  },
  'update-data': {
    name: 'Change data {target}',
    unchanged: "The call's data are as they were.",
    notKnown: 'It is not known whether “{target}” was changed',
  },
  'delete-data': {
    name: 'Delete data {target}',
    unchanged: "The call's data are as they were.",
    notKnown: 'It is not known whether “{target}” was deleted',
  },
  play: {
    name: 'Play',
    unchanged: 'Nothing was played.',
    notKnown: 'It is not known whether it was played',
    done: 'Playing',
    doneAbout: 'To {target}',
  },
  'remove-participant': {
    name: 'Remove {target}',
    unchanged: 'Nothing was changed on the call.',
    notKnown: 'It is not known whether {target} was removed',
  },
  'mute-participant': {
    name: 'Mute {target}',
    unchanged: 'Nothing was changed on the call.',
    notKnown: 'It is not known whether {target} was muted',
  },
  'unmute-participant': {
    name: 'Unmute {target}',
    unchanged: 'Nothing was changed on the call.',
    notKnown: 'It is not known whether {target} was unmuted',
  },
  'hold-participant': {
    name: 'Hold {target}',
    unchanged: 'Nothing was changed on the call.',
    notKnown: 'It is not known whether {target} was put on hold',
  },
  'retrieve-participant': {
    name: 'Retrieve {target}',
    unchanged: 'Nothing was changed on the call.',
    notKnown: 'It is not known whether {target} was retrieved',
  },
  'stop-playing-participant': {
    name: 'Stop playing to {target}',
    unchanged: 'What is played was not changed.',
    notKnown: 'It is not known whether playing was stopped',
    done: 'Playing stopped',
    doneAbout: 'For {target}',
  },
  'play-participant': {
    name: 'Play to {target}',
    unchanged: 'Nothing was played.',
    notKnown: 'It is not known whether it was played to {target}',
    done: 'Playing',
    doneAbout: 'To {target}',
  },
  'move-participant': {
    name: 'Move {target}',
    unchanged: 'Nothing was changed on the call.',
    notKnown: 'It is not known whether {target} was moved',
  },
  dial: {
    name: 'Dial {target}',
    unchanged: 'Nobody was called.',
    notKnown: 'It is not known whether {target} was called',
  },
  'start-talkspace': {
    name: 'Start TalkSpace',
    unchanged: 'No TalkSpace was started and nothing was changed on the call.',
    notKnown: 'It is not known whether the TalkSpace was started',
  },
  'create-conference': {
    name: 'New conference',
    unchanged: 'No conference was created.',
    notKnown: 'It is not known whether the conference was created',
  },
  'delete-call': {
    name: 'Delete call',
    unchanged: 'Nothing was changed on the call or its recording.',
    notKnown: 'It is not known whether the recording was deleted',
  },
  'keep-recording': {
    name: 'Keep recording',
    unchanged: 'Nothing was changed on the call or its recording.',
    notKnown: 'It is not known whether the recording was kept',
    done: 'The recording is kept',
  },
  'unkeep-recording': {
    name: 'No longer keep recording',
    unchanged: 'Nothing was changed on the call or its recording.',
    notKnown: 'It is not known whether the recording is still kept',
    done: 'The recording is no longer kept',
  },
  'pause-recorder': {
    name: 'Pause recorder',
    unchanged: 'Nothing was changed on the call or its recording.',
    notKnown: 'It is not known whether the recorder was paused',
    done: 'Recorder paused',
  },
  'resume-recorder': {
    name: 'Resume recorder',
    unchanged: 'Nothing was changed on the call or its recording.',
    notKnown: 'It is not known whether the recorder was resumed',
    done: 'Recorder goes on',
  },
};
