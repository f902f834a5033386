import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../../contract/preferences';
import type { Snapshot } from '../../../../contract/snapshot';
import { searchActions } from '../../../../renderer/features/palette/search-actions';
import { listCallBack } from '../../../../renderer/actions/last-call-actions';
import { listTypedNumber } from '../../../../renderer/actions/people-actions';
import { listActions } from '../../../../renderer/actions/registry';
import { runAction, type WindowAction } from '../../../../renderer/actions/window-action';
import { createWindowActions } from '../../../../renderer/state/window-context';
import { dial, watchConference, type WindowRequest } from '../../../../renderer/state/requests';
import { createWindowStore, type WindowState } from '../../../../renderer/state/window-store';
import { LINES } from '../../../support/lines';
import { pigeonLine } from '../../../support/pigeon/line';
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

function listOf(shown: Snapshot): WindowAction[] {
  return listActions(createWindowStore(shown).getState());
}

function find(shown: Snapshot, label: string): WindowAction {
  const found = listOf(shown).filter((action) => action.label === label);
  expect(found, `actions called ${label}`).toHaveLength(1);
  return found[0]!;
}

/** The request to the main process when the action is chosen. */
function sentBy(action: WindowAction): string[] {
  const main = new FakeBridge();
  runAction(createWindowActions(main.bridge, createWindowStore()), action);
  return main.asked;
}

function labelsOf(actions: readonly WindowAction[]): string[] {
  return actions.map(({ label }) => label);
}

it('isolates each name in a list, so that names of mixed direction keep their order', () => {
  const dana = participant({ id: 'p1', name: '\u05d3\u05e0\u05d4', actions: ['remove'] });
  const call = telephoneCall({ participants: [dana, participant({ id: 'p2', name: '15002' })] });
  const remove = find(snapshotOf([call]), 'Remove \u05d3\u05e0\u05d4');
  expect(remove.detail).toContain('\u2068\u05d3\u05e0\u05d4\u2069, 15002');
});

it('the same action turns notifications of joins and leaves off and on', () => {
  const off = find(
    snapshot({ preferences: DEFAULT_PREFERENCES }),
    'Turn off join and leave notifications',
  );
  expect(sentBy(off)).toEqual(['changePreference rosterNotifications false']);
  const on = find(
    snapshot({ preferences: { ...DEFAULT_PREFERENCES, rosterNotifications: false } }),
    'Turn on join and leave notifications',
  );
  expect(on.id).toBe(off.id);
  expect(sentBy(on)).toEqual(['changePreference rosterNotifications true']);
});

it.each([
  '+12125550142',
  '01.23.45.67.89',
  '٠١٢٣٤٥٦٧٨٩',
  'tel:+1-212-555-0142',
  '（０３）１２３４',
])('the number %s can be dialed as typed', (typed) => {
  const shown = snapshot(OFFERS);
  expect(listTypedNumber(shown, typed)).toMatchObject([{ run: { kind: 'dial', address: typed } }]);
});

describe('the actions of a telephone call', () => {
  it('match its buttons: either mute or unmute, and answer only while it rings', () => {
    const ringing = telephoneCall({ state: 'ringing', actions: ['answer'] });
    const labels = labelsOf(listOf(snapshotOf([ringing])));
    expect(labels).toEqual(expect.arrayContaining(['Answer', 'Reject', 'Hold']));
    expect(labels).not.toContain('Mute');
    expect(labels).not.toContain('Hang up');
    const muted = telephoneCall({ isMuted: true, actions: ['mute', 'unmute', 'answer'] });
    const others = labelsOf(listOf(snapshotOf([muted])));
    expect(others).toContain('Unmute');
    expect(others).not.toContain('Mute');
    expect(others).not.toContain('Answer');
  });

  it('say why they are not possible', () => {
    const ringing = telephoneCall({ state: 'ringing', actions: ['answer'] });
    expect(find(snapshotOf([ringing]), 'Answer').reason).toBeUndefined();
    expect(find(snapshotOf([ringing]), 'Hold').reason).toBe('Available once the call is answered.');
    const away = snapshotOf([telephoneCall()], { connections: [connection({ state: 'error' })] });
    expect(find(away, 'Mute').reason).toContain('not connected');
  });

  it('are busy while they are under way', () => {
    const shown = snapshotOf([telephoneCall()], { commands: [command()] });
    expect(find(shown, 'Mute').isBusy).toBe(true);
    expect(find(shown, 'Hold').isBusy).toBe(false);
    const deleting = command({ action: 'delete-call', subject: 'r-1' });
    const inDeletion = snapshotOf([telephoneCall()], { commands: [deleting] });
    expect(find(inDeletion, 'Delete call').isBusy).toBe(true);
  });

  it('ask for confirmation if the button does', () => {
    const call = telephoneCall({ actions: ['clear', 'delete-call', 'add-participant'] });
    const shown = snapshotOf([call]);
    expect(find(shown, 'End for all').run).toEqual({
      kind: 'open',
      dialog: { kind: 'clear', call },
    });
    expect(find(shown, 'Delete call').run).toMatchObject({ dialog: { kind: 'delete-call' } });
    expect(find(shown, 'Add').run).toMatchObject({ dialog: { kind: 'add' } });
  });

  it('swap with the only other call by a shortcut, and with one of several only by name', () => {
    const current = telephoneCall({ actions: ['swap'] });
    const other = (id: string, name: string) =>
      telephoneCall({ id, state: 'held', participants: [participant({ name })] });
    const one = snapshotOf([current, other('genesys:2', 'Grace')]);
    expect(find(one, 'Swap with Grace').shortcut).toBe('swap');
    expect(sentBy(find(one, 'Swap with Grace'))).toEqual([
      'performOperation swap genesys:1 genesys:2',
    ]);
    const two = snapshotOf([current, other('genesys:2', 'Grace'), other('genesys:3', 'Edsger')]);
    expect(find(two, 'Swap with Grace').shortcut).toBeUndefined();
  });
});

it('the key for Hang up never means the waiting call, even if that can only be hung up', () => {
  const waiting = telephoneCall({ id: 'genesys:2', state: 'ringing', actions: ['hang-up'] });
  const shown = snapshotOf([telephoneCall(), waiting], { waitingCallIds: [waiting.id] });
  const sentWith = (shortcut: string) =>
    listOf(shown)
      .filter((action) => action.shortcut === shortcut)
      .flatMap(sentBy);
  expect(sentWith('hang-up')).toEqual(['performOperation hang-up genesys:1']);
  expect(sentWith('reject')).toEqual(['performOperation hang-up genesys:2']);
});

describe('the actions of the other lines', () => {
  it('have shortcuts only for the newest TalkSpace, and name their TalkSpace', () => {
    const older = talkSpace({ id: 'talkspace:t-76', reference: 't-76' });
    const closing = listOf(snapshot({ calls: [talkSpace(), older] })).filter(
      ({ label }) => label === 'Close TalkSpace',
    );
    expect(closing.map(({ detail, shortcut }) => [detail, shortcut])).toEqual([
      ['TalkSpace t-77', 'close-talkspace'],
      ['TalkSpace t-76', undefined],
    ]);
  });

  it('start a TalkSpace at once while none is open, and with a dialog afterwards', () => {
    expect(find(snapshot(OFFERS), 'Start TalkSpace').run).toMatchObject({
      kind: 'start-talkspace',
    });
    const open = listOf(snapshot({ ...OFFERS, calls: [talkSpace()] }));
    expect(labelsOf(open)).toContain('New TalkSpace');
    expect(labelsOf(open)).not.toContain('Start TalkSpace');
  });

  it('hold a conference with a different shortcut than a call', () => {
    const room = conference({ actions: ['hold', 'complete-room'] });
    const shown = snapshotOf([telephoneCall(), room]);
    expect(find(shown, 'Hold conference').shortcut).toBe('hold-room');
    expect(find(shown, 'Hold').shortcut).toBe('hold');
    expect(labelsOf(listOf(shown))).not.toContain('New conference');
  });

  it('start and watch conferences on their own line', () => {
    const lines = [...LINES, pigeonLine];
    const main = new FakeBridge();
    const actions = createWindowActions(main.bridge, createWindowStore());
    const offered = listOf(snapshot({ lines, calls: [conference()] }));
    const opened = offered.flatMap(({ run }) => (run.kind === 'open' ? [run.dialog] : []));
    expect(opened.filter(({ kind }) => kind === 'watch-conference')).toEqual([
      { kind: 'watch-conference', line: 'conference' },
      { kind: 'watch-conference', line: 'flight' },
    ]);
    for (const wanted of ['start-talkspace', 'new-conference']) {
      runAction(
        actions,
        offered.find(({ id }) => id === wanted)!,
      );
    }
    // No number has to host a flight, so nothing is asked before it starts.
    expect(main.asked).toEqual(['startTalkSpace talkspace', 'createConference flight']);
  });

  it('on a second line of watched conferences name the line, and have no shortcuts', () => {
    const lines = [...LINES, pigeonLine];
    const calls = [
      conference({ actions: ['mute'] }),
      conference({ id: 'flight:1', line: 'flight', reference: '1', actions: ['add-participant'] }),
    ];
    const shown = listOf(snapshot({ lines, calls }));
    const described = (wanted: string) =>
      shown.filter(({ id }) => id === wanted).map(({ detail, shortcut }) => [detail, shortcut]);
    expect(described('watch-conference')).toEqual([
      ['Conference', 'watch-conference'],
      ['Call', undefined],
    ]);
    expect(described('add')).toEqual([
      ['Conference conf-1', 'add-to-room'],
      ['Call 1', undefined],
    ]);
    const keys = shown.flatMap(({ shortcut }) => shortcut ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are busy only while a conference is being started on their own line', () => {
    const lines = [...LINES, pigeonLine];
    const commands = [
      command({ action: 'create-conference', callId: undefined, subject: 'conference' }),
    ];
    const starts = listOf(snapshot({ lines, commands })).filter(
      ({ id }) => id === 'new-conference',
    );
    expect(starts.map(({ key, isBusy }) => [key, isBusy])).toEqual([
      ['new-conference conference', true],
      ['new-conference flight', false],
    ]);
  });

  it('create a conference only while none is watched', () => {
    expect(labelsOf(listOf(snapshot(OFFERS)))).toEqual(
      expect.arrayContaining(['New conference', 'Watch a conference', 'Dial', 'History']),
    );
    expect(labelsOf(listOf(snapshot({ lines: [] })))).toEqual([
      'Turn off join and leave notifications',
      'Do not disturb for 30 minutes',
      'Do not disturb for 1 hour',
      'Do not disturb until I turn it off',
      'Show call bar',
      'Commands',
      'Settings',
      'Help',
      'About Sidetone',
      'Quit Sidetone',
    ]);
  });
});

describe('the actions with people', () => {
  const ada = participant({ address: '15001', actions: ['remove', 'mute'] });

  it('are the possible actions on the people in a call', () => {
    const shown = snapshotOf([telephoneCall({ participants: [ada] })]);
    expect(find(shown, 'Remove Ada Lovelace').run).toMatchObject({
      kind: 'open',
      dialog: { kind: 'remove-participant', participant: { id: 'p1' } },
    });
    const mute = listOf(shown).find(({ key }) => key === 'mute genesys:1 p1');
    expect(mute).toMatchObject({
      label: 'Mute',
      detail: 'Ada Lovelace · +15550100142',
      run: { operation: { kind: 'mute-participant', participantId: 'p1' } },
    });
  });

  it('call people from the last calls or add them to an open call, each on their own line', () => {
    const lastCall = {
      reference: '9',
      identity: { name: 'Grace' },
      wasAnswered: true,
      participantCount: 1,
      startedAt: 0,
      endedAt: 1,
      canLookUpRecording: false,
    };
    const shown = snapshotOf(
      [
        telephoneCall({ participants: [ada], actions: ['add-participant'] }),
        talkSpace({ actions: ['add-participant'] }),
      ],
      {
        ...OFFERS,
        lastCalls: [
          {
            ...lastCall,
            id: 'genesys:9',
            line: 'genesys',
            participants: [{ id: 'p', name: 'Grace', address: '15002' }],
          },
          {
            ...lastCall,
            id: 'talkspace:9',
            line: 'talkspace',
            participants: [{ id: 'p', name: 'iota', address: 'iota' }],
          },
        ],
      },
    );
    const about = labelsOf(listOf(shown).filter(({ isOneOfMany }) => isOneOfMany));
    expect(about).toEqual(
      expect.arrayContaining([
        'Call Ada Lovelace',
        'Call Grace',
        'Add Grace to the call',
        'Add iota to the TalkSpace',
      ]),
    );
    expect(about).not.toContain('Call iota');
    expect(about).not.toContain('Add Ada Lovelace to the call');
    expect(find(shown, 'Call Grace').run).toMatchObject({
      kind: 'dial',
      address: '15002',
    });
  });

  it('dial only text that looks like a number', () => {
    const shown = snapshot(OFFERS);
    expect(listTypedNumber(shown, ' +1 555 0100 ')[0]?.run).toMatchObject({
      kind: 'dial',
      address: '+1 555 0100',
    });
    expect(listTypedNumber(shown, 'Ada 2')).toEqual([]);
    expect(listTypedNumber(snapshot(), '15002')).toEqual([]);
  });
});

describe('the actions on ended calls and messages', () => {
  const missed = (id: string) => ({
    id,
    identity: { name: 'Oskar Lind' },
    address: '+14155550177',
    at: 0,
  });

  it('dismiss a missed call and call back, and offer a repeated caller only once', () => {
    const shown = snapshot({ ...OFFERS, missedCalls: [missed('genesys:7'), missed('genesys:8')] });
    const dismissals = listOf(shown).filter(({ id }) => id === 'dismiss-missed-call');
    expect(dismissals.flatMap(sentBy)).toEqual([
      'dismissMissedCall genesys:7',
      'dismissMissedCall genesys:8',
    ]);
    expect(sentBy(find(shown, 'Call back Oskar Lind'))).toEqual(['dial +14155550177']);
  });

  it('offer Retry only for requests that change nothing at a service', () => {
    const stateWith = (request: WindowRequest): WindowState => ({
      ...createWindowStore(snapshot(OFFERS)).getState(),
      refusals: [
        { key: 'r', request, action: request.action, target: '', error: { code: 'internal' } },
      ],
    });
    const retriesOf = (request: WindowRequest) =>
      listActions(stateWith(request)).filter(({ id }) => id === 'retry');
    const watching = watchConference('conference', 'conf-9');
    expect(retriesOf(watching).flatMap(sentBy)).toEqual(['watchConference conference conf-9']);
    expect(retriesOf(dial('15007'))).toEqual([]);
  });
});

describe('searching', () => {
  function action(label: string, fields: Partial<WindowAction> = {}): WindowAction {
    return {
      id: label,
      key: label,
      label,
      isBusy: false,
      run: { kind: 'focus', elementId: '' },
      ...fields,
    };
  }
  const actions = [
    action('Remove Ada Holm', { isOneOfMany: true }),
    action('Transfer the call', { reason: 'Not now.' }),
    action('Hold'),
    action('Show Thora'),
    action('Hang up', { detail: 'Ada Holm' }),
  ];

  it('requires every word, in any order, in the label or detail', () => {
    expect(labelsOf(searchActions(actions, 'ada rem'))).toEqual(['Remove Ada Holm']);
    expect(labelsOf(searchActions(actions, 'HANG ada'))).toEqual(['Hang up']);
    expect(searchActions(actions, 'hold ada')).toEqual([]);
  });

  it('lists calling a person before removing them', () => {
    const remove = action('Remove eta', { id: 'remove', isOneOfMany: true });
    const found = searchActions([remove, action('Call eta', { isOneOfMany: true })], 'eta');
    expect(labelsOf(found)).toEqual(['Call eta', 'Remove eta']);
  });

  it('lists labels that begin with the text first, then labels with such a word, then the rest', () => {
    expect(labelsOf(searchActions(actions, 'ho'))).toEqual([
      'Hold',
      'Remove Ada Holm',
      'Hang up',
      'Show Thora',
    ]);
  });

  it('lists possible actions first, and single people only once something is typed', () => {
    expect(labelsOf(searchActions(actions, ''))).toEqual([
      'Hold',
      'Show Thora',
      'Hang up',
      'Transfer the call',
    ]);
  });
});

describe('running an action', () => {
  it('sends the same request as its button, and nothing while it is not possible', () => {
    const main = new FakeBridge();
    const store = createWindowStore(snapshotOf([telephoneCall()]));
    const actions = createWindowActions(main.bridge, store);
    const mute = find(snapshotOf([telephoneCall()]), 'Mute');
    runAction(actions, { ...mute, reason: 'Not now.' });
    expect(main.asked).toEqual([]);
    runAction(actions, mute);
    expect(main.asked).toEqual(['performOperation mute genesys:1']);
  });

  it('closes the dialog that a number is dialed from, so that the call or the refusal is seen', () => {
    const main = new FakeBridge();
    const store = createWindowStore(snapshot(OFFERS));
    const actions = createWindowActions(main.bridge, store);
    store.setState({ dialog: { kind: 'history' } });
    const state = store.getState();
    const [callBack] = listCallBack(state, { name: 'Oskar Lind', address: '15007' });
    runAction(actions, { ...callBack!, reason: 'Not now.' });
    expect(store.getState().dialog?.kind).toBe('history');
    runAction(actions, callBack!);
    expect(store.getState().dialog).toBeUndefined();
    expect(main.asked).toEqual(['dial 15007']);
  });

  it('opens its dialog, panel or section', () => {
    const store = createWindowStore(snapshotOf([telephoneCall()]));
    const actions = createWindowActions(new FakeBridge().bridge, store);
    const shown = snapshotOf([telephoneCall({ actions: ['send-tones', 'delete-call'] })]);
    runAction(actions, find(shown, 'Delete call'));
    expect(store.getState().dialog?.kind).toBe('delete-call');
    runAction(actions, find(shown, 'Keypad'));
    expect(store.getState().panel).toEqual({ kind: 'keypad', callId: 'genesys:1' });
    runAction(actions, find(shown, 'Keypad'));
    expect(store.getState().panel).toBeUndefined();
  });
});
