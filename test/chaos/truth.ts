import type { Line } from '../../contract/call-model';
import type { KnownCall } from '../../main/calls/reducer';
import type { World } from './world';

/** What somebody would have to know of a call to be right about it, as one line of text. */
function describe(
  id: string,
  state: string,
  marks: Readonly<Record<string, boolean>>,
  roster: readonly string[],
): string {
  const set = Object.entries(marks).flatMap(([name, isSet]) => (isSet ? [name] : []));
  return [id, state, ...set, `(${[...roster].sort().join(' ')})`].join(' ');
}

/** Lines on which what the store shows is not what there is, each with both, in words. */
export function findLies(world: World): Map<Line, string> {
  const shown = [...world.store.getState().calls.known.values()].filter(
    ({ state }) => state !== 'ended',
  );
  const lies = new Map<Line, string>();
  for (const [line, truth] of describeTruth(world)) {
    const seen = shown.filter((call) => call.line === line).map(describeShown);
    const [told, real] = [seen, truth].map((list) => [...list].sort().join('; '));
    if (told !== real) lies.set(line, `shown [${told ?? ''}], true [${real ?? ''}]`);
  }
  return lies;
}

function describeShown(call: KnownCall): string {
  const { reference, line, state, isMuted, isHeld, participants } = call;
  const roster = participants
    .filter(({ presence }) => presence === 'joined')
    .map((one) => {
      const name = line === 'conference' ? one.id : one.name;
      return `${name}${one.isMuted ? '/muted' : ''}${one.isHeld ? '/held' : ''}`;
    });
  return describe(reference, state, { muted: isMuted, held: isHeld }, roster);
}

function describeTruth({ simulator }: World): Map<Line, string[]> {
  const { genesys, telesocial, bandwidth, profile } = simulator;
  const conference = bandwidth.conference();
  const members = conference.members.filter(({ state }) => state === 'active');
  return new Map<Line, string[]>([
    [
      'genesys',
      genesys.calls().map(({ id, state, mute, participants }) =>
        describe(
          id,
          state.toLowerCase(),
          { muted: mute === 'On', held: state === 'Held' },
          participants.map(({ formattedPhoneNumber }) => formattedPhoneNumber),
        ),
      ),
    ],
    [
      'talkspace',
      telesocial
        .conferences()
        .filter(({ isActive, leader }) => isActive && leader === profile.agent.networkId)
        .map(({ id, participants }) =>
          describe(
            id,
            'established',
            {},
            participants.flatMap((one) => (one.state === 'joined' ? [one.networkId] : [])),
          ),
        ),
    ],
    [
      'conference',
      conference.state === 'completed'
        ? []
        : [
            describe(
              conference.id,
              conference.state === 'active' ? 'established' : 'waiting',
              { muted: conference.isMuted, held: conference.isHeld },
              members.map(
                ({ id, isMuted, isHeld }) =>
                  `${id}${isMuted ? '/muted' : ''}${isHeld ? '/held' : ''}`,
              ),
            ),
          ],
    ],
  ]);
}

const OPERATIONS = {
  mute: 'MuteCall',
  unmute: 'UnmuteCall',
  hold: 'Hold',
  retrieve: 'Retrieve',
  'hang-up': 'Hangup',
  'remove-participant': 'RemoveParticipantFromConference',
  'start-talkspace': 'create',
  'close-talkspace': 'close',
  'delete-call': 'DeleteCall',
} as const;

/** Requests that reached a vendor more often than the agent gave the command, by what they ask for. */
export function findRepeats({ simulator, sent }: World): string[] {
  const counts = new Map<string, number>();
  function count(key: string, by: number): void {
    counts.set(key, (counts.get(key) ?? 0) + by);
  }
  for (const { action, callId = '', participantId } of sent) {
    const target = action === 'start-talkspace' ? '' : callId.slice(callId.indexOf(':') + 1);
    count([OPERATIONS[action], target, participantId ?? ''].join(' '), -1);
  }
  for (const { vendor, operation, path, query, body } of simulator.requests()) {
    if (!Object.values<string>(OPERATIONS).includes(operation)) continue;
    const fields: Readonly<Record<string, unknown>> = isFields(body) ? body : {};
    const recording = [fields.nativeID, query.nativeID].find((id) => typeof id === 'string') ?? '';
    const participant = typeof fields.participant === 'string' ? fields.participant : '';
    const last = operation === 'create' ? '' : (path.split('/').at(-1) ?? '');
    count([operation, vendor === 'verba' ? recording : last, participant].join(' '), 1);
  }
  return [...counts].flatMap(([key, more]) => (more > 0 ? [`${key}: ${more} too many`] : []));
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
