import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { requestsOf } from '../../support/sidetone';
import { startTalkSpace } from '../../support/talkspace';
import { button, seeText } from '../../support/window';
import { test } from './app';

function lastCalls(page: Page): Locator {
  return page.getByRole('list', { name: 'Last calls', exact: true }).getByRole('listitem');
}

test('of an ended TalkSpace is shown with its size and address once available: Media status', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const { recordingId } = simulator.profile.telesocial;
  const { card } = await startTalkSpace(sidetone, 'theta');
  await button(card, 'Close TalkSpace').click();
  const row = lastCalls(page).first();
  await seeText(row, 'Recording not available yet');
  await seeText(row, 'Recording available, 60.6 kB');
  await seeText(row, `${simulator.origin}/audio/${recordingId}.mp3`);
  expect(requestsOf(simulator, 'media-status')).toMatchObject([
    {
      method: 'POST',
      path: `/api/rest/media/status/${recordingId}`,
      body: { appkey: simulator.profile.telesocial.appKey },
      status: 200,
    },
  ]);
});

test('that the service does not report is unknown, and not requested again', async ({
  sidetone,
}) => {
  const { page, simulator } = sidetone;
  const before = requestsOf(simulator, 'media-status').length;
  const { card } = await startTalkSpace(sidetone, 'kappa');
  simulator.setFaults([
    { match: { operation: 'media-status' }, effect: { kind: 'status', status: 401 } },
  ]);
  await button(card, 'Close TalkSpace').click();
  const row = lastCalls(page).first();
  await seeText(row, 'Not known whether there is a recording');
  await seeText(row, 'eta, kappa');
  expect(requestsOf(simulator, 'media-status').slice(before)).toHaveLength(1);
});
