import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { listCallActions } from '../../../../contract/actions/call-actions';
import type { Call } from '../../../../contract/call-model';
import { findActiveCall } from '../../../../contract/find-calls';
import { en } from '../../../../contract/locale/en';
import type { LastCall, Snapshot } from '../../../../contract/snapshot';
import { listCallBarActions } from '../../../../renderer/actions/call-bar-actions';
import { listCurrentCallActions } from '../../../../renderer/actions/call-actions';
import { listActions, listActionsWithKeys } from '../../../../renderer/actions/registry';
import type { WindowAction } from '../../../../renderer/actions/window-action';
import { ActionEntry } from '../../../../renderer/features/actions/ActionEntry';
import { CallBar } from '../../../../renderer/features/call-bar/CallBar';
import { listMoreEntries } from '../../../../renderer/features/current-call/MoreMenu';
import { PaletteOption } from '../../../../renderer/features/palette/PaletteOption';
import type { Refusal } from '../../../../renderer/state/refusal';
import { dial, watchConference, type WindowRequest } from '../../../../renderer/state/requests';
import { createWindowActions, WindowContext } from '../../../../renderer/state/window-context';
import {
  createWindowStore,
  type Deletion,
  type WindowState,
} from '../../../../renderer/state/window-store';
import { buttonsOf, draw, textOf } from '../draw';
import { FakeBridge } from '../fake-bridge';
import {
  OFFERS,
  command,
  conference,
  connection,
  participant,
  snapshot,
  snapshotOf,
  talkSpace,
  telephoneCall,
} from '../fixtures';

/** Everything that Genesys allows for an answered call, plus some operations that it does not. */
const ANSWERED: Call['actions'] = [
  'mute',
  'unmute',
  'hold',
  'retrieve',
  'hang-up',
  'clear',
  'send-tones',
  'add-participant',
  'transfer',
  'swap',
  'complete-conference',
  'complete-transfer',
  'attach-data',
  'update-data',
  'delete-data',
  'delete-all-data',
  'start-recording',
  'pause-recording',
  'delete-call',
];
const live = telephoneCall({ actions: ANSWERED, lineRecording: 'stopped' });
const held = telephoneCall({
  id: 'genesys:2',
  state: 'held',
  isHeld: true,
  participants: [participant({ name: 'Grace' })],
  actions: ['retrieve', 'hang-up'],
});
const ringing = telephoneCall({
  id: 'genesys:3',
  state: 'ringing',
  participants: [participant({ name: '15003' })],
  actions: ['answer'],
});
const consultation = telephoneCall({
  id: 'genesys:4',
  parentCallId: held.id,
  participants: [participant({ name: '15050' })],
  actions: ANSWERED,
});

const withData: Call = {
  ...live,
  attachedData: [
    { key: 'Tier', value: 'Gold', isText: true },
    { key: 'Bookings', value: '["X7KQ2M"]', isText: false },
  ],
};

function deletionOf(callId: string, key: string): Deletion {
  return { callId, data: { key, value: 'Lamp', isText: true }, index: 0, doneAt: 0 };
}

function refusalOf(request: WindowRequest, target: string): Refusal {
  const { action } = request;
  return { key: 'r', request, action, target, error: { code: 'no-route' } };
}

function lastCall(fields: Partial<LastCall> = {}): LastCall {
  return {
    id: 'genesys:9',
    line: 'genesys',
    reference: '9',
    identity: { name: 'Grace' },
    wasAnswered: true,
    participants: [{ id: 'p', name: 'Grace', address: '15009' }],
    participantCount: 1,
    startedAt: 0,
    endedAt: 1,
    canLookUpRecording: true,
    ...fields,
  };
}

interface Situation {
  readonly shown: Snapshot;
  readonly state?: Partial<WindowState>;
}

const SITUATIONS: Record<string, Situation> = {
  'no call': { shown: snapshot(OFFERS) },
  ringing: { shown: snapshotOf([ringing], OFFERS) },
  dialing: { shown: snapshotOf([telephoneCall({ state: 'dialing', actions: ['hang-up'] })]) },
  established: { shown: snapshotOf([live], OFFERS) },
  muted: { shown: snapshotOf([{ ...live, isMuted: true }]) },
  'on hold': { shown: snapshotOf([held]) },
  'on hold, keypad open': {
    shown: snapshotOf([held]),
    state: { panel: { kind: 'keypad', callId: held.id } },
  },
  ended: { shown: snapshotOf([telephoneCall({ state: 'ended', actions: ['delete-call'] })]) },
  'attached data': { shown: snapshotOf([withData]) },
  'attached data that cannot be deleted': {
    shown: snapshotOf([{ ...withData, actions: ['attach-data', 'update-data'] }]),
  },
  'data being changed': {
    shown: snapshotOf([withData]),
    state: { panel: { kind: 'change-data', callId: withData.id, key: 'Tier' } },
  },
  'data being deleted': {
    shown: snapshotOf([withData], {
      commands: [command({ action: 'delete-data', subject: 'Tier' })],
    }),
  },
  'deleted data': {
    shown: snapshotOf([withData]),
    state: { deletions: [deletionOf(withData.id, 'Subject')] },
  },
  'line recording': { shown: snapshotOf([{ ...live, lineRecording: 'recording' }]) },
  'under way': { shown: snapshotOf([live], { commands: [command()] }) },
  reconnecting: {
    shown: snapshotOf([live], {
      ...OFFERS,
      connections: [connection({ state: 'reconnecting' }), connection({ vendor: 'verba' })],
    }),
  },
  'signed out': {
    shown: snapshot({ ...OFFERS, connections: [connection({ state: 'signed-out' })] }),
  },
  'session not started': {
    shown: snapshot({ ...OFFERS, connections: [connection({ reason: { code: 'refused' } })] }),
  },
  'a second call rings': { shown: snapshotOf([live, ringing], { waitingCallIds: [ringing.id] }) },
  'another customer on hold': { shown: snapshotOf([live, held]) },
  consultation: { shown: snapshotOf([consultation, held]) },
  TalkSpace: { shown: snapshotOf([talkSpace()], OFFERS) },
  'TalkSpace beside a call': { shown: snapshotOf([live, talkSpace()], OFFERS) },
  conference: {
    shown: snapshot({ ...OFFERS, calls: [conference({ actions: ['hold', 'play'] })] }),
  },
  'calls that are over': {
    shown: snapshot({
      ...OFFERS,
      missedCalls: [
        { id: 'genesys:7', identity: { name: 'Oskar Lind' }, address: '15007', at: 0 },
        { id: 'genesys:8', identity: { name: 'Withheld' }, at: 0 },
      ],
      lastCalls: [lastCall({ address: '15009' }), lastCall({ id: 'genesys:10' })],
    }),
  },
  'calls that are over, not connected': {
    shown: snapshot({
      ...OFFERS,
      connections: [connection({ state: 'reconnecting' })],
      missedCalls: [{ id: 'genesys:7', identity: { name: 'Oskar' }, address: '15007', at: 0 }],
    }),
  },
  'a missed call being dismissed': {
    shown: snapshot({
      ...OFFERS,
      missedCalls: [{ id: 'genesys:7', identity: { name: 'Oskar' }, address: '15007', at: 0 }],
      commands: [command({ action: 'dial', callId: undefined, subject: '15007' })],
    }),
    state: { pending: [{ about: { action: 'dismiss-missed-call', callId: 'genesys:7' } }] },
  },
  'a read that was declined': {
    shown: snapshotOf([live], OFFERS),
    state: { refusals: [refusalOf(watchConference('conference', 'conf-9'), 'conf-9')] },
  },
  'a change that was declined': {
    shown: snapshotOf([live], OFFERS),
    state: { refusals: [refusalOf(dial('15007'), '15007')] },
  },
  'a command that failed': {
    shown: snapshotOf([live], {
      commands: [command({ outcome: 'failed', error: { code: 'refused', vendor: 'genesys' } })],
    }),
  },
  'conference that nobody has joined': {
    shown: snapshot({ ...OFFERS, calls: [conference({ state: 'waiting', actions: [] })] }),
  },
};

function stateOf({ shown, state = {} }: Situation): WindowState {
  return { ...createWindowStore(shown).getState(), ...state };
}

/** The announcement of a control by a screen reader. */
interface Control {
  readonly isDisabled: boolean;
  readonly isBusy: boolean;
  readonly reason: string | undefined;
}

/** All controls with this name in the markup. */
function controlsNamed(markup: string, name: string, tag = 'button'): Control[] {
  return [...markup.matchAll(new RegExp(`(<${tag}\\b[^>]*>)(.*?)</${tag}>`, 'g'))].flatMap(
    ([, opening = '', content = '']) => {
      const labelId = /aria-labelledby="([^"]*)"/.exec(opening)?.[1];
      const said =
        /aria-label="([^"]*)"/.exec(opening)?.[1] ??
        (labelId === undefined ? textOf(content) : textOf(elementOf(markup, labelId)));
      const describedBy = /aria-describedby="([^"]*)"/.exec(opening)?.[1];
      const isDisabled = opening.includes('aria-disabled="true"');
      const isBusy = opening.includes('aria-busy="true"');
      return said.trim() !== name
        ? []
        : [
            {
              isDisabled,
              isBusy,
              reason:
                isDisabled && !isBusy && describedBy !== undefined
                  ? textOf(elementOf(markup, describedBy)).trim()
                  : undefined,
            },
          ];
    },
  );
}

function elementOf(markup: string, id: string): string {
  return new RegExp(`id="${id}"[^>]*>(.*?)</(?:span|p)>`).exec(markup)?.[1] ?? '';
}

/** The properties of an action that all views must agree on. */
function expected({ reason, isBusy }: WindowAction): Control {
  return {
    isDisabled: reason !== undefined || isBusy,
    isBusy,
    reason: isBusy ? undefined : reason,
  };
}

/** The IDs of the call bar's actions on a call. */
const BAR_KEYS = ({ id }: Call): string[] =>
  ['answer', 'reject', 'mute', 'unmute', 'hold', 'retrieve', 'hang-up'].map(
    (action) => `${action} ${id} `,
  );

function drawAlone(element: ReactNode, state: Partial<WindowState> = {}): string {
  const store = createStore(() => ({ ...createWindowStore().getState(), ...state }));
  const actions = createWindowActions(new FakeBridge().bridge, store);
  return renderToStaticMarkup(<WindowContext value={{ store, actions }}>{element}</WindowContext>);
}

/** Actions on one of many that are rendered before anything is typed. */
const DRAWN_FOR_EACH = new Set([
  'change-data',
  'delete-data',
  'undo-data',
  'call-back',
  'dismiss-missed-call',
  'write-about',
  'recording',
  'dismiss-message',
]);

/** Data is deleted in the form for changing it, and is not changed while that is open. */
function whereShown({ id, key }: WindowAction): Partial<WindowState> | undefined {
  const [, callId = '', dataKey = ''] = key.split(' ');
  const panel = { kind: 'change-data', callId, key: dataKey } as const;
  return id === 'delete-data' ? { panel } : id === 'change-data' ? { panel: undefined } : undefined;
}

/** Actions that only the palette and the shortcuts offer. */
const WITHOUT_BUTTON = new Set([
  'last-calls',
  'wrap-up',
  'roster-notifications',
  'call-bar',
  'help',
  'about',
  'quit',
]);

describe.each(Object.entries(SITUATIONS))('in the situation: %s', (_name, situation) => {
  const state = stateOf(situation);
  const all = listActions(state).filter(
    ({ id, isOneOfMany }) => isOneOfMany !== true || DRAWN_FOR_EACH.has(id),
  );
  const markup = draw(situation.shown, situation.state);
  const current = situation.shown.calls.find(({ id }) => id === situation.shown.currentCallId);
  const inMenu = new Set(
    current?.line !== 'genesys'
      ? []
      : listMoreEntries(listCurrentCallActions(state, current)).map(({ key }) => key),
  );

  it('every action has a button or a menu entry with the same state', () => {
    expect(all.length).toBeGreaterThan(2);
    const hasButton = ({ id, run }: WindowAction): boolean =>
      !WITHOUT_BUTTON.has(id) && run.kind !== 'do-not-disturb';
    for (const action of all.filter(hasButton)) {
      const change = whereShown(action);
      const page =
        change === undefined ? markup : draw(situation.shown, { ...situation.state, ...change });
      const view = inMenu.has(action.key) ? drawAlone(<ActionEntry action={action} />) : page;
      expect(controlsNamed(view, action.label), action.label).toContainEqual(expected(action));
    }
  });

  it('the palette shows the same state of each action, or that it is under way', () => {
    for (const action of all) {
      const option = drawAlone(
        <PaletteOption
          id="option"
          action={action}
          isPointedAt={false}
          onChoose={() => undefined}
        />,
      );
      const { isBusy, reason } = action;
      const label = option.replace(/<span id=.*<\/span>/, '');
      expect(controlsNamed(label, action.label, 'li')).toMatchObject([
        { isDisabled: isBusy || reason !== undefined, isBusy },
      ]);
      expect(textOf(option)).toContain(isBusy ? en.palette.underWay : (reason ?? ''));
    }
  });

  it('the call bar offers the same actions as the window for the call that the agent is talking on', () => {
    const bar = drawAlone(<CallBar />, state);
    for (const action of listCallBarActions(state)) {
      expect(controlsNamed(bar, action.label), action.label).toEqual([expected(action)]);
    }
    const call = findActiveCall(situation.shown);
    const shared = all.filter(({ key }) => call !== undefined && BAR_KEYS(call).includes(key));
    const offered = listCallBarActions(state).filter(({ id }) => id !== 'show-window');
    expect(offered).toEqual(call?.id === current?.id ? shared : offered);
    expect(buttonsOf(bar).size).toBe(offered.length + 1);
  });

  it('each shortcut runs exactly one possible action', () => {
    const possible = listActionsWithKeys(state).filter((action) => !expected(action).isDisabled);
    const names = possible.map(({ shortcut }) => shortcut);
    expect(new Set(names).size).toBe(names.length);
  });

  it('the tray shows the same state of each action', () => {
    for (const call of situation.shown.calls) {
      for (const view of listCallActions(situation.shown, call)) {
        const shown = all.find(
          ({ id, key }) => id === view.id && key.startsWith(`${view.id} ${call.id}`),
        );
        if (shown === undefined || (view.id === 'keypad' && state.panel !== undefined)) continue;
        expect([shown.label, shown.reason, shown.isBusy]).toEqual([
          view.label,
          view.reason,
          view.isBusy,
        ]);
      }
    }
  });
});

it('an open panel can be closed by its button and its shortcut', () => {
  const keypad = listActionsWithKeys(stateOf(SITUATIONS['on hold, keypad open']!)).find(
    ({ id }) => id === 'keypad',
  );
  expect(keypad?.reason).toBeUndefined();
});

it('recordings can be looked up while Genesys reconnects', () => {
  const actions = listActionsWithKeys(stateOf(SITUATIONS.reconnecting!));
  const reasonOf = (id: string) => actions.find((action) => action.id === id)?.reason;
  expect(reasonOf('delete-call')).toBeUndefined();
  expect(reasonOf('mute')).toBeDefined();
});

it('the shortcuts for answering apply to the ringing call, all others to the current call', () => {
  const actions = listActionsWithKeys(stateOf(SITUATIONS['a second call rings']!));
  const callOf = (id: string) => actions.find((action) => action.id === id)?.key;
  expect(callOf('answer')).toContain(ringing.id);
  expect(callOf('mute')).toContain(live.id);
  expect(actions.filter(({ id }) => id === 'swap')).toEqual([]);
});

it('two customers can be merged or connected only after confirmation', () => {
  const runs = (name: string) =>
    listActions(stateOf(SITUATIONS[name]!))
      .filter(({ id }) => id === 'complete-conference' || id === 'complete-transfer')
      .map(({ label, run }) => [label, run.kind]);
  expect(runs('another customer on hold')).toEqual([
    ['Transfer to Grace', 'open'],
    ['Merge calls', 'open'],
  ]);
  expect(runs('consultation')).toEqual([
    ['Transfer to 15050', 'perform'],
    ['Merge calls', 'perform'],
  ]);
});
