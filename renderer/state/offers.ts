import type { Call, CallAction, Line, ParticipantAction } from '../../contract/call-model';

/** Whether the button of an action has its place now, be it usable or not. */
type HasPlace = (call: Call) => boolean;

const always: HasPlace = () => true;
const whileItGoesOn: HasPlace = ({ state }) => state !== 'ended';
const whileRinging: HasPlace = ({ state }) => state === 'ringing';
const whileNotMuted: HasPlace = ({ isMuted }) => !isMuted;
const whileMuted: HasPlace = ({ isMuted }) => isMuted;
const whileNotHeld: HasPlace = ({ isHeld }) => !isHeld;
const whileHeld: HasPlace = ({ isHeld }) => isHeld;
/** Of those that mute and hold, the one that applies. */
const TOGGLES = {
  mute: whileNotMuted,
  unmute: whileMuted,
  hold: whileNotHeld,
  retrieve: whileHeld,
};

/**
 * What the services of a line offer at all, and when its button is there although it may not be
 * allowed. What is not named here has a button only while the call allows it.
 */
export const CALL_OFFERS: Record<Line, Partial<Record<CallAction, HasPlace>>> = {
  genesys: {
    answer: whileRinging,
    reject: whileRinging,
    ...TOGGLES,
    'hang-up': always,
    'add-participant': always,
    'consult-conference': always,
    transfer: always,
    'consult-transfer': always,
    'send-tones': always,
    'start-recording': ({ lineRecording }) => lineRecording === 'stopped',
    'pause-recording': ({ lineRecording }) => lineRecording === 'recording',
    'resume-recording': ({ lineRecording }) => lineRecording === 'paused',
    'stop-recording': ({ lineRecording }) =>
      lineRecording !== undefined && lineRecording !== 'stopped',
    'attach-data': whileItGoesOn,
    'update-data': whileItGoesOn,
    'delete-data': whileItGoesOn,
    'delete-all-data': whileItGoesOn,
  },
  talkspace: {
    'add-participant': whileItGoesOn,
    'close-talkspace': whileItGoesOn,
  },
  conference: {
    mute: (call) => whileItGoesOn(call) && whileNotMuted(call),
    unmute: (call) => whileItGoesOn(call) && whileMuted(call),
    hold: (call) => whileItGoesOn(call) && whileNotHeld(call),
    retrieve: (call) => whileItGoesOn(call) && whileHeld(call),
    'add-participant': whileItGoesOn,
    play: whileItGoesOn,
    'stop-playing': whileItGoesOn,
    'complete-room': whileItGoesOn,
  },
};

/** What the services of a line offer for one participant. */
export const PARTICIPANT_OFFERS: Record<Line, readonly ParticipantAction[]> = {
  genesys: ['remove'],
  talkspace: ['remove', 'mute', 'unmute', 'move'],
  conference: ['remove', 'mute', 'unmute', 'hold', 'retrieve', 'play', 'stop-playing'],
};
