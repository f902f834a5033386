import { describe, expect } from 'vitest';
import { chooseMore } from '../../support/call-panel';
import { followChanges } from '../../support/journal';
import { requestsOf, type Sidetone } from '../../support/sidetone';
import { dialNumber, onCall, showCall } from '../../support/telephone';
import {
  alert,
  button,
  currentCall,
  dialog,
  pointAt,
  seeNoText,
  seeText,
} from '../../support/window';
import { DEVICE, test } from './app';

/** The vendor's ID of the last dialed call. */
function newestCall({ simulator }: Sidetone): string {
  return simulator.genesys.calls().at(-1)!.id;
}

describe('a ringing call', () => {
  test('is answered: Answer', async ({ sidetone }) => {
    const asked = followChanges(sidetone.simulator, 'genesys');
    const { id, region } = await showCall(sidetone, { from: '16001', state: 'Ringing' });
    await button(region, 'Answer').click();
    await seeText(region, 'Established');
    expect(await button(region, 'Answer').count()).toBe(0);
    expect(await button(region, 'Reject').count()).toBe(0);
    expect(asked()).toEqual([onCall(id, 'Answer')]);
  });

  test('returns to its queue: Reject', async ({ sidetone }) => {
    const asked = followChanges(sidetone.simulator, 'genesys');
    const queued = { from: '16002', state: 'Ringing', isFromQueue: true } as const;
    const { id, region } = await showCall(sidetone, queued);
    await button(region, 'Reject').click();
    await seeText(region, 'Ended');
    expect(asked()).toEqual([onCall(id, 'Reject')]);
  });

  test('that did not come from a queue cannot be rejected, and the button says so', async ({
    sidetone,
  }) => {
    const asked = followChanges(sidetone.simulator, 'genesys');
    const { region } = await showCall(sidetone, { from: '16003', state: 'Ringing' });
    const reject = button(region, 'Reject');
    expect(await reject.getAttribute('aria-disabled')).toBe('true');
    await pointAt(reject);
    await seeText(region, 'Genesys does not allow this in the current state of the call.');
    await reject.click({ force: true });
    await button(region, 'Answer').click();
    await seeText(region, 'Established');
    expect(asked()).toMatchObject([{ parameters: { operationName: 'Answer' } }]);
  });
});

describe('an answered call', () => {
  test('is muted and unmuted: MuteCall, UnmuteCall', async ({ sidetone }) => {
    const asked = followChanges(sidetone.simulator, 'genesys');
    const { id, region } = await showCall(sidetone, { from: '16011' });
    await button(region, 'Mute').click();
    await seeText(region, 'Muted');
    await button(region, 'Unmute').click();
    await seeNoText(region, 'Muted');
    await button(region, 'Mute').waitFor();
    expect(asked()).toEqual([onCall(id, 'MuteCall'), onCall(id, 'UnmuteCall')]);
  });

  test('is put on hold and resumed: Hold, Retrieve', async ({ sidetone }) => {
    const asked = followChanges(sidetone.simulator, 'genesys');
    const { id, region } = await showCall(sidetone, { from: '16012' });
    await button(region, 'Hold').click();
    await seeText(region, 'On hold');
    await button(region, 'Resume').click();
    await seeText(region, 'Established');
    await button(region, 'Hold').waitFor();
    expect(asked()).toEqual([onCall(id, 'Hold'), onCall(id, 'Retrieve')]);
  });

  test('is hung up: Hangup', async ({ sidetone }) => {
    const asked = followChanges(sidetone.simulator, 'genesys');
    const { id, region } = await showCall(sidetone, { from: '16013' });
    await button(region, 'Hang up').click();
    await seeText(region, 'Ended');
    expect(asked()).toEqual([onCall(id, 'Hangup')]);
  });

  test('is ended for all after confirmation: ClearCall', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const conference = { from: '16014', others: [{ number: '16015' }] };
    const { id, region } = await showCall(sidetone, conference);
    const confirmation = dialog(page, 'End the call for all?');

    await chooseMore(page, 'End for all');
    await seeText(confirmation, 'This hangs up for everybody in the call: 16014, 16015.');
    await button(confirmation, 'Cancel').click();
    await confirmation.waitFor({ state: 'detached' });
    expect(asked()).toEqual([]);

    await chooseMore(page, 'End for all');
    await button(confirmation, 'End for all').click();
    await seeText(region, 'Ended');
    expect(asked()).toEqual([onCall(id, 'ClearCall')]);
  });

  test('is not ended for all if it ends before the agent confirms', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const { id } = await showCall(sidetone, { from: '16016' });
    await chooseMore(page, 'End for all');
    const confirmation = dialog(page, 'End the call for all?');
    simulator.genesys.release(id);
    await seeText(confirmation, 'Ending the call for all is no longer possible.');
    await button(confirmation, 'End for all').click({ force: true });
    await button(confirmation, 'Cancel').click();
    await confirmation.waitFor({ state: 'detached' });
    expect(asked()).toEqual([]);
  });
});

describe('a number', () => {
  test("is dialed on the agent's own telephone: Dial", async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    const asked = followChanges(simulator, 'genesys');
    const isReadBefore = requestsOf(simulator, 'GET /api/v2/me/devices').length > 0;
    await dialNumber(sidetone, '+1 (212) 555-0161');
    const region = currentCall(page);
    await region.getByRole('heading', { name: '+12125550161', exact: true }).waitFor();
    await seeText(region, 'Dialing');
    expect(await alert(page).count()).toBe(0);
    simulator.genesys.answer(newestCall(sidetone));
    await seeText(region, 'Established');
    simulator.genesys.release(newestCall(sidetone));
    await seeText(region, 'Ended');

    await dialNumber(sidetone, '16021');
    await region.getByRole('heading', { name: '16021', exact: true }).waitFor();
    expect(asked()).toEqual(
      ['+12125550161', '16021'].map((phoneNumber) => ({
        request: `POST /api/v2/me/devices/${DEVICE}/calls`,
        parameters: { operationName: 'Dial', destination: { phoneNumber } },
      })),
    );
    expect(isReadBefore).toBe(false);
    expect(requestsOf(simulator, 'GET /api/v2/me/devices')).toMatchObject([
      { method: 'GET', query: { fields: '*' } },
    ]);
  });

  test('that is being dialed can be hung up before it is answered', async ({ sidetone }) => {
    const { page, simulator } = sidetone;
    await dialNumber(sidetone, '16022');
    const region = currentCall(page);
    await region.getByRole('heading', { name: '16022', exact: true }).waitFor();
    const asked = followChanges(simulator, 'genesys');
    const id = newestCall(sidetone);
    await button(region, 'Hang up').click();
    await seeText(region, 'Ended');
    expect(asked()).toEqual([onCall(id, 'Hangup')]);
  });
});
