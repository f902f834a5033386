import { expect } from 'vitest';
import { eventually } from '../../support/eventually';
import { followChanges } from '../../support/journal';
import { dialNumber, showCall } from '../../support/telephone';
import { alert, button, currentCall, dialog, participants, seeText } from '../../support/window';
import { test } from './app';

const DANA = '\u05d3\u05e0\u05d4';

test('a name with a direction override is shown from left to right everywhere', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  simulator.genesys.arrive({
    from: '16901',
    formatted: '\u202e10961',
    others: [{ number: '16902' }],
    isOwner: true,
    state: 'Established',
  });
  await currentCall(page).getByRole('heading', { name: '10961, 16902', exact: true }).waitFor();
  await button(page, 'Remove 10961').click();
  const asked = dialog(page, 'Remove 10961?');
  await seeText(asked, /^10961 will be removed from the call\./);
  await button(asked, 'Cancel').click();
});

test('a right-to-left name does not affect the surrounding text', async ({ sidetone }) => {
  const { app, desktop, page, simulator } = sidetone;
  const { id } = await showCall(sidetone, {
    from: '16911',
    formatted: DANA,
    others: [{ number: '16912' }],
    isOwner: true,
  });
  const heading = currentCall(page).getByRole('heading', { name: `${DANA}, 16912`, exact: true });
  expect(await heading.locator('bdi').allInnerTexts()).toEqual([DANA, '16912']);
  // The number after it stays to its right.
  const [name, number] = await Promise.all(
    [DANA, '16912'].map((text) =>
      heading.locator('bdi', { hasText: text }).evaluate((bdi) => bdi.getBoundingClientRect().left),
    ),
  );
  expect(name).toBeLessThan(number!);
  await button(page, `Remove ${DANA}`).click();
  await button(dialog(page, `Remove ${DANA}?`), 'Cancel').click();
  await eventually(() => desktop.tray()?.tooltip).toBe(`In a call: \u2068${DANA}\u2069, 16912`);
  await app.waitForTrace({ kind: 'tray', tooltip: `In a call: ${DANA}, 16912` });

  simulator.genesys.join(id, { number: '16913' });
  await eventually(() => desktop.notifications().at(-1)).toMatchObject({
    title: '16913 joined',
    body: `Call with \u2068${DANA}\u2069, 16912, 16913`,
  });
  await app.waitForTrace({ kind: 'notification', body: `Call with ${DANA}, 16912, 16913` });
  await eventually(() => participants(page).count()).toBe(3);
});

test('a pasted number is dialed as intended, or refused with the expected format', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const asked = followChanges(simulator, 'genesys');
  await dialNumber(sidetone, '\u202a+1 (212) 555\u20110142\u202c');
  await eventually(asked).toMatchObject([
    { parameters: { operationName: 'Dial', destination: { phoneNumber: '+12125550142' } } },
  ]);
  await dialNumber(sidetone, '212.555.0143 ext. 12');
  await seeText(alert(page), /address: expected a number without an extension/);
  expect(asked()).toHaveLength(1);
});
