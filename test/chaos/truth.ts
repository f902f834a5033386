import type { Call, Line, Participant } from '../../contract/call-model';
import type { Command } from '../../contract/commands';
import type { Snapshot } from '../../contract/snapshot';
import type { CallView } from '../../simulator/genesys/types';
import type { Simulator } from '../../simulator/simulator';
import type { TwilioConferenceView } from '../../simulator/twilio/types';
import { ROOM } from './scripted-events';
import type { World } from './world';

/** Everything about a call that must be shown correctly, as one line of text. */
function describe(
  id: string,
  state: string,
  marks: Readonly<Record<string, boolean>>,
  roster: readonly string[],
  data: readonly string[] = [],
): string {
  const set = Object.entries(marks).flatMap(([name, isSet]) => (isSet ? [name] : []));
  return [id, state, ...set, `(${[...roster].sort().join(' ')})`, ...[...data].sort()].join(' ');
}

/** A participant, and whether they are muted or on hold. */
function describePerson(name: string, isMuted: boolean, isHeld: boolean): string {
  return `${name}${isMuted ? '/muted' : ''}${isHeld ? '/held' : ''}`;
}

/** The lines on which the window is wrong, with a description of the shown and the true state. */
export function findMismatches(world: World): Map<Line, string> {
  const snapshot = world.window.shown();
  const mismatches = new Map<Line, string>();
  for (const [line, truth] of describeTruth(world, snapshot)) {
    const calls = snapshot?.calls.filter((call) => call.line === line && call.state !== 'ended');
    const seen = calls?.map((call) => describeShown(call, world)) ?? ['no window'];
    const [reported, real] = [seen, truth].map((list) => [...list].sort().join('; '));
    if (reported !== real) mismatches.set(line, `shown [${reported ?? ''}], true [${real ?? ''}]`);
  }
  return mismatches;
}

function describeShown(call: Call, world: World): string {
  const { id, reference, line, state, isMuted, isHeld, participants } = call;
  const roster = participants
    .filter(({ presence }) => presence === 'joined')
    .map((one) => describePerson(nameOf(one, line), isMutedIn(world, id, one), one.isHeld));
  const data = (call.attachedData ?? []).map(({ key, value }) => `${key}=${value}`);
  // Recordings at Twilio are rarely polled.
  const recording =
    call.lineRecording === undefined || line === 'twilio' ? [] : [call.lineRecording];
  const marks = { muted: isMuted, held: isHeld };
  return describe(reference, state, marks, roster, [...data, ...recording]);
}

function nameOf({ id, name }: Participant, line: Line): string {
  return line === 'conference' ? id : name;
}

function isMutedIn(world: World, callId: string, { id, isMuted }: Participant): boolean {
  return isMuted && !isMuteUnknown(world, callId, id);
}

/**
 * Telesocial does not report who is muted, so the effect of an unanswered mute is unknown. The window shows
 * the outcome of the command as unknown.
 */
function isMuteUnknown({ commands }: World, callId: string, participantId: string): boolean {
  return commands.some(
    ({ action, outcome, subject, ...command }) =>
      outcome === 'unknown' &&
      callId.startsWith('talkspace:') &&
      (action === 'add-participant'
        ? subject === participantId
        : isAboutMute(action) && command.participantId === participantId),
  );
}

/** A person who is moved stays muted. */
function isAboutMute(action: Command['action']): boolean {
  return action.endsWith('mute-participant') || action === 'move-participant';
}

function describeTruth(world: World, snapshot: Snapshot | undefined): Map<Line, string[]> {
  const { simulator } = world;
  return new Map<Line, string[]>([
    ['genesys', simulator.genesys.calls().map(describeCall)],
    ['talkspace', describeTalkSpaces(world)],
    ['conference', describeConferences(simulator, snapshot)],
    ['twilio', describeTwilio(simulator, snapshot)],
  ]);
}

function describeCall(call: CallView): string {
  const { id, state, mute, participants, userData, recordingState } = call;
  return describe(
    id,
    state.toLowerCase(),
    { muted: mute === 'On', held: state === 'Held' },
    participants.map(({ formattedPhoneNumber }) => formattedPhoneNumber),
    [
      // SIP Server's own data about its recordings is not shown to the agent.
      ...Object.entries(userData ?? {})
        .filter(([key]) => !key.startsWith('GSIP_REC'))
        .map(([key, value]) => `${key}=${String(value)}`),
      ...(recordingState === undefined ? [] : [recordingState.toLowerCase()]),
    ],
  );
}

function describeTalkSpaces(world: World): string[] {
  const { telesocial, profile } = world.simulator;
  return telesocial
    .conferences()
    .filter(({ isActive, leader }) => isActive && leader === profile.agent.networkId)
    .map(({ id, participants }) => {
      const joined = participants.filter(({ state }) => state === 'joined');
      return describe(
        id,
        'established',
        {},
        joined.map(({ networkId, isMuted }) => {
          const isKnown = !isMuteUnknown(world, `talkspace:${id}`, networkId);
          return describePerson(networkId, isMuted && isKnown, false);
        }),
      );
    });
}

/** The true state of the watched conference: the one in the profile, or one that was created since. */
function describeConferences({ bandwidth }: Simulator, snapshot: Snapshot | undefined): string[] {
  const watched = snapshot?.calls.find(({ line }) => line === 'conference')?.reference;
  const conference = bandwidth.conference(watched);
  if (conference.state === 'completed') return [];
  const members = conference.members.filter(({ state }) => state === 'active');
  return [
    describe(
      conference.id,
      conference.state === 'active' ? 'established' : 'waiting',
      { muted: conference.isMuted, held: conference.isHeld },
      members.map(({ id, isMuted, isHeld }) => describePerson(id, isMuted, isHeld)),
    ),
  ];
}

/** The true state of the Twilio conference that is watched or would be found. */
function describeTwilio(simulator: Simulator, snapshot: Snapshot | undefined): string[] {
  const running = simulator.twilio.conferences().filter(({ status }) => status !== 'completed');
  const shown = snapshot?.calls.find(({ line, state }) => line === 'twilio' && state !== 'ended');
  const watched =
    running.find(({ sid }) => sid === shown?.reference) ??
    running.find((one) => isToBeFound(one, simulator));
  if (watched === undefined) return [];
  const connected = watched.participants.filter(({ status }) => status === 'connected');
  return [
    describe(
      watched.sid,
      watched.status === 'in-progress' ? 'established' : 'waiting',
      {},
      connected.map(({ number, isMuted, isHeld }) => describePerson(number, isMuted, isHeld)),
    ),
  ];
}

/** By the name in the profile, or because the agent is in it. If both are possible, both must match. */
function isToBeFound(
  { name, status, participants }: TwilioConferenceView,
  { twilioProfile }: Simulator,
): boolean {
  return (
    name === ROOM &&
    status === 'in-progress' &&
    participants.some(
      (one) => one.number === twilioProfile.agentNumber && one.status === 'connected',
    )
  );
}
