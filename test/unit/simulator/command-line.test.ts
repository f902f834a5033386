import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { readArguments, USAGE } from '../../../simulator/arguments';
import { loadProfile, type GivenProfile } from '../../../simulator/given-profile';
import { scenarioNames } from '../../../simulator/scenario/library';
import { startSimulator, type SimulatorOptions } from '../../../simulator/simulator';
import { testInFolder } from '../../support/temporary-folder';

describe('the flags of the simulator', () => {
  test('are parsed in both notations', () => {
    expect(readArguments(['--port', '8080', '--scenario=busy', '--profile', 'a.json'])).toEqual({
      port: 8080,
      scenario: 'busy',
      profile: 'a.json',
      isHelp: false,
    });
    expect(readArguments(['-h'])).toEqual({ isHelp: true });
  });

  test.each([
    [['--prot', '8080'], '--prot is not a flag; did you mean --port?'],
    [['--scenarios=busy'], '--scenarios is not a flag; did you mean --scenario?'],
    [['-p', '8080'], '-p is not a flag'],
    [['demo'], '"demo" is not expected; see --help'],
    [['--port'], '--port needs a value'],
    [['--port='], '--port needs a value'],
    [['--port', 'x'], '--port: "x" is not a port number'],
    [['--port', '65536'], '--port: "65536" is not a port number'],
    [['--profile', '--port'], '--profile'],
  ])('%j are refused: %s', (flags, complaint) => {
    expect(() => readArguments(flags)).toThrow(complaint);
  });

  test('are all in the help, with the scenarios', () => {
    for (const name of ['--port', '--scenario', '--profile', '--help', ...scenarioNames]) {
      expect(USAGE).toContain(name);
    }
  });
});

describe('a given profile', () => {
  async function start(options: SimulatorOptions) {
    const simulator = await startSimulator(options);
    onTestFinished(() => simulator.close());
    return simulator;
  }

  const GIVEN: GivenProfile = {
    version: 1,
    agent: { name: 'Theta', callerKeys: ['Customer'] },
    telesocial: { appKey: 'key-1', greetingId: 'greeting-1', baseUrl: 'https://api.example' },
    verba: { apiKey: 'key-2', baseUrl: 'https://recorder.example/recording/v9/' },
  };

  test('is returned to clients, with the addresses of this run', async () => {
    const { clientProfile, origin } = await start({ profile: GIVEN });
    expect(clientProfile).toEqual({
      version: 1,
      agent: { name: 'Theta', networkId: 'eta', extension: '15000', callerKeys: ['Customer'] },
      telesocial: { appKey: 'key-1', greetingId: 'greeting-1', baseUrl: origin },
      verba: { apiKey: 'key-2', baseUrl: `${origin}/recording/v9` },
    });
  });

  test.each([
    ['greeting-1', 201],
    ['greeting-2', 400],
  ])('has its media, and no others: %s', async (greetingid, status) => {
    const { origin } = await start({ profile: GIVEN });
    const body = new URLSearchParams({ appkey: 'key-1', networkid: 'eta', greetingid });
    const answer = await fetch(`${origin}/api/rest/conference`, { method: 'POST', body });
    expect(answer.status).toBe(status);
  });

  test('with an API key but no login needs no token', async () => {
    const { clientProfile } = await start({ profile: GIVEN });
    const { verba } = z.object({ verba: z.object({ baseUrl: z.string() }) }).parse(clientProfile);
    const answer = await fetch(`${verba.baseUrl}?action=GetCallID&apiKey=key-2&callID=1`);
    expect(await answer.text()).toContain('Call cannot be found.');
  });

  testInFolder.for([
    ['{"version": 1,\n "telesocial": {"appKey" "x"}}', 'is not JSON: see line 2, column 26'],
    ['{"version": 2}', 'version: must be 1'],
    ['{"version": 1, "bandwidth": {"userId": 5}}', 'bandwidth.userId: must be a string'],
    ['{"version": 1, "genesys": {"userName": ""}}', 'genesys.password: is missing'],
  ] as const)('that is invalid names the field: %s', async ([content, complaint], { folder }) => {
    const file = join(folder, 'profile.json');
    await writeFile(file, content);
    expect(() => loadProfile(file)).toThrow(complaint);
  });

  test('that does not exist is reported by name', () => {
    expect(() => loadProfile('/nowhere/profile.json')).toThrow('"/nowhere/profile.json" cannot be');
  });
});
