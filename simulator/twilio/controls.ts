import { InputError } from '../input';
import { isBeforeAnswer, type TwilioBook } from './book';
import type { TwilioCall, TwilioConference, TwilioParticipant, TwilioRecording } from './entities';
import type {
  TwilioCallView,
  TwilioConferenceView,
  TwilioParticipantView,
  TwilioRecordingView,
  TwilioControls,
} from './types';

function numberOf({ call }: TwilioParticipant): string {
  return call.direction === 'inbound' ? call.from : call.to;
}

function viewParticipant(participant: TwilioParticipant): TwilioParticipantView {
  const { call, label, status, isMuted, isHeld, announcements } = participant;
  return {
    callSid: call.sid,
    number: numberOf(participant),
    label,
    status,
    isMuted,
    isHeld,
    announcements: [...announcements],
  };
}

function view({ sid, name, status, ...conference }: TwilioConference): TwilioConferenceView {
  return {
    sid,
    name,
    status,
    participants: conference.participants.map(viewParticipant),
    announcements: [...conference.announcements],
  };
}

function viewCall({ sid, from, to, direction, status }: TwilioCall): TwilioCallView {
  return { sid, from, to, direction, status };
}

function viewRecording(recording: TwilioRecording): TwilioRecordingView {
  const { sid, conference, callSid, status } = recording;
  return { sid, conferenceSid: conference.sid, callSid, status };
}

/** Finds a listed participant by number or by the SID of the call. */
function participantOf(conference: TwilioConference, name: string): TwilioParticipant {
  const participant = conference.participants.find(
    (candidate) => candidate.call.sid === name || numberOf(candidate) === name,
  );
  if (participant === undefined) {
    throw new InputError(`number: "${name}" is not in conference "${conference.name}"`);
  }
  return participant;
}

/** People who dial in call the number of the account. */
export function createTwilioControls(book: TwilioBook, number: string): TwilioControls {
  const getUnanswered = (callSid: string): TwilioCall => {
    const call = book.calls.get(callSid);
    if (call === undefined || !isBeforeAnswer(call)) {
      throw new InputError(`callSid: no call "${callSid}" waits for an answer`);
    }
    return call;
  };
  return {
    conferences: () => [...book.conferences.values()].map(view),
    conference: (nameOrSid) => view(book.get(nameOrSid)),
    join: ({ number: from, conference: nameOrSid, callerName }) => {
      const conference =
        nameOrSid === undefined
          ? book.get()
          : (book.findRunning(nameOrSid) ?? book.open(nameOrSid));
      const participant = book.connect(conference, {
        from,
        to: number,
        direction: 'inbound',
        callerName,
      });
      book.answer(participant.call);
      return viewParticipant(participant);
    },
    leave: (name, nameOrSid) => {
      const conference = book.get(nameOrSid);
      book.end(participantOf(conference, name).call, 'completed');
      return view(conference);
    },
    setMute: (isOn, name, nameOrSid) => {
      const conference = book.get(nameOrSid);
      book.change(participantOf(conference, name), { isMuted: isOn });
      return view(conference);
    },
    setHold: (isOn, name, nameOrSid) => {
      const conference = book.get(nameOrSid);
      book.change(participantOf(conference, name), { isHeld: isOn });
      return view(conference);
    },
    end: (nameOrSid) => {
      const conference = book.get(nameOrSid);
      book.complete(conference, 'conference-ended-via-api');
      return view(conference);
    },
    record: (nameOrSid) =>
      viewRecording(book.record(book.get(nameOrSid), 'StartConferenceRecordingAPI')),
    calls: () => [...book.calls.values()].map(viewCall),
    ring: (callSid) => book.ring(getUnanswered(callSid)),
    answer: (callSid) => book.answer(getUnanswered(callSid)),
    fail: (callSid, status) => book.end(getUnanswered(callSid), status),
    recordings: () => [...book.recordings.values()].map(viewRecording),
  };
}
