import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../contract/call-model';
import { describeTalkSpaces } from '../../../../main/vendors/telesocial/line';
import { listCurrentCallActions } from '../../../../renderer/actions/call-actions';
import { listMoreEntries } from '../../../../renderer/features/current-call/MoreMenu';
import { createWindowStore } from '../../../../renderer/state/window-store';
import { isWebAddress } from '../../../../renderer/features/dialogs/PlayDialog';
import { buttonsOf, draw, reasonOf, regionOf, textOf } from '../draw';
import {
  OFFERS,
  command,
  conference,
  participant,
  snapshot,
  snapshotOf,
  talkSpace,
  telephoneCall,
} from '../fixtures';

const WITH_GREETING = describeTalkSpaces({ greetings: [{ name: 'Welcome', id: 'g' }] });

function namesIn(call: Call): string[] {
  const buttons = buttonsOf(regionOf(draw(snapshotOf([call])), 'Current call'));
  return [...buttons.keys()].filter((name) => name !== 'Copy number');
}

/** The items of the More menu. */
function entriesOf(call: Call): string[] {
  const state = createWindowStore(snapshotOf([call])).getState();
  return listMoreEntries(listCurrentCallActions(state, call)).map(({ label }) => label);
}

describe('a telephone call', () => {
  it('that rings shows Answer and Reject first', () => {
    const call = telephoneCall({ state: 'ringing', actions: ['answer'] });
    expect(namesIn(call).slice(0, 3)).toEqual(['Answer', 'Hold', 'Reject']);
    const markup = draw(snapshotOf([call]));
    expect(reasonOf(markup, 'Answer')).toBeUndefined();
    expect(reasonOf(markup, 'Reject')).toBe(
      'Genesys does not allow this in the current state of the call.',
    );
    expect(reasonOf(markup, 'Add')).toBe('Available once the call is answered.');
  });

  it('in progress shows only the actions that its line offers, each in its place', () => {
    expect(namesIn(telephoneCall({ actions: [] }))).toEqual([
      'Mute',
      'Hold',
      'Hang up',
      'Add',
      'Transfer',
      'Keypad',
      'Delete call',
      'More',
    ]);
  });

  it('enables Add if any way of adding is allowed', () => {
    const asking = draw(snapshotOf([telephoneCall({ actions: ['consult-conference'] })]));
    expect(reasonOf(asking, 'Add')).toBeUndefined();
    expect(reasonOf(asking, 'Transfer')).toBeDefined();
  });

  it.each([
    ['clear', 'End for all'],
    ['delete-call', 'Recording details'],
  ] as const)('has an entry for %s only while that is allowed', (action, name) => {
    expect(entriesOf(telephoneCall({ actions: [action] }))).toContain(name);
    expect(entriesOf(telephoneCall({ actions: [] }))).not.toContain(name);
  });

  it('does not show the actions of other lines, which are in their sections', () => {
    expect(namesIn(talkSpace())).toEqual([]);
    expect(namesIn(conference({ actions: ['mute', 'hold'] }))).toEqual([]);
  });

  it('that consults a colleague names the target of the transfer, and merges without confirmation', () => {
    const customer = telephoneCall({ state: 'held', isHeld: true });
    const consultation = telephoneCall({
      id: 'genesys:2',
      parentCallId: customer.id,
      participants: [participant({ name: '15050' })],
      actions: ['complete-transfer', 'complete-conference'],
    });
    const names = buttonsOf(draw(snapshotOf([consultation, customer])));
    expect(names.has('Transfer to 15050')).toBe(true);
    expect(names.has('Merge calls')).toBe(true);
  });

  it('can be swapped with another answered call while that is allowed', () => {
    const other = telephoneCall({
      id: 'genesys:2',
      state: 'held',
      participants: [participant({ name: 'Grace' })],
    });
    const hasSwap = (current: Call, behind: Call) =>
      buttonsOf(draw(snapshotOf([current, behind]))).has('Swap with Grace');
    expect(hasSwap(telephoneCall({ actions: ['swap'] }), other)).toBe(true);
    expect(hasSwap(telephoneCall({ actions: ['swap'] }), { ...other, state: 'ringing' })).toBe(
      false,
    );
    expect(hasSwap(telephoneCall(), other)).toBe(false);
  });
});

describe('the keypad', () => {
  const open = { panel: { kind: 'keypad', callId: 'genesys:1' } } as const;

  it('is closed at first, and has all keys of a telephone when opened', () => {
    const call = telephoneCall({ actions: ['send-tones'] });
    expect(textOf(draw(snapshotOf([call])))).not.toContain('Sent so far');
    const keys = buttonsOf(regionOf(draw(snapshotOf([call]), open), 'Keypad'));
    expect([...keys.keys()].join('')).toBe('123456789*0#');
    expect([...keys.values()].some((tag) => tag.includes('aria-disabled'))).toBe(false);
  });

  it('says why it cannot be used', () => {
    const held = draw(snapshotOf([telephoneCall({ state: 'held', actions: [] })]), open);
    expect(textOf(regionOf(held, 'Keypad'))).toContain('Genesys does not allow this');
  });
});

describe('the data attached to a call', () => {
  const attachedData = [
    { key: 'customer', value: 'Ada', isText: true },
    { key: 'case', value: '{"id":12}', isText: false },
  ];
  const actions: Call['actions'] = ['attach-data', 'update-data', 'delete-data', 'delete-all-data'];

  it('are a section with a button to change each item, and Delete only in its form', () => {
    const card = regionOf(draw(snapshotOf([telephoneCall({ attachedData, actions })])), 'Customer');
    expect(textOf(card)).toContain('customer Ada');
    expect([...buttonsOf(card).keys()]).toEqual([
      'Customer',
      'Add data',
      'Change customer',
      'Change case',
      'Delete all data',
    ]);
  });

  it('have no section if there are none and none can be added', () => {
    expect(textOf(draw(snapshotOf([telephoneCall()])))).not.toContain('Customer');
    const empty = draw(snapshotOf([telephoneCall({ actions: ['attach-data'] })]));
    expect([...buttonsOf(regionOf(empty, 'Customer')).keys()]).toEqual(['Customer', 'Add data']);
  });

  it('remains in view for reading while a colleague is consulted', () => {
    const attachedData = [{ key: 'CustomerName', value: 'Ada Marsh', isText: true }];
    const customer = telephoneCall({ state: 'held', isHeld: true, attachedData });
    const consultation = telephoneCall({ id: 'genesys:2', parentCallId: customer.id });
    const shown = regionOf(draw(snapshotOf([consultation, customer])), 'Customer');
    expect(textOf(shown)).toContain('From the call with');
    expect(textOf(shown)).toContain('Ada Marsh');
    expect([...buttonsOf(shown).keys()]).toEqual(['Customer']);

    const own = [{ key: 'CustomerName', value: 'Ada M.', isText: true }];
    const copied = snapshotOf([{ ...consultation, attachedData: own }, customer]);
    expect(textOf(regionOf(draw(copied), 'Customer'))).not.toContain('Ada Marsh');
    expect(textOf(regionOf(draw(copied), 'Customer'))).not.toContain('From the call with');
  });

  it('remains in view below what the agent adds to the consultation', () => {
    const attachedData = [{ key: 'CustomerName', value: 'Ada Marsh', isText: true }];
    const customer = telephoneCall({ state: 'held', isHeld: true, attachedData });
    const consultation = telephoneCall({
      id: 'genesys:2',
      parentCallId: customer.id,
      actions: ['delete-all-data'],
      attachedData: [{ key: 'Question', value: 'Refund?', isText: true }],
    });
    const shown = regionOf(draw(snapshotOf([consultation, customer])), 'Customer');
    // Below the button too, which deletes only the data of the consultation.
    expect(textOf(shown)).toMatch(/Refund\?.*Delete all data.*From the call with.*Ada Marsh/);
  });

  it('say why they cannot be changed now', () => {
    const markup = draw(snapshotOf([telephoneCall({ attachedData, state: 'held', actions: [] })]));
    expect(reasonOf(markup, 'Change customer')).toContain('Genesys does not allow this');
  });

  it('show only the item that is being deleted as busy', () => {
    const commands = [command({ action: 'delete-data', subject: 'case' })];
    const markup = draw(snapshotOf([telephoneCall({ attachedData, actions })], { commands }));
    expect(buttonsOf(markup).get('Change case')).toContain('aria-busy="true"');
    expect(buttonsOf(markup).get('Change customer')).not.toContain('aria-busy');
  });
});

describe('the people in a call', () => {
  it('are shown with the time they joined, and with a menu if the line offers more than removal', () => {
    const joinedAt = new Date(2026, 0, 2, 3, 4, 5).getTime();
    const theta = participant({ name: 'theta', joinedAt, actions: ['remove'] });
    const card = regionOf(
      draw(snapshotOf([telephoneCall(), talkSpace({ participants: [theta] })])),
      'TalkSpace',
    );
    expect(textOf(card)).toContain('since 03:04');
    expect(buttonsOf(card).get('Actions for theta')).toContain('aria-haspopup="menu"');
    const markup = draw(snapshotOf([telephoneCall({ participants: [theta] })]));
    expect(buttonsOf(markup).has('Actions for theta')).toBe(false);
  });

  it('have menus that are rendered only while open', () => {
    expect(draw(snapshotOf([talkSpace()]))).not.toContain('role="menu"');
  });
});

describe('TalkSpaces', () => {
  const older = talkSpace({ id: 'talkspace:t-1', reference: 't-1', participants: [] });

  it('each have a region, and Close lists the people it disconnects', () => {
    const markup = draw(snapshotOf([telephoneCall(), talkSpace(), older]));
    const newest = regionOf(markup, 'TalkSpace');
    expect(textOf(newest)).toContain('Closing disconnects theta.');
    expect(buttonsOf(newest).get('Close TalkSpace')).toContain('aria-describedby');
    expect(textOf(regionOf(markup, 'TalkSpace t-1'))).toContain('Nobody has joined yet.');
  });

  it('are started by one press, with Options if the profile lists media', () => {
    const none = buttonsOf(draw(snapshot({ lines: [WITH_GREETING] })));
    expect(none.has('Start TalkSpace')).toBe(true);
    expect(none.has('New TalkSpace')).toBe(true);
    expect(buttonsOf(draw(snapshot(OFFERS))).has('New TalkSpace')).toBe(false);
  });

  it('are started by a less prominent button while one is open', () => {
    const buttons = buttonsOf(draw(snapshotOf([talkSpace()], OFFERS)));
    expect(buttons.has('New TalkSpace')).toBe(true);
    expect(buttons.has('Start TalkSpace')).toBe(false);
  });
});

describe('a conference', () => {
  const drawOne = (fields: Partial<Call>) =>
    regionOf(draw(snapshot({ ...OFFERS, calls: [conference(fields)] })), 'Conference');

  it('is created or watched by less prominent buttons while none is watched', () => {
    const none = draw(snapshot(OFFERS));
    expect(none).not.toContain('aria-label="Conference"');
    expect(buttonsOf(none).has('New conference')).toBe(true);
    expect(buttonsOf(none).has('Watch a conference')).toBe(true);
    const one = buttonsOf(draw(snapshot({ ...OFFERS, calls: [conference()] })));
    expect(one.has('New conference')).toBe(false);
  });

  it('has its buttons, and says why one cannot be used', () => {
    const card = drawOne({ isMuted: true, actions: ['unmute'] });
    expect([...buttonsOf(card).keys()]).toEqual([
      'Conference',
      'Watch another',
      'Unmute conference',
      'Hold conference',
      'Say or play…',
      'Stop playing',
      'Add',
      'End conference',
    ]);
    expect(reasonOf(card, 'Unmute conference')).toBeUndefined();
    expect(reasonOf(card, 'Hold conference')).toContain('Bandwidth does not allow this');
  });

  it('says why the agent cannot be removed', () => {
    const own = participant({ name: 'Eta', actions: ['remove'], isAgent: true });
    expect(reasonOf(drawOne({ participants: [own] }), 'Remove Eta')).toContain('This is you');
    const other = participant({ name: 'Ada', actions: ['remove'] });
    expect(reasonOf(drawOne({ participants: [other] }), 'Remove Ada')).toBeUndefined();
  });

  it('says that it is full, or that nobody has joined yet', () => {
    expect(reasonOf(drawOne({ activeMembers: 20, maxMembers: 20 }), 'Add')).toBe(
      'The conference is full: it holds 20 people.',
    );
    const [one, calling] = [participant(), participant({ id: 'p2', presence: 'calling' })];
    const nearlyFull = drawOne({ activeMembers: 1, maxMembers: 2, participants: [one, calling] });
    expect(reasonOf(nearlyFull, 'Add')).toBe('The conference is full: it holds 2 people.');
    const waiting = drawOne({ state: 'waiting', actions: ['add-participant'] });
    expect(reasonOf(waiting, 'Add')).toBeUndefined();
    expect(reasonOf(waiting, 'Say or play…')).toBe('Available once somebody has joined.');
  });

  it('that is completed says so, and offers to create or watch another', () => {
    const card = drawOne({ state: 'ended' });
    expect(textOf(card)).toContain('The conference is over and cannot be used again.');
    expect([...buttonsOf(card).keys()]).toEqual(['Conference', 'New conference', 'Watch another']);
  });
});

describe('the address of a file to play', () => {
  it.each([
    ['https://files.example.com/a.mp3', true],
    ['http://files.example.com/a.mp3', true],
    ['file:///etc/passwd', false],
    ['a.mp3', false],
    ['', false],
  ])('%s: %s', (address, isUsable) => {
    expect(isWebAddress(address)).toBe(isUsable);
  });
});
