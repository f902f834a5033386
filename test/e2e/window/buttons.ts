import { describe, expect } from 'vitest';
import { eventually } from '../../support/eventually';
import { requestsOf, type Sidetone } from '../../support/sidetone';
import {
  alert,
  button,
  currentCall,
  dialog,
  participants,
  seeNoText,
  seeText,
  seeTexts,
} from '../../support/window';
import { test } from './app';

/** Shows a call that the agent has answered. */
async function showCall({ page, simulator }: Sidetone, from: string, others: string[] = []) {
  const call = simulator.genesys.arrive({
    from,
    state: 'Established',
    others: others.map((number) => ({ number })),
    isOwner: true,
  });
  const heading = [from, ...others].join(', ');
  await currentCall(page).getByRole('heading', { name: heading, exact: true }).waitFor();
  return { id: call.id, region: currentCall(page) };
}

async function outcomesOf({ app }: Sidetone, action: string): Promise<unknown[]> {
  const commands = (await app.trace()).filter((line) => line.kind === 'command');
  const last = commands.filter((line) => line.action === action).at(-1)?.id;
  return commands.filter(({ id }) => id === last).map(({ outcome }) => outcome);
}

describe('a button sends one request and shows the state that Genesys reports', () => {
  test('Mute and Unmute', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const { id, region } = await showCall(sidetone, '15101');

    await button(region, 'Mute').click();
    await seeText(region, 'Muted');
    await button(region, 'Unmute').waitFor();
    expect(requestsOf(simulator, 'MuteCall', id)).toMatchObject([
      {
        vendor: 'genesys',
        method: 'POST',
        path: `/api/v2/me/calls/${id}`,
        headers: { 'x-csrf-token': 'present' },
        body: { operationName: 'MuteCall' },
        status: 200,
      },
    ]);
    await sidetone.app.waitForTrace({ kind: 'call', id: `genesys:${id}`, muted: true });
    await eventually(() => outcomesOf(sidetone, 'mute')).toEqual(['sent', 'confirmed']);

    await button(region, 'Unmute').click();
    await seeNoText(region, 'Muted');
    await button(region, 'Mute').waitFor();
    expect(requestsOf(simulator, 'UnmuteCall', id)).toMatchObject([
      { path: `/api/v2/me/calls/${id}`, body: { operationName: 'UnmuteCall' }, status: 200 },
    ]);
    await eventually(() => outcomesOf(sidetone, 'unmute')).toEqual(['sent', 'confirmed']);
    expect(await alert(page).count()).toBe(0);
  });

  test('Hold and Resume', async ({ sidetone }) => {
    const { simulator } = sidetone;
    const { id, region } = await showCall(sidetone, '15102');

    await button(region, 'Hold').click();
    await seeText(region, 'On hold');
    expect(requestsOf(simulator, 'Hold', id)).toMatchObject([
      { method: 'POST', body: { operationName: 'Hold' }, status: 200 },
    ]);
    await sidetone.app.waitForTrace({ kind: 'call', id: `genesys:${id}`, held: true });
    await eventually(() => outcomesOf(sidetone, 'hold')).toEqual(['sent', 'confirmed']);

    await button(region, 'Resume').click();
    await seeText(region, 'Established');
    expect(requestsOf(simulator, 'Retrieve', id)).toMatchObject([
      { method: 'POST', body: { operationName: 'Retrieve' }, status: 200 },
    ]);
    await eventually(() => outcomesOf(sidetone, 'retrieve')).toEqual(['sent', 'confirmed']);
  });

  test('Hang up', async ({ sidetone }) => {
    const { simulator } = sidetone;
    const { id, region } = await showCall(sidetone, '15103');
    await button(region, 'Hang up').click();
    await seeText(region, 'Ended');
    expect(requestsOf(simulator, 'Hangup', id)).toMatchObject([
      { method: 'POST', body: { operationName: 'Hangup' }, status: 200 },
    ]);
    await eventually(() => outcomesOf(sidetone, 'hang-up')).toEqual(['sent', 'confirmed']);
  });
});

describe('a participant is removed', () => {
  test('only after confirmation', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const { id } = await showCall(sidetone, '15111', ['15112', '15113']);

    await button(page, 'Remove 15112').click();
    const confirmation = dialog(page, 'Remove 15112?');
    await seeText(confirmation, /15112 will be removed from the call/);
    await button(confirmation, 'Cancel').click();
    await confirmation.waitFor({ state: 'detached' });
    await seeTexts(participants(page), [/^15111/, /^15112/, /^15113/]);
    expect(requestsOf(simulator, 'RemoveParticipantFromConference', id)).toEqual([]);

    await button(page, 'Remove 15112').click();
    await button(confirmation, 'Remove').click();
    await seeTexts(participants(page), [/^15111/, /^15113/]);
    expect(requestsOf(simulator, 'RemoveParticipantFromConference', id)).toMatchObject([
      {
        path: `/api/v2/me/calls/${id}`,
        body: { operationName: 'RemoveParticipantFromConference' },
        status: 200,
      },
    ]);
    await sidetone.app.waitForTrace({ kind: 'participants', id: `genesys:${id}`, joined: [] });
    await eventually(() => outcomesOf(sidetone, 'remove-participant')).toEqual([
      'sent',
      'confirmed',
    ]);
  });

  test('by one request, if two have the same identifying number', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const { id } = await showCall(sidetone, '15114', ['15115', '15115']);
    await button(page, 'Remove 15115').first().click();
    const confirmation = dialog(page, 'Remove 15115?');
    await seeText(confirmation, /either of them may be removed/);
    await button(confirmation, 'Remove').click();
    await seeTexts(participants(page), [/^15114/, /^15115/]);
    expect(requestsOf(simulator, 'RemoveParticipantFromConference', id)).toHaveLength(1);
    await eventually(() => outcomesOf(sidetone, 'remove-participant')).toEqual([
      'sent',
      'confirmed',
    ]);
  });

  test('not if they have left before the agent confirms', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const { id } = await showCall(sidetone, '15116', ['15117', '15118']);
    await button(page, 'Remove 15117').click();
    const confirmation = dialog(page, 'Remove 15117?');
    simulator.genesys.leave(id, '15117');
    await seeText(confirmation, /15117 has already left/);
    expect(await button(confirmation, 'Remove').getAttribute('aria-disabled')).toBe('true');
    await button(confirmation, 'Cancel').click();
    expect(requestsOf(simulator, 'RemoveParticipantFromConference', id)).toEqual([]);
  });

  test('only if Genesys allows it', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const { id } = await showCall(sidetone, '15119');
    simulator.genesys.join(id, { number: '15120' }, false);
    await seeTexts(participants(page), [/^15119/, /^15120/]);
    expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
  });
});

describe('an action that is not possible', () => {
  test('is disabled, with the reason', async ({ sidetone: { page, simulator } }) => {
    const { id } = simulator.genesys.arrive({ from: '15121' });
    const region = currentCall(page);
    await seeText(region, 'Ringing');
    for (const name of ['Hold', 'Add', 'Transfer', 'Keypad']) {
      expect(await button(region, name).getAttribute('aria-disabled')).toBe('true');
      const reason = await button(region, name).getAttribute('aria-describedby');
      expect(await page.locator(`[id="${reason ?? ''}"]`).textContent()).toBe(
        'Available once the call is answered.',
      );
      await button(region, name).click({ force: true });
    }
    expect(simulator.requests().filter(({ path }) => path.includes(id))).toEqual([]);
  });
});

describe('while an action is under way', () => {
  test('its button is busy, and a second click sends nothing', async ({ sidetone }) => {
    const { simulator } = sidetone;
    const { id, region } = await showCall(sidetone, '15131');
    simulator.setFaults([
      { match: { operation: 'Hold' }, times: 1, effect: { kind: 'delay', milliseconds: 1_000 } },
    ]);
    await button(region, 'Hold').dblclick();
    await eventually(() => button(region, 'Hold').getAttribute('aria-busy')).toBe('true');
    expect(await button(region, 'Hold').getAttribute('aria-disabled')).toBe('true');
    await button(region, 'Hold').click({ force: true });
    await seeText(region, 'On hold');
    expect(await button(region, 'Resume').getAttribute('aria-busy')).toBeNull();
    expect(requestsOf(simulator, 'Hold', id)).toHaveLength(1);
  });
});
