import type { VerbaControls } from '../types';
import { formatTime } from './format';
import type { Recording } from './recordings';
import type { VerbaService } from './service';
import type { RecordingView } from './types';

function view({ startTime, endTime, ...rest }: Recording): RecordingView {
  return {
    ...rest,
    startTime: formatTime(startTime),
    endTime: endTime === undefined ? undefined : formatTime(endTime),
    isFinished: endTime !== undefined,
  };
}

/** Controls events at the recorder that the client did not request. */
export function createVerbaControls(service: VerbaService): VerbaControls {
  const { recordings } = service;
  return {
    recordings: () => recordings.all().map(view),
    add: (spec) => view(recordings.add(spec)),
    finish: (callId) => {
      const recording = recordings.get(callId);
      recordings.finish(recording);
      return view(recording);
    },
    expireTokens: () => service.expireSession(),
  };
}
