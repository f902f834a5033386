import { InputError } from '../../simulator/simulator';
import type { Simulator } from '../../simulator/simulator';
import type { Random } from './random';
import type { World } from './world';

/** An event at a vendor or an action of the agent. Not a fault. */
export interface ScriptedEvent {
  readonly name: string;
  occur(world: World): void;
}

export const NUMBERS = ['15001', '15002', '15003', '15004', '15005'] as const;
export const GUESTS = ['theta', 'iota', 'kappa'] as const;
export const TWILIO_NUMBERS = ['+12125550141', '+12125550142', '+12125550143'] as const;
/** The name of the Twilio conference that people dial into. */
export const ROOM = 'Desk';
export const AUDIO = { name: 'Welcome', url: 'https://media.example/welcome.mp3' } as const;

/** Tries something that may be impossible at the moment, for example because the call has ended. */
function attempt(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}

/** Chooses one of the current items by a number that was drawn before. */
export function choose<Item>(items: readonly Item[], share: number): Item | undefined {
  return items[Math.floor(share * items.length)];
}

/** Actions of other people and of the desk phone. */
export function drawEvent(random: Random): ScriptedEvent {
  const number = random.pick(NUMBERS);
  const guest = random.pick(GUESTS);
  const caller = random.pick(TWILIO_NUMBERS);
  const share = random.next();
  const isOn = random.chance(0.5);

  function onCall(name: string, act: (world: World, id: string) => void): ScriptedEvent {
    return {
      name: `phone: ${name}`,
      occur: (world) => {
        const call = choose(world.simulator.genesys.calls(), share);
        if (call !== undefined) attempt(() => act(world, call.id));
      },
    };
  }
  function elsewhere(name: string, act: (world: World) => void): ScriptedEvent {
    return { name, occur: (world) => attempt(() => act(world)) };
  }

  const kinds: readonly [ScriptedEvent, ...ScriptedEvent[]] = [
    elsewhere('phone: rings', ({ simulator }) => {
      if (simulator.genesys.calls().length < 4) simulator.genesys.arrive({ from: number });
    }),
    elsewhere('phone: conference', ({ simulator }) => {
      if (simulator.genesys.calls().length >= 4) return;
      const others = NUMBERS.filter((other) => other !== number).slice(0, 2);
      simulator.genesys.arrive({
        from: number,
        state: 'Established',
        isOwner: true,
        others: others.map((other) => ({ number: other })),
      });
    }),
    elsewhere('phone: dials', ({ simulator }) => {
      if (simulator.genesys.calls().length < 4) simulator.genesys.dial({ from: number });
    }),
    onCall('answered', ({ simulator }, id) => simulator.genesys.answer(id)),
    onCall('answered', ({ simulator }, id) => simulator.genesys.answer(id)),
    onCall('joined', ({ simulator }, id) => simulator.genesys.join(id, { number }, true)),
    onCall('left', ({ simulator }, id) => simulator.genesys.leave(id, number)),
    onCall('mute', ({ simulator }, id) => simulator.genesys.mute(id, isOn)),
    onCall('hold', ({ simulator }, id) => simulator.genesys.hold(id, isOn)),
    onCall('data', ({ simulator }, id) => simulator.genesys.attachUserData(id, { topic: number })),
    onCall('released', ({ simulator }, id) => simulator.genesys.release(id)),
    elsewhere('TalkSpace: joined', ({ simulator }) => joinTalkSpace(simulator, guest)),
    elsewhere('TalkSpace: left', ({ simulator }) => simulator.telesocial.leave(undefined, guest)),
    elsewhere('TalkSpace: ended', ({ simulator }) => {
      if (isOn) simulator.telesocial.end(undefined);
    }),
    elsewhere('conference: joined', ({ simulator }) => simulator.bandwidth.addMember(number)),
    elsewhere('conference: left', ({ simulator }) => simulator.bandwidth.removeMember(number)),
    elsewhere('conference: hold', ({ simulator }) => simulator.bandwidth.setHold(isOn)),
    elsewhere('conference: mute', ({ simulator }) => simulator.bandwidth.setMute(isOn, number)),
    elsewhere('conference: completed', ({ simulator }) => {
      if (share < 0.2) simulator.bandwidth.complete();
    }),
    elsewhere('Twilio: agent joined', ({ simulator }) => {
      const number = simulator.twilioProfile.agentNumber;
      if (!isInRoom(simulator, number)) simulator.twilio.join({ number, conference: ROOM });
    }),
    elsewhere('Twilio: joined', ({ simulator }) => {
      if (isInRoom(simulator, caller)) return;
      simulator.twilio.join({ number: caller, conference: ROOM });
    }),
    elsewhere('Twilio: left', ({ simulator }) => simulator.twilio.leave(caller)),
    elsewhere('Twilio: hold', ({ simulator }) => simulator.twilio.setHold(isOn, caller)),
    elsewhere('Twilio: mute', ({ simulator }) => simulator.twilio.setMute(isOn, caller)),
    elsewhere('Twilio: recorded', ({ simulator: { twilio } }) => {
      if (isOn) twilio.record();
    }),
    elsewhere('Twilio: ended', ({ simulator }) => {
      if (share < 0.3) simulator.twilio.end();
    }),
  ];
  return random.pick(kinds);
}

/** The last event of a telephone call. */
export function drawLastEvent(random: Random): ScriptedEvent {
  const share = random.next();
  const isOn = random.chance(0.5);
  const kinds: readonly [
    (world: World, id: string) => void,
    ...((world: World, id: string) => void)[],
  ] = [
    ({ simulator }, id) => simulator.genesys.mute(id, isOn),
    ({ simulator }, id) => simulator.genesys.hold(id, isOn),
    ({ simulator }, id) => simulator.genesys.release(id),
  ];
  const act = random.pick(kinds);
  return {
    name: 'phone: last word',
    occur: (world) => {
      const call = choose(world.simulator.genesys.calls(), share);
      if (call !== undefined) attempt(() => act(world, call.id));
    },
  };
}

/** Nobody joins twice, because both would be shown with the same number. */
function isInRoom({ twilio }: Simulator, number: string): boolean {
  return twilio
    .conferences()
    .some(
      ({ name, status, participants }) =>
        name === ROOM &&
        status !== 'completed' &&
        participants.some((one) => one.number === number),
    );
}

/** A person who was muted and left returns unmuted, which the simulated service does not track. */
function joinTalkSpace({ telesocial }: Simulator, guest: string): void {
  const wasMuted = telesocial
    .conferences()
    .some(({ participants }) =>
      participants.some(({ networkId, isMuted }) => networkId === guest && isMuted),
    );
  if (!wasMuted) telesocial.join(undefined, guest);
}
