import type { Snapshot } from '../../contract/snapshot';
import type { OpenDialog } from '../../renderer/state/window-store';
import {
  CUSTOMER,
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
import { PROPOSAL, REFUSED_LINK } from './settings';

/** A state of the window, with the name of its pictures. */
export interface GalleryState {
  readonly name: string;
  readonly snapshot: Snapshot;
  /** The names of the buttons that lead to it, in order. */
  readonly press?: readonly string[];
  /** The dialog that is open. */
  readonly dialog?: OpenDialog;
  /** A heading that is shown once the state has been loaded. */
  readonly heading?: string;
  /** The height in CSS pixels, if the content needs more than the default. */
  readonly height?: number;
  /** The page to show; the window by default. */
  readonly view?: 'call-bar';
}

const WRAP_UP = { note: 'Suitcase found in Lyon, arrives tomorrow.', outcome: 'Resolved' };

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
/** When the call started, if it has not been answered. */
const BEFORE = { startedAt: Date.now() - 9_000, answeredAt: undefined, lineRecording: undefined };
const ringing = telephone({
  ...BEFORE,
  state: 'ringing',
  actions: ['answer', 'reject', 'delete-call'],
});
const waiting = telephone({
  id: 'genesys:3',
  state: 'ringing',
  identity: { name: 'Oskar Lind', number: '(415) 555-0177', reason: 'Billing' },
  participants: [person(8)],
  actions: ['answer', 'reject'],
});
const crowded = telephone({ participants: people(3) });
const merging = telephone({ actions: [...call.actions, 'complete-conference'] });
const another = telephone({
  id: 'genesys:4',
  identity: waiting.identity,
  state: 'held',
  isHeld: true,
  participants: waiting.participants,
  actions: ['retrieve', 'hang-up'],
});
const muted = telephone({ isMuted: true, actions: [...call.actions, 'unmute'] });
const held = telephone({
  state: 'held',
  isHeld: true,
  heldSince: Date.now() - 72_000,
  actions: ['retrieve', 'hang-up', 'add-participant', 'transfer', 'delete-call'],
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

function settingsPage(page: string, heading: string): GalleryState {
  return {
    name: `settings-${page}`,
    snapshot: desk([call]),
    dialog: { kind: 'settings', page },
    heading,
    // The maximum height of the dialog.
    height: 704,
  };
}

const EARLIER = {
  name: 'Maya Brandt',
  number: '+1 (628) 555-0190',
  isFromEarlierCall: true,
} as const;
const waitingEarlier = {
  ...waiting,
  identity: { ...EARLIER, name: 'Oskar Lind', number: '+1 (415) 555-0177' },
};

/** Every state that the pictures show. */
export const STATES: readonly GalleryState[] = [
  { name: 'no-call', snapshot: desk([]) },
  { name: 'ringing', snapshot: desk([ringing]) },
  {
    name: 'dialing',
    snapshot: desk([
      telephone({ ...BEFORE, state: 'dialing', direction: 'outbound', actions: ['hang-up'] }),
    ]),
  },
  { name: 'talking', snapshot: desk([call]) },
  {
    name: 'name-from-earlier-call',
    snapshot: desk([telephone({ identity: EARLIER }), waitingEarlier], {
      waitingCallIds: [waiting.id],
    }),
  },
  { name: 'muted', snapshot: desk([muted]) },
  { name: 'on-hold', snapshot: desk([held]) },
  {
    name: 'ended',
    snapshot: desk([
      telephone({
        state: 'ended',
        endedAt: Date.now(),
        participants: [{ ...CUSTOMER, actions: [] }],
        actions: ['delete-call'],
      }),
    ]),
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
    height: 1_000,
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
  { name: 'talkspace', snapshot: desk([call, talkSpace()]), height: 1_080 },
  {
    name: 'conference',
    snapshot: desk([], { calls: [conference({ isHeld: true })] }),
    height: 860,
  },
  { name: 'everything', snapshot: desk([call, talkSpace(), conference()]), height: 1_400 },
  {
    name: 'missed-calls',
    height: 720,
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
    height: 900,
    snapshot: desk([
      telephone({
        actions: [...call.actions, 'attach-wrap-up'],
        wrapUp: WRAP_UP,
      }),
    ]),
  },
  { name: 'failed', snapshot: desk([call], { commands: [refused] }) },
  { name: 'not-known', snapshot: desk([call], { commands: [refused, lost] }) },
  {
    name: 'reconnecting',
    snapshot: desk([call], {
      connections: [
        connection({
          state: 'reconnecting',
          reason: { code: 'no-route' },
          since: Date.now() - 8_000,
        }),
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
  {
    name: 'session-not-started',
    snapshot: desk([], {
      connections: [
        connection({ reason: { code: 'refused', detail: 'No default place.' } }),
        ...desk([]).connections.slice(1),
      ],
    }),
  },
  { name: 'connections', snapshot: desk([call]), press: ['Eta Lindqvist: All services connected'] },
  { name: 'keyring', snapshot: desk([], { notices: [{ code: 'no-keyring' }] }) },
  { name: 'demo', snapshot: desk([call], { isDemo: true }) },
  { name: 'settings', snapshot: desk([call]), press: ['Settings'], heading: 'Settings' },
  settingsPage('agent', 'You'),
  settingsPage('genesys', 'Genesys'),
  settingsPage('telesocial', 'Telesocial'),
  settingsPage('bandwidth', 'Bandwidth'),
  settingsPage('twilio', 'Twilio'),
  settingsPage('verba', 'Verba'),
  settingsPage('profiles', 'Profiles'),
  settingsPage('alerts', 'Alerts'),
  settingsPage('general', 'General'),
  settingsPage('shortcuts', 'Shortcuts'),
  settingsPage('contacts', 'Contacts'),
  settingsPage('diagnostics', 'Diagnostics'),
  {
    name: 'link',
    snapshot: desk([]),
    dialog: { kind: 'link', link: PROPOSAL },
    heading: 'Use the profile “Eta Lindqvist”?',
    height: 840,
  },
  {
    name: 'link-refused',
    snapshot: desk([]),
    dialog: { kind: 'link', link: REFUSED_LINK },
    heading: 'This link cannot be used',
  },
  { name: 'history', snapshot: desk([call]), press: ['History'] },
  { name: 'commands', snapshot: desk([call]), press: ['Commands'] },
  { name: 'dial', snapshot: desk([]), press: ['Dial'] },
  { name: 'add', snapshot: desk([call]), press: ['Add'] },
  { name: 'transfer', snapshot: desk([call]), press: ['Transfer'] },
  { name: 'more', snapshot: desk([call]), press: ['More'] },
  { name: 'delete-call', snapshot: desk([call]), press: ['Delete call'] },
  {
    name: 'remove',
    snapshot: desk([crowded]),
    dialog: { kind: 'remove-participant', call: crowded, participant: person(1) },
  },
  { name: 'end-for-all', snapshot: desk([call]), dialog: { kind: 'clear', call } },
  {
    name: 'merge',
    snapshot: desk([merging, another]),
    dialog: { kind: 'complete-conference', call: merging, other: another },
  },
  {
    name: 'play',
    snapshot: desk([call, conference()]),
    dialog: { kind: 'play', call: conference() },
  },
  {
    name: 'new-talkspace',
    snapshot: desk([call]),
    dialog: { kind: 'new-talkspace', line: 'talkspace' },
  },
  { name: 'recording', snapshot: desk([call]), dialog: { kind: 'recording', call } },
  {
    name: 'wrap-up-later',
    snapshot: desk([]),
    dialog: { kind: 'wrap-up', call: lastCall(0, { wrapUp: WRAP_UP }) },
  },
  { name: 'quit', snapshot: desk([call]), dialog: { kind: 'quit' } },
  { name: 'help', snapshot: desk([]), dialog: { kind: 'help' }, heading: 'Guide' },
  { name: 'about', snapshot: desk([]), dialog: { kind: 'about' } },
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
