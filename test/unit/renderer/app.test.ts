import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../contract/preferences';
import { buttonsOf, draw, regionOf, textOf } from './draw';
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
} from './fixtures';

describe('the current call', () => {
  it('is an empty region before the first snapshot, and then shows No call', () => {
    expect(textOf(regionOf(draw(), 'Current call')).trim()).toBe('');
    expect(textOf(regionOf(draw(snapshot()), 'Current call'))).toContain('No call');
  });

  it.each([
    ['dialing', 'Dialing'],
    ['ringing', 'Ringing'],
    ['established', 'Established'],
    ['held', 'On hold'],
    ['ended', 'Ended'],
  ] as const)('that is %s shows %s, and no text of another state', (state, text) => {
    const call = telephoneCall({ state, isHeld: state === 'held', actions: [] });
    const region = textOf(regionOf(draw(snapshotOf([call])), 'Current call'));
    const states = ['Dialing', 'Ringing', 'Established', 'On hold', 'Ended', 'Muted', 'No call'];
    const said = states.filter((word) => region.toLowerCase().includes(word.toLowerCase()));
    expect(said).toEqual([text]);
  });

  it('shows Muted and the Unmute button', () => {
    const markup = draw(snapshotOf([telephoneCall({ isMuted: true, actions: ['unmute'] })]));
    expect(textOf(regionOf(markup, 'Current call'))).toContain('Muted');
    expect([...buttonsOf(regionOf(markup, 'Current call')).keys()]).toEqual([
      'Copy number',
      'Unmute',
      'Hold',
      'Hang up',
      'Add',
      'Transfer',
      'Keypad',
      'Delete call',
      'More',
    ]);
  });

  it('shows on the button why an action is not possible', () => {
    const markup = draw(snapshotOf([telephoneCall({ state: 'ringing', actions: ['answer'] })]));
    const tag = buttonsOf(markup).get('Hold') ?? '';
    expect(tag).toContain('aria-disabled="true"');
    const reasonId = /aria-describedby="([^"]*)"/.exec(tag)?.[1] ?? 'none';
    expect(markup).toContain(`id="${reasonId}"`);
    expect(textOf(markup)).toContain('Available once the call is answered.');
    expect(buttonsOf(markup).get('Answer')).not.toContain('aria-disabled');
  });

  it('marks an action that is under way as busy', () => {
    const tag = buttonsOf(draw(snapshotOf([telephoneCall()], { commands: [command()] })));
    expect(tag.get('Mute')).toContain('aria-disabled="true" aria-busy="true"');
    expect(tag.get('Hold')).not.toContain('aria-busy');
  });

  it.each(['connecting', 'reconnecting', 'signed-out', 'error'] as const)(
    'does not show No call while its service is %s',
    (state) => {
      const region = regionOf(
        draw(snapshot({ connections: [connection({ state })] })),
        'Current call',
      );
      expect(textOf(region)).toContain('Not connected');
      expect(textOf(region)).not.toContain('No call');
    },
  );

  it.each([
    ['there is no profile', { hasProfile: false, lines: [], connections: [] }, ''],
    ['the profile has no service', { lines: [], connections: [] }, 'set up in Settings'],
  ])('does not show No call while %s', (_, fields, hint) => {
    const region = textOf(regionOf(draw(snapshot(fields)), 'Current call'));
    expect(region).toContain('Not set up');
    expect(region).toContain(hint);
    expect(region).not.toContain('No call');
    expect(region).not.toContain('Calls to Eta');
  });

  it('shows the time of the last update while its connection is down', () => {
    const connections = [connection({ state: 'reconnecting' })];
    const markup = draw(snapshotOf([telephoneCall()], { connections }));
    expect(textOf(regionOf(markup, 'Current call'))).toMatch(/As of \d\d:\d\d:\d\d; reconnecting…/);
    expect(buttonsOf(markup).get('Mute')).toContain('aria-disabled="true"');
  });
});

describe('the participants', () => {
  it('are listed with their details, and with a Remove button if removal is possible', () => {
    const participants = [
      participant({ actions: ['remove'] }),
      participant({ id: 'p2', name: '15002', number: '15002', presence: 'calling' }),
    ];
    const markup = draw(snapshotOf([telephoneCall({ participants })]));
    const items = [...markup.matchAll(/<li[ >].*?<\/li>/g)].map(([item]) => textOf(item).trim());
    expect(items.slice(-2)).toEqual(['Ada Lovelace +15550100142', '15002 calling…']);
    expect([...buttonsOf(markup).keys()].filter((name) => name.startsWith('Remove'))).toEqual([
      'Remove Ada Lovelace',
    ]);
  });

  it.each(['queued', 'connecting', 'ringing'] as const)(
    'are shown as %s while being called if the service reports it',
    (progress) => {
      const calling = participant({
        name: '15002',
        number: '15002',
        presence: 'calling',
        progress,
      });
      const markup = draw(snapshotOf([telephoneCall({ participants: [calling] })]));
      expect(textOf(markup)).toContain(`15002 calling… ${progress}`);
    },
  );

  it('of a large call are eight at first, with a button to show all', () => {
    const participants = Array.from({ length: 3_000 }, (_, index) =>
      participant({ id: String(index), name: `Party ${String(index)}` }),
    );
    const markup = draw(snapshotOf([telephoneCall({ participants })]));
    expect(markup).toContain('Party 7');
    expect(markup).not.toContain('Party 8');
    expect(buttonsOf(markup).has('Show all 3000')).toBe(true);
  });
});

describe('the rest of the window', () => {
  it('lists other calls below the call, outside the scrolled sections, with a button to show each', () => {
    const other = telephoneCall({
      id: 'genesys:2',
      state: 'held',
      participants: [participant({ name: 'Grace' })],
    });
    const markup = draw(snapshotOf([telephoneCall(), other]));
    const panel = markup.slice(markup.indexOf('<main'), markup.indexOf('Participants'));
    expect(panel).toContain('aria-label="Other calls"');
    expect(buttonsOf(panel).has('Show Grace')).toBe(true);
    expect(draw(snapshotOf([telephoneCall()]))).not.toContain('Other calls');
  });

  it('offers Start TalkSpace only if one can be started', () => {
    expect(buttonsOf(draw(snapshot(OFFERS))).has('Start TalkSpace')).toBe(true);
    expect(textOf(draw(snapshot()))).not.toContain('TalkSpace');
  });

  it('shows an open TalkSpace with its id, its people and a button to close it', () => {
    const region = regionOf(draw(snapshotOf([telephoneCall(), talkSpace()])), 'TalkSpace');
    expect(textOf(region)).toContain('t-77');
    expect(textOf(region)).toContain('theta');
    expect(buttonsOf(region).has('Close TalkSpace')).toBe(true);
  });

  it.each([
    [conference({ state: 'waiting', activeMembers: 0 }), 'created', '0 active members', []],
    [conference({ isHeld: true }), 'active', '2 active members', ['On hold']],
    [conference({ isMuted: true, activeMembers: 1 }), 'active', '1 active member', ['Muted']],
    [conference({ state: 'ended' }), 'completed', '2 active members', []],
  ])(
    'shows the state of a conference in the terms of the service (%#)',
    (call, state, members, marks) => {
      const region = textOf(regionOf(draw(snapshot({ calls: [call] })), 'Conference'));
      expect(region).toContain(` ${state} `);
      expect(region).toContain(` ${members} `);
      expect(['On hold', 'Muted'].filter((mark) => region.includes(mark))).toEqual(marks);
    },
  );

  it('lists every connection, with the reason if something is wrong', () => {
    const connections = [
      connection(),
      connection({
        vendor: 'verba',
        state: 'signed-out',
        reason: { code: 'wrong-credentials', detail: 'Invalid API key' },
      }),
    ];
    const markup = draw(snapshot({ connections }));
    expect(textOf(markup)).toContain('Genesys: Connected');
    expect(textOf(markup)).toContain('Verba: Signed out');
    expect(textOf(markup)).toContain('Invalid API key');
    const footer = markup.slice(markup.indexOf('<footer'));
    expect([...buttonsOf(footer).keys()]).toEqual(['Open Settings', 'Try again']);
  });

  it('shows that a service is connected, but has not started a session', () => {
    const reason = { code: 'refused', detail: 'No default place.' } as const;
    const connections = [connection({ reason }), connection({ vendor: 'verba' })];
    const markup = draw(snapshot({ connections }));
    expect(textOf(markup)).toContain('Genesys: Connected');
    const footer = markup.slice(markup.indexOf('<footer'));
    expect(textOf(footer)).toMatch(
      /Connected to Genesys, but your .* session could not be started/,
    );
    expect(textOf(footer)).toContain('No default place.');
    expect([...buttonsOf(footer).keys()]).toEqual(['Try again']);
  });

  it('does not ask for anything if somebody else is signed in too', () => {
    const connections = [connection({ reason: { code: 'multiple-clients' } })];
    const markup = draw(snapshot({ connections }));
    expect(textOf(markup)).toContain('signed in more than once');
    expect(markup).not.toContain('<footer');
  });

  it('explains once what is wrong with the keyring, whichever services need it', () => {
    const reason = { code: 'no-keyring' } as const;
    const connections = [connection({ state: 'error', reason })];
    const markup = draw(snapshot({ connections, notices: [reason] }));
    const footer = markup.slice(markup.indexOf('<footer'));
    expect(textOf(footer).match(/no keyring/g)).toHaveLength(1);
    expect([...buttonsOf(footer).keys()]).toEqual(['Open Settings', 'Try again']);
  });

  it('says what to do if no password is stored, instead of "Not set up"', () => {
    const signedOut = connection({
      state: 'signed-out',
      reason: { code: 'no-secrets', vendor: 'genesys' },
    });
    const markup = draw(snapshot({ lines: [], connections: [signedOut] }));
    expect(textOf(markup)).toContain('Not connected');
    expect(textOf(markup)).toContain('once Genesys is connected');
    const footer = markup.slice(markup.indexOf('<footer'));
    expect([...buttonsOf(footer).keys()]).toEqual(['Open Settings']);
  });

  it.each([
    ['off', undefined],
    ['on', 'Turn off do not disturb'],
    [new Date(2099, 0, 5, 14, 30).getTime(), 'Turn off do not disturb (on until 14:30)'],
    // Its time has just passed, and the main process is about to turn it off.
    [1, undefined],
  ] as const)('shows at the top that do not disturb is on: %s', (doNotDisturb, button) => {
    const markup = draw(snapshot({ preferences: { ...DEFAULT_PREFERENCES, doNotDisturb } }));
    const header = markup.slice(markup.indexOf('<header'), markup.indexOf('</header>'));
    const found = [...buttonsOf(header).keys()].filter((name) => name.includes('disturb'));
    expect(found).toEqual(button === undefined ? [] : [button]);
    expect(textOf(header).includes('14:30')).toBe(
      typeof doNotDisturb === 'number' && doNotDisturb > 1,
    );
  });

  it('shows an alert for a failure and an unknown outcome, but not for a success', () => {
    const of = (outcome: 'failed' | 'unknown') =>
      draw(snapshot({ commands: [command({ outcome })] }));
    expect(of('failed')).toContain('role="alert"');
    expect(of('unknown')).toContain('role="alert"');
    const deleted = command({
      action: 'delete-call',
      outcome: 'confirmed',
      deletion: 'deleted',
    });
    const success = draw(snapshot({ commands: [deleted] }));
    expect(success).not.toContain('role="alert"');
    expect(success).toContain('role="status"');
  });

  it('shows the newest message, and how many others there are', () => {
    const markup = draw(
      snapshot({
        commands: Array.from({ length: 3 }, (_, index) =>
          command({ id: String(index), target: `Party ${String(index)}`, outcome: 'failed' }),
        ),
      }),
    );
    const text = textOf(markup);
    expect(text).toContain('did not work: Party 2');
    expect(text).not.toContain('Party 1');
    expect(text).toContain('+2');
    expect(buttonsOf(markup).has('Show 2 more messages')).toBe(true);
    expect(buttonsOf(markup).has('Dismiss: “Mute” did not work: Party 2')).toBe(true);
  });

  it('shows the setup screen if there is no profile', () => {
    const markup = draw(snapshot({ hasProfile: false, connections: [] }));
    const buttons = [...buttonsOf(markup).keys()];
    for (const name of ['Enter settings', 'Import a profile file', 'Try the demo']) {
      expect(buttons).toContain(name);
    }
    expect(textOf(markup)).toContain('Set up Sidetone');
    expect(textOf(markup)).not.toContain('--');
  });
});
