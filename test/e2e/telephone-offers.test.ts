import { expect } from 'vitest';
import { followChanges } from '../support/journal';
import { testInSidetone } from '../support/sidetone';
import { showCall } from '../support/telephone';
import { button, seeText } from '../support/window';

/** A switch without the newer operations. */
const test = testInSidetone({
  simulator: { genesys: { hasMuteCall: false, hasClearCall: false, hasRecording: false } },
});

test('what a switch does not offer is not there, or is disabled with the reason', async ({
  sidetone,
}) => {
  const { simulator } = sidetone;
  const asked = followChanges(simulator, 'genesys');
  const { region } = await showCall(sidetone, { from: '16601' });
  await button(region, 'Hold').waitFor();
  expect(await button(region, 'End for all').count()).toBe(0);
  expect(await region.getByRole('button', { name: /recording$/ }).count()).toBe(0);

  const mute = button(region, 'Mute');
  expect(await mute.getAttribute('aria-disabled')).toBe('true');
  await mute.hover();
  await seeText(region, 'Genesys does not allow this for the call as it is now.');
  await mute.click({ force: true });
  await button(region, 'Hold').click();
  await seeText(region, 'On hold');
  expect(asked()).toMatchObject([{ parameters: { operationName: 'Hold' } }]);
});
