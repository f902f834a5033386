import { jsonReply, type Reply, type VendorRequest } from '../http/exchange';
import { RUNNING_RECORDING } from './book';
import type { TwilioConference, TwilioRecording } from './entities';
import type { TwilioContext } from './conferences';
import { errorReply } from './errors';
import { isOnDay, listReply } from './lists';
import { recordingResource } from './resources';

/** The name of the recording in progress. */
const CURRENT = 'Twilio.CURRENT';

export function findRecording(
  { book }: TwilioContext,
  sid: string,
  conference?: TwilioConference,
): TwilioRecording | undefined {
  if (sid === CURRENT) {
    return conference && book.currentRecording(conference);
  }
  const recording = book.recordings.get(sid);
  const isHere = conference === undefined || recording?.conference === conference;
  return isHere && recording?.status !== 'deleted' ? recording : undefined;
}

/** The recordings of a conference or of the account, newest first. */
export function listRecordings(
  request: VendorRequest,
  { book, account }: TwilioContext,
  conference?: TwilioConference,
): Reply {
  const { query } = request;
  const items = [...book.recordings.values()].filter(
    (recording) =>
      (conference === undefined || recording.conference === conference) &&
      [null, recording.conference.sid].includes(query.get('ConferenceSid')) &&
      [null, recording.callSid].includes(query.get('CallSid')) &&
      (recording.status !== 'deleted' || query.get('IncludeSoftDeleted') === 'true') &&
      isOnDay(request, 'DateCreated', recording.startedAt) !== false,
  );
  return listReply(request, {
    name: 'recordings',
    items: items.reverse(),
    sidOf: ({ sid }) => sid,
    toResource: (recording) =>
      recordingResource(recording, account, conference === undefined ? 'account' : 'conference'),
  });
}

/** Pauses, resumes or stops a recording. One that has ended cannot be changed. */
export function updateRecording(
  { form }: VendorRequest,
  recording: TwilioRecording,
  { book, account }: TwilioContext,
): Reply {
  if (!RUNNING_RECORDING.includes(recording.status)) {
    return errorReply(21220, `the recording is ${recording.status}`);
  }
  switch (form.get('Status')) {
    case 'paused':
      book.setRecordingStatus(recording, 'paused');
      break;
    case 'in-progress':
      book.setRecordingStatus(recording, 'in-progress');
      break;
    case 'stopped':
      book.finishRecording(recording, 'stopped');
      break;
    default:
      return errorReply(20001, 'Status');
  }
  return jsonReply(200, recordingResource(recording, account, 'conference'));
}

/** Marks a recording as deleted. One in progress must be stopped first. */
export function deleteRecording(recording: TwilioRecording, { book }: TwilioContext): Reply {
  if (RUNNING_RECORDING.includes(recording.status)) {
    return errorReply(21220, `the recording is ${recording.status}`);
  }
  book.setRecordingStatus(recording, 'deleted');
  return { status: 204 };
}
