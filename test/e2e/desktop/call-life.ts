import { expect } from 'vitest';
import { waitingCall } from '../../support/call-panel';
import { eventually } from '../../support/eventually';
import {
  button,
  currentCall,
  participants,
  seeNoText,
  seeText,
  seeTexts,
} from '../../support/window';
import { test } from './app';

test('shows No call while there is none', async ({ sidetone: { page } }) => {
  await seeText(currentCall(page), 'No call');
  expect(await page.title()).toBe('Sidetone');
});

test('shows a call from ringing to its end, with people who join and leave', async ({
  sidetone,
}) => {
  const { page, simulator, app } = sidetone;
  const call = currentCall(page);
  await app.waitForTrace({ kind: 'connection', vendor: 'genesys', state: 'connected' });

  const { id } = simulator.genesys.arrive({ from: '+12125550142', formatted: '(212) 555-0142' });
  await seeText(call, 'Ringing');
  await call.getByRole('heading', { name: '(212) 555-0142', exact: true }).waitFor();
  await seeTexts(participants(page), [/^\(212\) 555-0142$/]);

  simulator.genesys.answer(id);
  await seeText(call, 'Established');
  await eventually(() => call.getByRole('timer').innerText()).toMatch(/^0?0:0[1-9]$/);

  simulator.genesys.join(id, { number: '15002' });
  await call.getByRole('heading', { name: '(212) 555-0142, 15002', exact: true }).waitFor();
  await seeTexts(participants(page), [/^\(212\) 555-0142$/, /^15002\s+since \d\d:\d\d$/]);

  simulator.genesys.leave(id, '15002');
  await call.getByRole('heading', { name: '(212) 555-0142', exact: true }).waitFor();
  await seeTexts(participants(page), [/^\(212\) 555-0142$/]);

  simulator.genesys.mute(id, true);
  await seeText(call, 'Muted');
  simulator.genesys.mute(id, false);
  await seeNoText(call, 'Muted');

  simulator.genesys.hold(id, true);
  await seeText(call, 'On hold');
  simulator.genesys.hold(id, false);
  await seeText(call, 'Established');

  simulator.genesys.release(id);
  await seeText(call, 'Ended');
  await seeText(call, 'No call');

  const traced = (await app.trace()).filter((line) => line.id === `genesys:${id}`);
  const states = traced
    .filter(({ kind }) => kind === 'call')
    .map(({ state, muted, held, participants: names }) => [state, muted, held, names]);
  const one = ['(212) 555-0142'];
  expect(states).toEqual([
    ['ringing', false, false, one],
    ['established', false, false, one],
    ['established', false, false, [...one, '15002']],
    ['established', false, false, one],
    ['established', true, false, one],
    ['established', false, false, one],
    ['held', false, true, one],
    ['established', false, false, one],
    ['ended', false, false, one],
  ]);
  expect(
    traced.filter(({ kind }) => kind === 'participants').map(({ joined, left }) => [joined, left]),
  ).toEqual([
    [['15002'], []],
    [[], ['15002']],
  ]);
});

test('shows a call that the agent dials', async ({ sidetone: { page, simulator } }) => {
  const call = currentCall(page);
  const { id } = simulator.genesys.dial({ from: '15007' });
  await seeText(call, 'Dialing');
  simulator.genesys.answer(id);
  await seeText(call, 'Established');
});

test('shows a ringing call next to the current one, and swaps them on demand', async ({
  sidetone: { page, simulator },
}) => {
  const isCurrent = (number: string) =>
    currentCall(page).getByRole('heading', { name: number, exact: true }).waitFor();
  const first = simulator.genesys.arrive({ from: '15003', state: 'Established' });
  await isCurrent('15003');

  const second = simulator.genesys.arrive({ from: '15004' });
  const waiting = waitingCall(page);
  await waiting.getByRole('heading', { name: '15004', exact: true }).waitFor();
  await button(waiting, 'Answer').waitFor();
  // The call that the agent is talking on keeps Mute, Hold and Hang up.
  await isCurrent('15003');
  await seeText(currentCall(page), 'Established');

  simulator.genesys.answer(second.id);
  await isCurrent('15004');
  await waiting.waitFor({ state: 'detached' });
  const others = page.getByRole('list', { name: 'Other calls', exact: true });
  await seeTexts(others.getByRole('listitem'), [/^15003\s+/]);

  await button(others, 'Show 15003').click();
  await isCurrent('15003');
  await button(others, 'Show 15004').waitFor();

  simulator.genesys.release(first.id);
  await isCurrent('15004');
});
