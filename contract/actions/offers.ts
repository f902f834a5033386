import type { Call, CallAction } from '../call-model';
import type { LineDescriptor } from '../lines';

/** Whether an action is shown now, allowed or not. */
type HasPlace = (call: Call) => boolean;

const always: HasPlace = () => true;
const whileItGoesOn: HasPlace = ({ state }) => state !== 'ended';
const whileRinging: HasPlace = ({ state }) => state === 'ringing';
const whileNotRinging: HasPlace = ({ state }) => state !== 'ringing';

/** The actions of line recording. */
const RECORDING_PLACES: Partial<Record<CallAction, HasPlace>> = {
  'start-recording': ({ lineRecording }) => lineRecording === 'stopped',
  'pause-recording': ({ lineRecording }) => lineRecording === 'recording',
  'resume-recording': ({ lineRecording }) => lineRecording === 'paused',
  'stop-recording': ({ lineRecording }) =>
    lineRecording !== undefined && lineRecording !== 'stopped',
};

/**
 * When an action on a telephone call is shown even if it is not allowed. Other actions are shown
 * only while the call allows them.
 */
const TELEPHONE_PLACES: Partial<Record<CallAction, HasPlace>> = {
  answer: whileRinging,
  reject: whileRinging,
  mute: always,
  unmute: always,
  hold: always,
  retrieve: always,
  'hang-up': whileNotRinging,
  'add-participant': always,
  'consult-conference': always,
  transfer: always,
  'consult-transfer': always,
  'send-tones': always,
  ...RECORDING_PLACES,
  'attach-data': whileItGoesOn,
  'attach-wrap-up': whileItGoesOn,
  'update-data': whileItGoesOn,
  'delete-data': whileItGoesOn,
  'delete-all-data': whileItGoesOn,
};

/** Whether an action keeps its place for this call, given what its line offers. */
export function hasPlace(descriptor: LineDescriptor, call: Call, action: CallAction): boolean {
  if (!descriptor.callActions.includes(action)) {
    return false;
  }
  return descriptor.kind === 'telephone'
    ? TELEPHONE_PLACES[action]?.(call) === true
    : (RECORDING_PLACES[action] ?? whileItGoesOn)(call);
}
