import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadScenario, scenarioNames } from '../../../simulator/scenario/library';
import { ScenarioPlayer } from '../../../simulator/scenario/player';
import { parseScenario, type Scenario } from '../../../simulator/scenario/schema';
import { InputError, startSimulator } from '../../../simulator/simulator';
import { testInFolder } from '../../support/temporary-folder';

const minimal = { name: 'test', description: 'A test.', endsAt: 10 };

describe('a scenario document', () => {
  test.each(scenarioNames)('that is bundled is valid: %s', (name) => {
    expect(loadScenario(name)).toMatchObject({ name });
  });

  test('is sorted by time', () => {
    const { steps } = parseScenario({
      ...minimal,
      steps: [
        { at: 3, screenshot: 'late' },
        { at: 1, press: { name: 'Mute' } },
        { at: 2, do: 'genesys.release', call: 'one' },
      ],
    });
    expect(steps).toEqual([
      { at: 1, press: { role: 'button', name: 'Mute' } },
      { at: 2, action: { do: 'genesys.release', call: 'one' } },
      { at: 3, screenshot: 'late' },
    ]);
  });

  test.each([
    ['name', { name: '' }],
    ['endsAt', { endsAt: -1 }],
    ['startsOn', { startsOn: 'never' }],
    ['steps[0].at', { steps: [{ do: 'genesys.expireSession' }] }],
    ['steps[0].call', { steps: [{ at: 1, do: 'genesys.answer' }] }],
    [
      'steps[1].do',
      {
        steps: [
          { at: 1, screenshot: 'a' },
          { at: 1, do: 'genesys.dance' },
        ],
      },
    ],
    ['steps[0].press.name', { steps: [{ at: 1, press: {} }] }],
    [
      'steps[0].confirm.button',
      { steps: [{ at: 1, press: { name: 'a' }, confirm: { dialog: 'b' } }] },
    ],
    ['steps[0].at', { steps: [{ at: 11, screenshot: 'after the end' }] }],
    [
      'steps[0].faults[0].effect',
      { steps: [{ at: 1, do: 'faults.set', faults: [{ match: {} }] }] },
    ],
  ])('that is invalid is refused with the field: %s', (field, change) => {
    const document = { ...minimal, steps: [], ...change };
    expect(() => parseScenario(document)).toThrow(InputError);
    expect(() => parseScenario(document)).toThrow(field);
  });

  test.each([
    [
      {
        steps: [
          { at: 1, screenshot: 'a' },
          { at: 4, do: 'genesys.answer' },
        ],
      },
      'steps[1].call: is missing (step 2, genesys.answer, at 4 s)',
    ],
    [
      { steps: [{ at: 1, do: 'verba.destroy' }] },
      /steps\[0\]\.do: is "verba\.destroy" and must be one of genesys\.arrive, .*verba\.expireTokens/,
    ],
    [
      { steps: [{ at: 1, do: 'genesys.arrive', call: 'a', from: '1', state: 'ringing' }] },
      'steps[0].state: is "ringing" and must be one of Ringing, Dialing, Established, Held',
    ],
    [
      { steps: [{ at: 1, do: 'genesys.mute', call: 'a', on: 'yes' }] },
      'steps[0].on: must be a boolean (step 1, genesys.mute, at 1 s)',
    ],
    [
      { steps: [{ at: 1, do: 'genesys.mute', call: 'a', isOn: true }] },
      'steps[0]: "isOn" is not allowed here; use do, call, on',
    ],
    [{ steps: [{ at: -1, screenshot: 'a' }] }, 'steps[0].at: must be 0 or more (step 1, at -1 s)'],
    [{ steps: ['Mute'] }, 'steps[0]: must be an object (step 1)'],
    [{ startsOn: 'never' }, 'startsOn: is "never" and must be one of subscribe, immediately'],
    [{ name: '' }, 'name: must not be empty'],
  ])('that is invalid is refused with the allowed values: %j', (change, complaint) => {
    expect(() => parseScenario({ ...minimal, steps: [], ...change })).toThrow(complaint);
  });

  testInFolder('that is not JSON says where', async ({ folder }) => {
    const file = join(folder, 'scenario.json');
    await writeFile(file, '{\n  "name": "test",\n  "steps": [,]\n}');
    expect(() => loadScenario(file)).toThrow('is not JSON: see line 3, column 13');
  });

  test('that does not exist is reported with the existing ones', () => {
    expect(() => loadScenario('/nowhere/none.json')).toThrow(/busy, demo, quiet, samples/);
  });
});

describe('a playing scenario', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function setUp(change: object, fails: (step: string) => boolean = () => false) {
    const scenario: Scenario = parseScenario({
      ...minimal,
      steps: [
        { at: 1, do: 'genesys.answer', call: 'one' },
        { at: 2, press: { name: 'Mute' } },
        { at: 3, do: 'genesys.release', call: 'one' },
      ],
      ...change,
    });
    const done: string[] = [];
    const player = new ScenarioPlayer({
      perform: (action) => {
        if (fails(action.do)) throw new InputError('call: there is no call "one"');
        done.push(action.do);
      },
      hasSubscribers: () => false,
      now: Date.now,
    });
    player.play(scenario);
    return { player, done };
  }

  test('waits for the first subscription, then follows the clock', () => {
    const { player, done } = setUp({});
    vi.advanceTimersByTime(20_000);
    expect([player.status().state, done]).toEqual(['waiting', []]);

    player.noteSubscription();
    vi.advanceTimersByTime(1_500);
    expect(player.status()).toMatchObject({ state: 'playing', elapsedSeconds: 1.5 });
    expect(done).toEqual(['genesys.answer']);
    player.noteSubscription();
    vi.advanceTimersByTime(8_500);
    expect(done).toEqual(['genesys.answer', 'genesys.release']);
    expect(player.status()).toMatchObject({ state: 'finished', elapsedSeconds: 10 });
  });

  test('starts at once and repeats if set to', () => {
    const { done } = setUp({ startsOn: 'immediately', repeat: true });
    vi.advanceTimersByTime(13_500);
    expect(done).toEqual([
      'genesys.answer',
      'genesys.release',
      'genesys.answer',
      'genesys.release',
    ]);
  });

  test('continues after a step that failed, and reports it', () => {
    const { player, done } = setUp(
      { startsOn: 'immediately' },
      (step) => step === 'genesys.answer',
    );
    vi.advanceTimersByTime(10_000);
    expect(done).toEqual(['genesys.release']);
    expect(player.status().skipped).toEqual(['genesys.answer: call: there is no call "one"']);
  });

  test('stops on request', () => {
    const { player, done } = setUp({ startsOn: 'immediately' });
    player.stop();
    vi.advanceTimersByTime(20_000);
    expect(done).toEqual([]);
  });
});

describe('the demo', () => {
  test('plays its vendor steps to the end without a user, and skips only steps that depend on the user', async () => {
    const simulator = await startSimulator({ telesocial: { answerDelay: null } });
    try {
      vi.useFakeTimers();
      simulator.play({ ...loadScenario('demo'), startsOn: 'immediately', repeat: false });
      const states = new Set<string>();
      for (let second = 0; second < 66; second += 0.5) {
        vi.advanceTimersByTime(500);
        for (const { state, mute, participants } of simulator.genesys.calls()) {
          states.add(`${state} ${mute} ${participants.length}`);
        }
      }
      expect(simulator.scenarioStatus()).toMatchObject({
        state: 'finished',
        skipped: ['telesocial.join: conference: there is no TalkSpace "active"'],
      });
      expect([...states]).toEqual([
        'Ringing Off 1',
        'Established Off 1',
        'Established Off 2',
        'Established On 2',
        'Held Off 2',
      ]);
      expect(simulator.genesys.calls()).toEqual([]);
    } finally {
      vi.useRealTimers();
      await simulator.close();
    }
  });
});
