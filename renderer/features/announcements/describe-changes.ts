import type { Call } from '../../../contract/call-model';
import { findCall, isTelephoneCall } from '../../../contract/find-calls';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { lineTexts } from '../../../contract/locale/line-texts';
import type { Snapshot } from '../../../contract/snapshot';
import { isolate, isolateIdentity } from '../../../contract/text';
import { shownState } from '../../state/call-view';

/** The announcements for a screen reader: polite and assertive. */
export interface Announcements {
  readonly polite: readonly string[];
  readonly urgent: readonly string[];
}

/** The maximum number of people to name. More are only counted. */
const MAX_NAMED = 3;

/** The changes between two snapshots that are worth announcing. */
export function describeChanges(before: Snapshot, after: Snapshot): Announcements {
  const known = new Map(before.calls.map((call) => [call.id, call]));
  const polite: string[] = [];
  const urgent: string[] = [];
  for (const call of after.calls) {
    const old = known.get(call.id);
    if (call === old) {
      continue;
    }
    if (call.state === 'ringing' && old?.state !== 'ringing') {
      urgent.push(describeRinging(call));
    }
    polite.push(...describeRoom(after, old, call));
    if (old !== undefined) {
      polite.push(...describeRoster(old, call), ...describeDeletion(old, call));
    }
  }
  polite.push(...describeCurrent(before, after));
  return { polite, urgent };
}

function describeCurrent(before: Snapshot, after: Snapshot): string[] {
  const now = findCall(after, after.currentCallId);
  const then = now && findCall(before, now.id);
  if (now === undefined || then === undefined) return [];
  if (before.currentCallId === after.currentCallId || before.currentCallId === undefined) {
    return describeState(then, now);
  }
  // Another call has taken the place of the previous one, which may have ended.
  const left = findCall(after, before.currentCallId);
  const hasEnded = left === undefined || left.state === 'ended';
  return [
    ...(hasEnded ? [en.callStates.ended] : []),
    format(en.announcements.nowCurrent, {
      name: isolateIdentity(now.identity.name),
      state: en.callStates[shownState(now)],
    }),
  ];
}

function describeRinging({ identity: { name, number, reason } }: Call): string {
  const details = [number === name ? undefined : number, reason].filter(
    (part) => part !== undefined,
  );
  return [format(en.announcements.ringing, { name: isolate(name) }), ...details.map(isolate)].join(
    ', ',
  );
}

function describeState(then: Call, now: Call): string[] {
  const { announcements } = en;
  if (then.state !== now.state && now.state !== 'ringing') {
    const wasHeld = then.state === 'held' && now.state === 'established';
    return [wasHeld ? announcements.resumed : en.callStates[now.state]];
  }
  return then.isMuted === now.isMuted
    ? []
    : [now.isMuted ? announcements.muted : announcements.unmuted];
}

/** Nothing else announces when a TalkSpace or another conference opens or closes. */
function describeRoom(snapshot: Snapshot, then: Call | undefined, now: Call): string[] {
  const isOpen = now.state !== 'ended';
  const wasOpen = then !== undefined && then.state !== 'ended';
  if (isTelephoneCall(snapshot, now) || isOpen === wasOpen) {
    return [];
  }
  const text = isOpen ? en.announcements.opened : en.announcements.closed;
  return [format(text, { line: lineTexts(now.line).title })];
}

function describeDeletion(then: Call, now: Call): string[] {
  return now.deletion === undefined || now.deletion === then.deletion
    ? []
    : [en.recordings.deletions[now.deletion]];
}

function describeRoster(then: Call, now: Call): string[] {
  if (then.participants === now.participants || now.state === 'ended') {
    return [];
  }
  const joined = namesOfNew(then, now);
  const left = namesOfNew(now, then);
  return [
    ...say(joined, en.announcements.joined, en.announcements.severalJoined),
    ...say(left, en.announcements.left, en.announcements.severalLeft),
  ];
}

/** People in the second list who have joined and are not in the first. */
function namesOfNew(first: Call, second: Call): string[] {
  const known = new Set(first.participants.filter(hasJoined).map(({ id }) => id));
  return second.participants
    .filter((participant) => hasJoined(participant) && !known.has(participant.id))
    .map(({ name }) => isolate(name));
}

function hasJoined({ presence }: Call['participants'][number]): boolean {
  return presence === 'joined';
}

function say(names: readonly string[], one: string, several: string): string[] {
  return names.length > MAX_NAMED
    ? [format(several, { count: names.length })]
    : names.map((name) => format(one, { name }));
}
