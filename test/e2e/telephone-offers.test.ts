import { expect } from 'vitest';
import { listMore } from '../support/call-panel';
import { followChanges } from '../support/journal';
import { testInSidetone } from '../support/sidetone';
import { showCall } from '../support/telephone';
import { button, pointAt, seeText } from '../support/window';

/** A switch without the newer operations. */
const test = testInSidetone({
  simulator: { genesys: { hasMuteCall: false, hasClearCall: false, hasRecording: false } },
});

test('an action that a switch does not offer is missing, or disabled with the reason', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const asked = followChanges(simulator, 'genesys');
  const { region } = await showCall(sidetone, { from: '16601' });
  await button(region, 'Hold').waitFor();
  expect(await listMore(page)).toEqual(['Recording details']);

  const mute = button(region, 'Mute');
  expect(await mute.getAttribute('aria-disabled')).toBe('true');
  await pointAt(mute);
  await seeText(region, 'Genesys does not allow this in the current state of the call.');
  await mute.click({ force: true });
  await button(region, 'Hold').click();
  await seeText(region, 'On hold');
  expect(asked()).toMatchObject([{ parameters: { operationName: 'Hold' } }]);
});
