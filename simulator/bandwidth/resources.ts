import type { BandwidthOptions } from '../types';
import { activeMembers, type BandwidthCall, type Conference, type Member } from './conferences';

export interface ResourceContext {
  options: BandwidthOptions;
  /** URL of the user, without a trailing slash. */
  userUrl: string;
}

const TWO_HOURS = 2 * 60 * 60 * 1000;

/** A time in the configured format, one of three on the vendor's pages. */
export function formatTime(
  milliseconds: number | undefined,
  format: BandwidthOptions['dateFormat'],
): string | undefined {
  if (milliseconds === undefined) {
    return undefined;
  }
  switch (format) {
    case 'milliseconds':
      return new Date(milliseconds).toISOString();
    case 'seconds':
      return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
    case 'short-offset':
      return new Date(milliseconds - TWO_HOURS).toISOString().replace(/\.\d+Z$/, '-02');
  }
}

/** The conference object; JSON omits undefined properties. */
export function conferenceResource(
  conference: Conference,
  { options }: ResourceContext,
): Record<string, unknown> {
  const { settings } = conference;
  const unset =
    options.output === 'full'
      ? { hold: false, mute: false, callbackHttpMethod: 'post', callbackTimeout: 10_000 }
      : {};
  return {
    activeMembers: activeMembers(conference).length,
    createdTime: formatTime(conference.createdTime, options.dateFormat),
    completedTime: formatTime(conference.completedTime, options.dateFormat),
    from: conference.from,
    id: conference.id,
    profile: conference.profile,
    state: conference.state,
    ...unset,
    ...settings,
  };
}

export function callResource(
  call: BandwidthCall,
  { options, userUrl }: ResourceContext,
): Record<string, unknown> {
  return {
    id: call.id,
    direction: 'out',
    from: call.from,
    to: call.to,
    state: call.state,
    conferenceId: call.conferenceId,
    startTime: formatTime(call.startTime, options.dateFormat),
    activeTime: formatTime(call.activeTime, options.dateFormat),
    endTime: formatTime(call.endTime, options.dateFormat),
    events: `${userUrl}/calls/${call.id}/events`,
  };
}

export function memberResource(
  member: Member,
  { options, userUrl }: ResourceContext,
): Record<string, unknown> {
  return {
    id: member.id,
    state: member.state,
    addedTime: formatTime(member.addedTime, options.dateFormat),
    removedTime: formatTime(member.removedTime, options.dateFormat),
    hold: member.hold,
    mute: member.mute,
    joinTone: member.joinTone,
    leavingTone: member.leavingTone,
    call: `${userUrl}/calls/${member.call.id}`,
  };
}
