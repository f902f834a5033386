import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import '../../renderer/bridge';
import { eventually } from '../support/eventually';
import { findInMemory } from '../support/process-memory';
import { refuseWithSecrets, secretsOf } from '../support/secrets';
import { requestsOf, testInSidetone } from '../support/sidetone';
import { button, connection, currentCall, dialog, region, seeText } from '../support/window';

const VENDORS = ['genesys', 'telesocial', 'bandwidth', 'verba', 'twilio'] as const;

const test = testInSidetone({
  profile: (profile, { twilioProfile }) => ({ ...profile, twilio: twilioProfile }),
});

/** A customer's secret in the attached data. The window shows it, but nothing stores it. */
const ATTACHED = '4929-1234-5678-9012';
const KEYED = ['9', '8', '1', '9', '0', '7'];

async function readAll(folder: string): Promise<{ path: string; content: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path, content: await readFile(path).catch(() => Buffer.alloc(0)) };
    }),
  );
}

test('a secret leaves the main process only for its own service', async ({ sidetone }) => {
  const { app, page, simulator } = sidetone;
  let printed = '';
  for (const stream of [app.electron.process().stdout, app.electron.process().stderr]) {
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  }
  // Records everything that main sends to the window from now on.
  await app.electron.evaluate(({ BrowserWindow }) => {
    const sent: string[] = [];
    const contents = BrowserWindow.getAllWindows()[0]!.webContents;
    const send = contents.send.bind(contents);
    contents.send = (channel: string, ...values: unknown[]) => {
      sent.push(JSON.stringify([channel, values]));
      send(channel, ...values);
    };
    Object.assign(globalThis, { sentToTheWindow: sent });
  });

  // A session with a request to every service that needs its secrets.
  for (const vendor of ['Genesys', 'Telesocial', 'Bandwidth', 'Verba', 'Twilio']) {
    await seeText(connection(page, vendor), `${vendor}: Connected`);
  }
  const { id } = simulator.genesys.arrive({
    from: '+12125550188',
    userData: { Card: ATTACHED },
  });
  simulator.genesys.answer(id);
  await seeText(currentCall(page), 'Established');
  await seeText(region(page, 'Customer'), ATTACHED);
  await button(currentCall(page), 'Keypad').click();
  for (const key of KEYED) await button(region(page, 'Keypad'), key).click();
  await eventually(() => requestsOf(simulator, 'SendDtmf').length).toBe(KEYED.length);
  await page.keyboard.press('Escape');
  await button(currentCall(page), 'Mute').click();
  await seeText(currentCall(page), 'Muted');
  await button(page, 'Start TalkSpace').click();
  await region(page, 'TalkSpace').waitFor();
  await button(region(page, 'TalkSpace'), 'Close TalkSpace').click();
  await region(page, 'TalkSpace').waitFor({ state: 'detached' });
  // A service's error message can quote its secrets, and must not carry them into the window either.
  simulator.setFaults(
    VENDORS.map((vendor) => ({
      match: vendor === 'genesys' ? { operation: 'Hold' } : { vendor },
      effect: { kind: 'status', ...refuseWithSecrets(simulator, vendor) },
    })),
  );
  const refused = new Set<string>();
  await button(page, 'Start TalkSpace').click();
  await button(currentCall(page), 'Hold').click();
  await button(currentCall(page), 'Delete call').click();
  await button(dialog(page, 'Delete this call?'), 'Delete call').click();
  await eventually(async () => {
    for (const { detail, action, vendor } of await app.trace()) {
      if (String(detail).startsWith('Bad: [secret]')) refused.add(String(action ?? vendor));
    }
    return [...refused].sort();
  }).toEqual(['bandwidth', 'delete-call', 'hold', 'start-talkspace', 'telesocial', 'twilio']);
  simulator.clearFaults();
  await button(currentCall(page), 'Delete call').click();
  await button(dialog(page, 'Delete this call?'), 'Delete call').click();
  await seeText(page.getByRole('status'), 'Recording marked for deletion');
  expect(requestsOf(simulator, 'DeleteCall')).toHaveLength(2);

  const secrets = Object.values(secretsOf(simulator)).flat();

  const processId = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
  );
  const number = '+12125550188';
  const inMemory = await findInMemory(page, processId, [number, ...secrets]);
  // Proves that the search works: text that the window shows is found.
  expect([...inMemory]).toEqual([number]);

  const sent = await app.electron.evaluate(
    () => (globalThis as unknown as { sentToTheWindow: string[] }).sentToTheWindow,
  );
  const asked = await page.evaluate(async () =>
    JSON.stringify(await window.sidetone?.getSnapshot()),
  );
  const traffic = [...sent, asked].join('\n');
  expect(traffic).toContain(number);
  const found = (text: string | Buffer) => secrets.filter((secret) => text.includes(secret));
  expect(found(traffic)).toEqual([]);

  const trace = await readFile(app.traceFile, 'utf8');
  expect(trace).toContain(id);
  expect(found(trace)).toEqual([]);
  expect(found(printed)).toEqual([]);

  const files = await readAll(app.userDataDirectory);
  expect(files.map(({ path }) => path)).toContainEqual(expect.stringMatching(/sidetone\.log$/));
  expect(files.filter(({ content }) => found(content).length > 0)).toEqual([]);
  for (const kept of [ATTACHED, KEYED.join(''), `"${KEYED[0]}"`]) {
    expect(trace).not.toContain(kept);
  }
  expect(files.filter(({ content }) => content.includes(ATTACHED))).toEqual([]);
  // A telephone number in the log or the trace keeps its last three digits. The history keeps it in
  // full, so that the agent can call back, unless the profile has it masked.
  expect(trace).not.toContain('2125550188');
  const withNumber = files.filter(({ content }) => content.includes('2125550188'));
  expect(withNumber.map(({ path }) => basename(path))).toEqual(['journal.jsonl']);
});
