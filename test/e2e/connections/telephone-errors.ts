import { describe, expect } from 'vitest';
import type { FaultEffect } from '../../../simulator/faults/schema';
import { eventually } from '../../support/eventually';
import { followChanges } from '../../support/journal';
import { askForNumber, dialNumber, onCall, refusal, showCall } from '../../support/telephone';
import { alert, button, connection, form, pointAt, seeText } from '../../support/window';
import { test } from './app';

describe('a refusal of Genesys is described with a remedy', () => {
  test.for([
    [
      2,
      'The service does not allow this in the current state of the call.',
      /until the call changes/,
    ],
    [
      3,
      'The service does not allow this in the current state of the call.',
      /until the call changes/,
    ],
    [5, 'Your account is not allowed to do this.', /Ask your administrator/],
    [6, 'The call or the participant is no longer there.', /You do not need to do anything/],
  ] as const)('status code %i: %s', async ([statusCode, words, remedy], { sidetone }) => {
    const { page, simulator } = sidetone;
    const { id, region } = await showCall(sidetone, { from: '16801' });
    const asked = followChanges(simulator, 'genesys');
    simulator.setFaults([refusal('Hold', statusCode, 'In its own words.')]);
    await button(region, 'Hold').click();
    await seeText(alert(page), `Genesys: ${words}`);
    await seeText(alert(page), 'Details: In its own words.');
    await seeText(alert(page), remedy);
    expect(asked()).toEqual([onCall(id, 'Hold')]);
  });

  test.for([
    ['too many requests', { kind: 'rate-limit' }, 'The service received too many requests.'],
    ['a sign-in that has run out', { kind: 'expired-session' }, 'The sign-in has expired.'],
  ] as const satisfies readonly (readonly [string, FaultEffect, string])[])(
    '%s',
    async ([, effect, words], { sidetone }) => {
      const { page, simulator } = sidetone;
      const { id, region } = await showCall(sidetone, { from: '16802' });
      const asked = followChanges(simulator, 'genesys');
      simulator.setFaults([{ match: { operation: 'MuteCall' }, times: 1, effect }]);
      await button(region, 'Mute').click();
      await seeText(alert(page), '“Mute” did not work: 16802');
      await seeText(alert(page), `Genesys: ${words}`);
      expect(asked()).toEqual([onCall(id, 'MuteCall')]);
      // The second attempt succeeds.
      await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
      await button(region, 'Mute').click();
      await seeText(region, 'Muted');
      await alert(page).waitFor({ state: 'detached' });
      expect(asked()).toEqual([onCall(id, 'MuteCall'), onCall(id, 'MuteCall')]);
    },
  );
});

describe('an action that a call no longer offers', () => {
  test('is refused by Genesys if the notification is late, and the refusal is reported', async ({
    sidetone,
  }) => {
    const { page, simulator } = sidetone;
    const { id, region } = await showCall(sidetone, { from: '16811' });
    const asked = followChanges(simulator, 'genesys');
    simulator.setFaults([
      { match: { operation: 'StatusChange' }, effect: { kind: 'lost-notification' } },
      {
        match: { operation: 'GET /api/v2/me/calls' },
        effect: { kind: 'delay', milliseconds: 5_000 },
      },
    ]);
    simulator.genesys.hold(id, true);
    await button(region, 'Hold').click();
    await seeText(alert(page), '“Hold” did not work: 16811');
    await seeText(alert(page), /does not allow this in the current state of the call/);
    await seeText(alert(page), /'Hold' is not allowed for the call in state 'Held'/);
    simulator.clearFaults();
    await seeText(region, 'On hold');
    expect(asked()).toEqual([onCall(id, 'Hold')]);
  });

  test('cannot be confirmed in a dialog that is already open', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const { id, region } = await showCall(sidetone, { from: '16812' });
    await button(region, 'Transfer').click();
    const transferring = form(page, 'Transfer the call');
    await transferring.getByRole('combobox', { name: 'Number', exact: true }).fill('16899');
    simulator.genesys.release(id);
    for (const name of ['Transfer now', 'Consult first']) {
      const answer = button(transferring, name);
      await eventually(() => answer.getAttribute('aria-disabled')).toBe('true');
      const reason = await answer.getAttribute('aria-describedby');
      expect(await page.locator(`[id="${reason ?? ''}"]`).textContent()).toBe(
        'Not possible: the call is over.',
      );
      await answer.click({ force: true });
    }
    await page.keyboard.press('Enter');
    await button(transferring, 'Cancel').click();
    await transferring.waitFor({ state: 'detached' });
    expect(asked()).toEqual([]);
  });
});

describe('while Genesys is not connected', () => {
  test('all actions are disabled with the reason, and work again afterwards', async ({
    sidetone,
  }) => {
    const { page, simulator } = sidetone;
    const { id, region } = await showCall(sidetone, {
      from: '16821',
      others: [{ number: '16822' }],
      isOwner: true,
      userData: { Reason: 'lamp' },
    });
    const asked = followChanges(simulator, 'genesys');
    const names = [
      ...['Mute', 'Hold', 'Hang up', 'Add', 'Transfer', 'Keypad', 'Dial'],
      ...['Add data', 'Change Reason', 'Delete all data'],
      'Remove 16822',
    ];
    simulator.setFaults([
      { match: { vendor: 'genesys' }, effect: { kind: 'cut', when: 'before' } },
    ]);
    await seeText(connection(page, 'Genesys'), 'Genesys: Reconnecting');
    for (const name of names) {
      const reason = await button(page, name).getAttribute('aria-describedby');
      expect(
        await page.locator(`[id="${reason ?? ''}"]`).textContent(),
        `the reason at ${name}`,
      ).toBe('Not possible while Genesys is not connected.');
      await button(page, name).click({ force: true });
    }
    expect(await button(page, 'Delete Reason').count()).toBe(0);
    expect(asked()).toEqual([]);
    simulator.clearFaults();
    await seeText(connection(page, 'Genesys'), 'Genesys: Connected');
    await button(region, 'Hold').click();
    await seeText(region, 'On hold');
    expect(asked()).toEqual([onCall(id, 'Hold')]);
  });
});

describe('nobody is called', () => {
  test('if Genesys knows no telephone of the agent', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    simulator.setFaults([
      {
        match: { operation: 'GET /api/v2/me/devices' },
        times: 1,
        effect: {
          kind: 'status',
          status: 200,
          body: JSON.stringify({ statusCode: 0, devices: [] }),
          contentType: 'application/json',
        },
      },
    ]);
    await dialNumber(sidetone, '16831');
    await seeText(alert(page), '“Dial 16831” did not work');
    await seeText(alert(page), 'Nobody was called.');
    await seeText(alert(page), /None of your telephones can place calls/);
    await seeText(alert(page), 'Sign in to your telephone and try again.');
    expect(asked()).toEqual([]);
  });

  test('is reported once it is known, if no answer came', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const { id } = await showCall(sidetone, { from: '16832' });
    const asked = followChanges(simulator, 'genesys');
    simulator.setFaults([
      {
        match: { operation: 'SingleStepConference' },
        times: 1,
        effect: { kind: 'cut', when: 'before' },
      },
    ]);
    await askForNumber(sidetone, 'Add', '16899', 'Add now');
    await seeText(alert(page), 'It is not known whether 16899 was called');
    await seeText(alert(page), 'The request was sent, but no answer came back.');
    await alert(page)
      .getByText(/Sidetone has checked since, and this was not done/)
      .waitFor();
    expect(asked()).toEqual([
      onCall(id, 'SingleStepConference', { destination: { phoneNumber: '16899' } }),
    ]);
  });

  test('is not dismissed unread by a press that was meant for the message before', async ({
    sidetone,
  }) => {
    const { page, simulator } = sidetone;
    const { region } = await showCall(sidetone, { from: '16833' });
    const cut = { kind: 'cut', when: 'before' } as const;
    simulator.setFaults([
      { match: { operation: 'MuteCall' }, times: 1, effect: cut },
      // So that it is not known too soon.
      { match: { vendor: 'genesys', method: 'GET' }, effect: cut },
    ]);
    await button(region, 'Mute').click();
    await button(alert(page), 'Dismiss: It is not known whether the call was muted').hover();
    simulator.setFaults([]);
    const dismissal = button(alert(page), 'Dismiss: “Mute” did not work: 16833');
    await dismissal.waitFor();
    await page.mouse.down();
    await page.mouse.up();
    await seeText(alert(page), /Sidetone has checked since, and this was not done/);
    await pointAt(dismissal);
    await page.mouse.down();
    await page.mouse.up();
    await alert(page).waitFor({ state: 'detached' });
  });
});
