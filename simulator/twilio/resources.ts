import { randomBytes } from 'node:crypto';
import type { EndReason } from './types';
import type { TwilioCall, TwilioConference, TwilioParticipant, TwilioRecording } from './entities';

export const API = '/2010-04-01';
const VERSION = '2010-04-01';

export type SidPrefix = 'CA' | 'CF' | 'RE';

export function makeSid(prefix: SidPrefix): string {
  return `${prefix}${randomBytes(16).toString('hex')}`;
}

/** RFC 2822 in GMT, like all times of the service. */
function formatTime(milliseconds: number | undefined): string | null {
  return milliseconds === undefined
    ? null
    : new Date(milliseconds).toUTCString().replace('GMT', '+0000');
}

function formatDuration(from: number | undefined, to: number | undefined): string | null {
  return from === undefined || to === undefined ? null : String(Math.round((to - from) / 1000));
}

function accountPath(account: string): string {
  return `${API}/Accounts/${account}`;
}

export function conferenceResource(conference: TwilioConference, account: string): object {
  const uri = `${accountPath(account)}/Conferences/${conference.sid}`;
  return {
    account_sid: account,
    api_version: VERSION,
    call_sid_ending_conference: conference.callSidEnding ?? null,
    date_created: formatTime(conference.createdAt),
    date_updated: formatTime(conference.updatedAt),
    friendly_name: conference.name,
    ...endReason(conference.endReason),
    region: 'us1',
    sid: conference.sid,
    status: conference.status,
    subresource_uris: {
      participants: `${uri}/Participants.json`,
      recordings: `${uri}/Recordings.json`,
    },
    uri: `${uri}.json`,
  };
}

/** The document does not allow null here, so the field is missing while the conference is active. */
function endReason(reason: EndReason | undefined): object {
  return reason === undefined ? {} : { reason_conference_ended: reason };
}

/** `isNew`: for the answer to its creation, the only one with the time in the queue. */
export function participantResource(
  participant: TwilioParticipant,
  account: string,
  isNew = false,
): object {
  const { call, conference } = participant;
  return {
    account_sid: account,
    call_sid: call.sid,
    label: participant.label ?? null,
    conference_sid: conference.sid,
    date_created: formatTime(participant.createdAt),
    date_updated: formatTime(participant.updatedAt),
    end_conference_on_exit: participant.endsConference,
    muted: participant.isMuted,
    hold: participant.isHeld,
    status: participant.status,
    start_conference_on_enter: participant.startsConference,
    coaching: participant.callSidToCoach !== undefined,
    call_sid_to_coach: participant.callSidToCoach ?? null,
    queue_time: isNew ? '0' : null,
    uri: `${accountPath(account)}/Conferences/${conference.sid}/Participants/${call.sid}.json`,
  };
}

export function callResource(call: TwilioCall, account: string): object {
  const uri = `${accountPath(account)}/Calls/${call.sid}`;
  return {
    account_sid: account,
    answered_by: null,
    api_version: VERSION,
    caller_name: call.callerName ?? null,
    date_created: formatTime(call.createdAt),
    date_updated: formatTime(call.updatedAt),
    direction: call.direction,
    duration: formatDuration(call.startedAt, call.endedAt),
    end_time: formatTime(call.endedAt),
    forwarded_from: null,
    from: call.from,
    from_formatted: call.from,
    group_sid: null,
    parent_call_sid: null,
    phone_number_sid: null,
    price: null,
    price_unit: 'USD',
    queue_time: '0',
    sid: call.sid,
    start_time: formatTime(call.startedAt),
    status: call.status,
    subresource_uris: { recordings: `${uri}/Recordings.json` },
    to: call.to,
    to_formatted: call.to,
    trunk_sid: null,
    uri: `${uri}.json`,
  };
}

/** A recording of a conference, or of the account, which also has the address of its media. */
export function recordingResource(
  recording: TwilioRecording,
  account: string,
  where: 'conference' | 'account',
): object {
  const { sid, conference, status } = recording;
  const path = where === 'conference' ? `/Conferences/${conference.sid}/Recordings` : '/Recordings';
  return {
    account_sid: account,
    api_version: VERSION,
    call_sid: recording.callSid,
    conference_sid: conference.sid,
    channels: 1,
    date_created: formatTime(recording.startedAt),
    date_updated: formatTime(recording.updatedAt),
    start_time: formatTime(recording.startedAt),
    duration: formatDuration(recording.startedAt, recording.endedAt),
    price: null,
    price_unit: 'USD',
    sid,
    source: recording.source,
    status,
    error_code: null,
    encryption_details: null,
    uri: `${accountPath(account)}${path}/${sid}.json`,
    ...(where === 'account' && {
      subresource_uris: {},
      media_url: `https://api.twilio.com${accountPath(account)}/Recordings/${sid}`,
    }),
  };
}

export function accountResource(account: string): object {
  const uri = accountPath(account);
  return {
    sid: account,
    friendly_name: 'The simulated account',
    owner_account_sid: account,
    status: 'active',
    type: 'Full',
    date_created: formatTime(0),
    date_updated: formatTime(0),
    subresource_uris: { calls: `${uri}/Calls.json`, conferences: `${uri}/Conferences.json` },
    uri: `${uri}.json`,
  };
}
