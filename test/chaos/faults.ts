import type { Fault, FaultEffect } from '../../simulator/faults/schema';
import type { BrokenPart } from './broken-parts';
import { SPEED } from './fast-time';
import type { FastTime } from './fast-time';
import { OMISSIONS } from './incomplete-answers';
import type { Random } from './random';
import type { World } from './world';

/** A fault that occurs at one moment. */
export interface InjectedFault {
  readonly name: string;
  /** Whether the app can be wrong afterward without noticing, until its next periodic fetch. */
  readonly isUnseen: boolean;
  /** Whether it delays a notification until the next one. */
  readonly isHeldBack: boolean;
  strike(world: World): Promise<void> | void;
}

type Kind = (random: Random) => InjectedFault;

/** HTTP statuses of vendors and gateways. */
const STATUSES = [500, 502, 503, 504, 401, 402, 403, 429] as const;
const VENDORS = [
  'genesys',
  'genesys',
  'genesys',
  'telesocial',
  'bandwidth',
  'twilio',
  'verba',
] as const;
const GENESYS_PATHS = [
  '/api/v2/',
  '/api/v2/notifications',
  '/api/v2/me/calls',
  '/api/v2/me/calls/',
] as const;

/** In real time; some seconds of the app's time. */
const MAX_DELAY_MS = 120;

function seen(name: string, strike: InjectedFault['strike']): InjectedFault {
  return { name, isUnseen: false, isHeldBack: false, strike };
}

function drawRequestEffect(random: Random): FaultEffect {
  const kinds: [() => FaultEffect, ...(() => FaultEffect)[]] = [
    () => ({ kind: 'cut', when: random.pick(['before', 'inside', 'after']) }),
    // Different delays change the order of answers.
    () => ({ kind: 'delay', milliseconds: random.integer(5, MAX_DELAY_MS) }),
    () => ({ kind: 'status', status: random.pick(STATUSES) }),
    () => ({ kind: 'html-body', status: random.pick([200, 403, 502]) }),
    () => ({ kind: 'truncated-body' }),
    () => ({ kind: 'garbage-body' }),
    () => ({ kind: 'rate-limit' }),
    () => ({ kind: 'expired-session' }),
  ];
  return random.pick(kinds)();
}

function add(world: World, fault: Fault): void {
  world.simulator.setFaults([...world.simulator.faults(), fault]);
}

const badAnswers: Kind = (random) => {
  const vendor = random.pick(VENDORS);
  const effect = drawRequestEffect(random);
  const times = random.integer(1, 3);
  const path = vendor === 'genesys' ? { path: random.pick(GENESYS_PATHS) } : {};
  const what = 'when' in effect ? effect.when : 'status' in effect ? effect.status : '';
  return seen(`${vendor} ${effect.kind} ${what ?? ''}`, (world) =>
    add(world, { match: { vendor, ...path }, effect, times }),
  );
};

const badNotification: Kind = (random) => {
  const kind = random.pick([
    'lost-notification',
    'duplicate-notification',
    'out-of-order-notification',
  ]);
  const times = random.integer(1, 2);
  return {
    name: kind,
    isUnseen: kind !== 'duplicate-notification',
    isHeldBack: kind === 'out-of-order-notification',
    strike: (world) => add(world, { match: { path: '/v2/me/calls' }, effect: { kind }, times }),
  };
};

const brokenWire: Kind = (random) => {
  const state = random.pick(['silent', 'down']);
  const length = random.integer(500, 6_000);
  return seen(`wire ${state}`, async (world) => {
    await world.wire.set(state);
    world.later(length, () => void world.wire.set('up'));
  });
};

const cutWire: Kind = () => seen('wire cut', ({ wire }) => wire.cut());

const duplicatedAnswers: Kind = (random) => {
  const pieces = random.integer(1, 4);
  return seen('answers doubled', ({ wire }) => wire.duplicate(pieces));
};

const restart: Kind = (random) => {
  const length = random.integer(500, 6_000);
  return seen('server restarted', async (world) => {
    const { wire, simulator } = world;
    await wire.set('down');
    simulator.genesys.expireSession();
    simulator.genesys.loseBayeuxSession();
    world.later(length, () => void wire.set('up'));
  });
};

const lostSession: Kind = (random) => {
  const kinds: [InjectedFault, ...InjectedFault[]] = [
    seen('session expired', ({ simulator }) => simulator.genesys.expireSession()),
    seen('Bayeux session lost', ({ simulator }) => simulator.genesys.loseBayeuxSession()),
    seen('cookies lost', ({ http }) => http.loseCookies()),
    seen('CSRF token changed', ({ http }) => http.changeCsrfToken()),
    seen('Verba tokens expired', ({ simulator }) => simulator.verba.expireTokens()),
  ];
  return random.pick(kinds);
};

const clockJump: Kind = (random) => {
  const milliseconds = random.pick([-3_600_000, -45_000, 45_000, 3_600_000]);
  return seen(`clock ${milliseconds}`, ({ clock }) => clock.jump(milliseconds));
};

const incompleteAnswers: Kind = (random) => {
  const what = random.pick(OMISSIONS);
  const times = random.integer(1, 2);
  return seen(`${times} answers lack ${what}`, ({ http }) => http.lack(what, times));
};

const deadWindow: Kind = (random) => {
  const length = random.integer(100, 3_000);
  return seen('renderer killed', (world) => {
    world.window.die();
    world.later(length, () => world.window.load());
  });
};

/** A part of the app throws the next few times that it is used. */
const bug: Kind = (random) => {
  const vendor = random.pick(VENDORS);
  const part = random.pick<BrokenPart>([
    { kind: 'mapper', vendor },
    { kind: 'mapper', vendor },
    { kind: 'request', vendor },
    { kind: 'reducer' },
    { kind: 'connection' },
    { kind: 'journal' },
    { kind: 'snapshot' },
    { kind: 'command' },
    { kind: 'clock' },
    { kind: 'logger' },
  ]);
  const times = random.integer(1, 3);
  return seen(`bug ${JSON.stringify(part)}`, ({ parts }) => parts.break(part, times));
};

/** A refresh that never ends despite its timeout. */
const endlessRefresh: Kind = (random) => {
  const vendor = random.pick(VENDORS);
  return seen(`${vendor} refresh without end`, ({ http }) => http.hangNextRefresh(vendor));
};

const KINDS: readonly [Kind, ...Kind[]] = [
  badAnswers,
  badAnswers,
  badAnswers,
  badAnswers,
  badNotification,
  badNotification,
  badNotification,
  brokenWire,
  cutWire,
  duplicatedAnswers,
  restart,
  lostSession,
  lostSession,
  clockJump,
  incompleteAnswers,
  incompleteAnswers,
  deadWindow,
  bug,
  bug,
  bug,
  endlessRefresh,
];

/** The next notification of a call is lost. */
export const LOST_LAST_NOTIFICATION: InjectedFault = {
  name: 'lost last notification of a call',
  isUnseen: true,
  isHeldBack: false,
  strike: (world) =>
    add(world, {
      match: { path: '/v2/me/calls' },
      effect: { kind: 'lost-notification' },
      times: 1,
    }),
};

export function drawFault(random: Random): InjectedFault {
  return random.pick(KINDS)(random);
}

/** Ends all faults. Their consequences remain. */
export async function endFaults(world: World): Promise<void> {
  const { simulator, wire, window, http } = world;
  world.cancelAll();
  http.lackNothing();
  simulator.clearFaults();
  world.parts.mend();
  world.http.release();
  wire.duplicate(0);
  await wire.set('up');
  window.load();
}

/** Sends a notification, which also delivers a delayed one. */
export function deliverDelayedNotifications({ simulator: { genesys } }: World): void {
  const [call] = genesys.calls();
  if (call !== undefined) genesys.attachUserData(call.id, {});
}

/** Delayed answers are the last consequence of the faults. */
export async function awaitLateAnswers({ simulator }: World, time: FastTime): Promise<void> {
  const since = time.now() - MAX_DELAY_MS * SPEED;
  const late = simulator
    .requests()
    .filter(({ at, status }) => status === undefined && Date.parse(at) >= since)
    .filter(({ operation }) => !operation.includes('/meta/'));
  const until = performance.now() + MAX_DELAY_MS;
  while (late.some(({ status }) => status === undefined) && performance.now() < until) {
    await nextTurn();
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}
