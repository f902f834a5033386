import { describe, expect } from 'vitest';
import { eventually } from '../support/eventually';
import { requestsOf, testInSidetone, type Sidetone } from '../support/sidetone';
import { alert, button, currentCall, dismiss, seeText } from '../support/window';

/** The notification of a change arrives well before the answer to the request. */
const test = testInSidetone({ simulator: { genesys: { effect: 'before', effectDelay: 50 } } });

async function showCall({ page, simulator }: Sidetone, from: string) {
  const { id } = simulator.genesys.arrive({ from, state: 'Established' });
  await currentCall(page).getByRole('heading', { name: from, exact: true }).waitFor();
  return { id, region: currentCall(page) };
}

test('a notification may arrive before the answer', async ({ sidetone }) => {
  const { simulator, app, page } = sidetone;
  const { id, region } = await showCall(sidetone, '15201');
  await button(region, 'Mute').click();
  await seeText(region, 'Muted');
  await app.waitForTrace({ kind: 'command', action: 'mute', outcome: 'confirmed' });
  await eventually(() => requestsOf(simulator, 'MuteCall', id)[0]?.status).toBe(200);
  expect(await alert(page).count()).toBe(0);
});

describe('a failure message says what failed, why, and what happened to the call', () => {
  test('when Genesys refuses', async ({ sidetone }) => {
    const { simulator, app, page } = sidetone;
    const { id, region } = await showCall(sidetone, '15202');
    simulator.setFaults([
      {
        match: { operation: 'MuteCall' },
        times: 1,
        effect: {
          kind: 'status',
          status: 200,
          body: JSON.stringify({ statusCode: 6, statusMessage: 'The device is out of service' }),
          contentType: 'application/json',
        },
      },
    ]);
    await button(region, 'Mute').click();
    await seeText(alert(page), /“Mute” did not work: 15202/);
    await seeText(alert(page), /Genesys: /);
    await seeText(alert(page), /The device is out of service/);
    await seeText(alert(page), /The call is unchanged/);
    await seeText(region, 'Established');
    await button(region, 'Mute').waitFor();
    await app.waitForTrace({ kind: 'command', action: 'mute', outcome: 'failed' });
    expect(requestsOf(simulator, 'MuteCall', id)).toHaveLength(1);
  });

  test('when Genesys is unavailable', async ({ sidetone }) => {
    const { simulator, page } = sidetone;
    const { id, region } = await showCall(sidetone, '15203');
    simulator.setFaults([
      { match: { operation: 'Hold' }, times: 1, effect: { kind: 'html-body', status: 503 } },
    ]);
    await button(region, 'Hold').click();
    await alert(page).waitFor();
    await seeText(region, 'Established');
    expect(requestsOf(simulator, 'Hold', id)).toHaveLength(1);
  });

  test('until the agent dismisses it', async ({ sidetone }) => {
    const { simulator, page } = sidetone;
    const { region } = await showCall(sidetone, '15204');
    simulator.setFaults([
      {
        match: { operation: 'Hold' },
        times: 1,
        effect: {
          kind: 'status',
          status: 200,
          body: JSON.stringify({ statusCode: 6, statusMessage: 'No' }),
          contentType: 'application/json',
        },
      },
    ]);
    await button(region, 'Hold').click();
    await dismiss(alert(page));
    await alert(page).waitFor({ state: 'detached' });
  });

  test('many messages do not cover the call, and one press dismisses them', async ({
    sidetone,
  }) => {
    const { simulator, page } = sidetone;
    const { region } = await showCall(sidetone, '15208');
    const refused = {
      kind: 'status',
      status: 200,
      body: JSON.stringify({ statusCode: 6, statusMessage: 'The device is out of service' }),
      contentType: 'application/json',
    } as const;
    simulator.setFaults(
      ['MuteCall', 'Hold', 'Hangup'].map((operation) => ({
        match: { operation },
        times: 1,
        effect: refused,
      })),
    );
    for (const name of ['Mute', 'Hold', 'Hang up']) {
      await button(region, name).click();
      await seeText(alert(page), `“${name}” did not work: 15208`);
    }
    expect(await alert(page).count()).toBe(1);
    await button(page, 'Show 2 more messages').click();
    await eventually(() => alert(page).count()).toBe(3);
    for (const name of ['Mute', 'Hold', 'Hang up']) {
      // Would fail if a message covered it.
      await button(region, name).click({ trial: true });
    }
    await button(page, 'Dismiss all').click();
    await eventually(() => alert(page).count()).toBe(0);
  });
});

describe('an unknown outcome is reported', () => {
  test('when the connection is cut before any answer', async ({ sidetone }) => {
    const { simulator, app, page } = sidetone;
    const { id, region } = await showCall(sidetone, '15205');
    simulator.setFaults([
      { match: { operation: 'Hangup' }, times: 1, effect: { kind: 'cut', when: 'before' } },
    ]);
    await button(region, 'Hang up').click();
    await seeText(alert(page), /It is not known whether the call was hung up/);
    await seeText(alert(page), /The request was sent, but no answer came back/);
    await app.waitForTrace({ kind: 'command', action: 'hang-up', outcome: 'unknown' });
    expect(requestsOf(simulator, 'Hangup', id)).toHaveLength(1);
    await seeText(region, 'Established');
  });

  test('and becomes done once the state shows it', async ({ sidetone }) => {
    const { simulator, app, page } = sidetone;
    const { id, region } = await showCall(sidetone, '15206');
    simulator.setFaults([
      { match: { operation: 'Hold' }, times: 1, effect: { kind: 'cut', when: 'before' } },
    ]);
    await button(region, 'Hold').click();
    await alert(page).waitFor();
    await app.waitForTrace({ kind: 'command', action: 'hold', outcome: 'unknown' });
    simulator.genesys.hold(id, true);
    await seeText(region, 'On hold');
    await alert(page).waitFor({ state: 'detached' });
    expect(requestsOf(simulator, 'Hold', id)).toHaveLength(1);
  });
});

test('notifications that never arrive are replaced by fetching the calls', async ({ sidetone }) => {
  const { simulator, app, page } = sidetone;
  const { id, region } = await showCall(sidetone, '15207');
  const from = (await app.trace()).length;
  const notification = { vendor: 'genesys', operation: 'StatusChange' } as const;
  simulator.setFaults([
    {
      match: notification,
      times: 1,
      effect: { kind: 'lost-notification' },
    },
    // Otherwise a poll that is due now could answer before the window shows that the button is busy.
    {
      match: { operation: 'GET /api/v2/me/calls' },
      effect: { kind: 'delay', milliseconds: 1_000 },
    },
  ]);
  await button(region, 'Hold').click();
  await eventually(() => button(region, 'Hold').getAttribute('aria-busy')).toBe('true');
  await seeText(region, 'On hold');
  await app.waitForTrace({ kind: 'command', action: 'hold', outcome: 'confirmed' }, from);
  expect(simulator.faults().map(({ match }) => match)).not.toContainEqual(notification);
  expect(requestsOf(simulator, 'Hold', id)).toHaveLength(1);
  expect(await alert(page).count()).toBe(0);
});
