import type { Snapshot } from '../../contract/snapshot';
import {
  command,
  conference,
  connection,
  desk,
  lastCall,
  people,
  person,
  talkSpace,
  telephone,
} from './samples';

/** A state of the window, by the name that its pictures have. */
export interface GalleryState {
  readonly name: string;
  readonly snapshot: Snapshot;
  /** The buttons that are pressed to get there, by their names, in this order. */
  readonly press?: readonly string[];
  /** The window where it is absent. */
  readonly view?: 'call-bar';
}

const call = telephone();
const colleague = telephone({
  id: 'genesys:2',
  identity: { name: 'Grace Okafor', number: '15001' },
  direction: 'outbound',
  parentCallId: call.id,
  participants: [person(1)],
  attachedData: [],
  actions: ['mute', 'hold', 'hang-up', 'complete-transfer', 'complete-conference', 'swap'],
});
const ringing = telephone({
  state: 'ringing',
  actions: ['answer', 'reject', 'delete-call'],
  lineRecording: undefined,
});
const waiting = telephone({
  id: 'genesys:3',
  state: 'ringing',
  identity: { name: 'Oskar Lind', number: '(415) 555-0177', reason: 'Billing' },
  participants: [person(8)],
  actions: ['answer', 'reject'],
});
const muted = telephone({ isMuted: true, actions: [...call.actions, 'unmute'] });
const held = telephone({
  state: 'held',
  isHeld: true,
  heldSince: Date.now() - 72_000,
  actions: ['retrieve', 'hang-up'],
});
const refused = command({
  error: { code: 'refused', vendor: 'genesys', detail: 'Operation not permitted' },
});
const lost = command({
  id: 'command-2',
  action: 'mute',
  outcome: 'unknown',
  error: { code: 'no-answer', vendor: 'genesys', detail: 'UND_ERR_SOCKET' },
});

/** Every state that the pictures show. */
export const STATES: readonly GalleryState[] = [
  { name: 'no-call', snapshot: desk([]) },
  { name: 'ringing', snapshot: desk([ringing]) },
  {
    name: 'dialing',
    snapshot: desk([telephone({ state: 'dialing', direction: 'outbound', actions: ['hang-up'] })]),
  },
  { name: 'talking', snapshot: desk([call]) },
  { name: 'muted', snapshot: desk([muted]) },
  { name: 'on-hold', snapshot: desk([held]) },
  {
    name: 'ended',
    snapshot: desk([telephone({ state: 'ended', endedAt: Date.now(), actions: ['delete-call'] })]),
  },
  { name: 'waiting-call', snapshot: desk([call, waiting], { waitingCallIds: [waiting.id] }) },
  {
    name: 'consultation',
    snapshot: desk([colleague, telephone({ state: 'held', isHeld: true })]),
  },
  { name: 'call-bar', snapshot: desk([call]), view: 'call-bar' },
  { name: 'call-bar-ringing', snapshot: desk([ringing]), view: 'call-bar' },
  { name: 'call-bar-muted', snapshot: desk([muted]), view: 'call-bar' },
  { name: 'call-bar-on-hold', snapshot: desk([held]), view: 'call-bar' },
  {
    name: 'call-bar-waiting-call',
    snapshot: desk([call, waiting], { waitingCallIds: [waiting.id] }),
    view: 'call-bar',
  },
  { name: 'call-bar-no-call', snapshot: desk([]), view: 'call-bar' },
  { name: 'keypad', snapshot: desk([call]), press: ['Keypad'] },
  {
    name: 'people',
    snapshot: desk([
      telephone({
        participants: [
          person(0),
          person(1, { isMuted: true }),
          person(2, { isHeld: true }),
          person(3, { presence: 'calling', actions: [] }),
          ...people(14).slice(4),
        ],
      }),
    ]),
  },
  { name: 'talkspace', snapshot: desk([call, talkSpace()]) },
  { name: 'conference', snapshot: desk([call, conference({ isHeld: true })]) },
  { name: 'everything', snapshot: desk([call, talkSpace(), conference()]) },
  {
    name: 'missed-calls',
    snapshot: desk([], {
      missedCalls: [
        {
          id: 'genesys:9',
          identity: waiting.identity,
          address: '+14155550177',
          at: Date.now() - 240_000,
        },
      ],
      lastCalls: [lastCall(0), lastCall(1)],
    }),
  },
  {
    name: 'wrap-up',
    snapshot: desk([
      telephone({
        attachedData: [],
        participants: [],
        actions: ['mute', 'hold', 'hang-up', 'attach-wrap-up'],
        wrapUp: { note: 'Suitcase found in Lyon, arrives tomorrow.', outcome: 'Resolved' },
      }),
    ]),
  },
  { name: 'contacts', snapshot: desk([call]), press: ['Settings', 'Contacts'] },
  { name: 'failed', snapshot: desk([call], { commands: [refused] }) },
  { name: 'not-known', snapshot: desk([call], { commands: [refused, lost] }) },
  {
    name: 'reconnecting',
    snapshot: desk([call], {
      connections: [
        connection({ state: 'reconnecting', reason: { code: 'no-route' } }),
        ...desk([]).connections.slice(1),
      ],
    }),
  },
  {
    name: 'signed-out',
    snapshot: desk([], {
      connections: [
        connection({ state: 'signed-out', reason: { code: 'wrong-credentials' } }),
        ...desk([]).connections.slice(1),
      ],
    }),
  },
  { name: 'connections', snapshot: desk([call]), press: ['Eta Lindqvist: All services connected'] },
  { name: 'keyring', snapshot: desk([], { notices: [{ code: 'no-keyring' }] }) },
  { name: 'demo', snapshot: desk([call], { isDemo: true }) },
  { name: 'settings', snapshot: desk([call]), press: ['Settings'] },
  { name: 'history', snapshot: desk([call]), press: ['History'] },
  { name: 'commands', snapshot: desk([call]), press: ['Commands'] },
  { name: 'dial', snapshot: desk([]), press: ['Dial'] },
  { name: 'add', snapshot: desk([call]), press: ['Add'] },
  { name: 'transfer', snapshot: desk([call]), press: ['Transfer'] },
  { name: 'more', snapshot: desk([call]), press: ['More'] },
  { name: 'delete-call', snapshot: desk([call]), press: ['Delete call'] },
  {
    name: 'welcome',
    snapshot: desk([], {
      agentName: '',
      hasProfile: false,
      connections: [],
      lines: [],
      lastCalls: [],
      hasHistory: false,
    }),
  },
];
