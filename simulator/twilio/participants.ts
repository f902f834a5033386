import { jsonReply, type Reply, type VendorRequest } from '../http/exchange';
import type { TwilioConference, TwilioParticipant } from './entities';
import type { TwilioContext } from './conferences';
import { errorReply, type TwilioErrorCode } from './errors';
import { listReply } from './lists';
import { participantResource } from './resources';

const E164 = /^\+[1-9]\d{6,14}$/;
const OTHER_ADDRESS = /^(client|sip):\S+$/;
/** Premium-rate numbers, which accounts may not call. */
const NOT_PERMITTED = '+1900';

const FILTERS = [
  ['Muted', (participant: TwilioParticipant) => participant.isMuted],
  ['Hold', (participant: TwilioParticipant) => participant.isHeld],
  ['Coaching', (participant: TwilioParticipant) => participant.callSidToCoach !== undefined],
] as const;

export function listParticipants(
  request: VendorRequest,
  conference: TwilioConference,
  { account }: TwilioContext,
): Reply {
  return listReply(request, {
    name: 'participants',
    items: conference.participants.filter((participant) =>
      FILTERS.every(([name, read]) =>
        [null, String(read(participant))].includes(request.query.get(name)),
      ),
    ),
    sidOf: ({ call }) => call.sid,
    toResource: (participant) => participantResource(participant, account),
  });
}

/** Calls a person into a conference. A name without an active conference starts a new one. */
export function createParticipant(
  { form }: VendorRequest,
  nameOrSid: string,
  { book, account, numbers, onPlaced }: TwilioContext,
): Reply {
  const from = form.get('From') ?? '';
  const to = form.get('To') ?? '';
  const refusal = refuseCall(from, to, numbers);
  if (refusal !== undefined) {
    return errorReply(refusal, refusal === 21212 || refusal === 21210 ? from : to);
  }
  const running = book.findRunning(nameOrSid);
  if (running === undefined && /^CF[0-9a-f]{32}$/i.test(nameOrSid)) {
    return errorReply(20404);
  }
  const participant = book.connect(running ?? book.open(nameOrSid), {
    from,
    to,
    direction: 'outbound-api',
    label: form.get('Label') ?? undefined,
    isMuted: isTrue(form.get('Muted')),
    startsConference: form.get('StartConferenceOnEnter') !== 'false',
    endsConference: isTrue(form.get('EndConferenceOnExit')),
    isRecorded: ['true', 'record-from-start'].includes(form.get('ConferenceRecord') ?? ''),
    callSidToCoach: form.get('CallSidToCoach') ?? undefined,
  });
  const reply = jsonReply(201, participantResource(participant, account, true));
  onPlaced(participant.call.sid);
  return reply;
}

/** The error if a call cannot be placed. */
function refuseCall(
  from: string,
  to: string,
  numbers: readonly string[],
): TwilioErrorCode | undefined {
  if (to === '') return 21201;
  if (!E164.test(to) && !OTHER_ADDRESS.test(to)) return 21211;
  if (to.startsWith(NOT_PERMITTED)) return 21215;
  if (!E164.test(from) && !OTHER_ADDRESS.test(from)) return 21212;
  return E164.test(from) && !numbers.includes(from) ? 21210 : undefined;
}

/** Finds a participant by the SID of the call or the label. */
export function findParticipant(
  conference: TwilioConference,
  callOrLabel: string,
): TwilioParticipant | undefined {
  return conference.participants.find(
    ({ call, label }) => call.sid === callOrLabel || label === callOrLabel,
  );
}

/** Anything but true or false counts as false. */
function isTrue(value: string | null): boolean {
  return value === 'true';
}

export function updateParticipant(
  { form }: VendorRequest,
  participant: TwilioParticipant,
  { book, account }: TwilioContext,
): Reply {
  book.change(participant, {
    ...(form.has('Muted') && { isMuted: isTrue(form.get('Muted')) }),
    ...(form.has('Hold') && { isHeld: isTrue(form.get('Hold')) }),
    ...(form.has('EndConferenceOnExit') && {
      endsConference: isTrue(form.get('EndConferenceOnExit')),
    }),
  });
  const url = form.get('AnnounceUrl');
  if (url !== null) {
    participant.announcements.push(url);
  }
  return jsonReply(200, participantResource(participant, account));
}

export function removeParticipant({ call }: TwilioParticipant, { book }: TwilioContext): Reply {
  book.end(call, call.status === 'in-progress' ? 'completed' : 'canceled', true);
  return { status: 204 };
}
