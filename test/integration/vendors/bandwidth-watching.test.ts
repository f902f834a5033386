import { describe, expect, it } from 'vitest';
import { json, simulateConference, stubConference } from '../../support/conference-harness';

const HOST = '+19195550100';
const ONE = '+15551230001';

describe('watching another conference', () => {
  it('replaces the previous one, about which nothing more is reported', async () => {
    const room = await simulateConference({ members: [ONE] });
    const before = room.call().id;
    const created = await room.drive(room.port.startConference({ from: HOST }));
    await room.driveUntil(() => room.call().id !== before);
    expect(created).toEqual({ kind: 'done', value: { callId: room.call().id } });
    expect(room.call()).toMatchObject({ line: 'conference', state: 'waiting', participants: [] });
    expect(room.changes()).toEqual([['/conferences', { from: HOST }]]);

    const events = room.recorder.events;
    const left = events.findIndex(({ kind }) => kind === 'call-unwatched');
    expect(events[left]).toEqual({ kind: 'call-unwatched', callId: before });
    const since = room.simulator.requests().length;
    await room.driveUntil(() => room.simulator.requests().length >= since + 3);
    expect(
      events.slice(left + 1).map((event) => ('call' in event ? event.call.id : event.kind)),
    ).not.toContain(before);
    expect(await room.port.perform({ kind: 'hold', callId: before })).toMatchObject({
      error: { code: 'gone' },
    });

    room.port.watch(before.replace('conference:', ''));
    await room.driveUntil(() => room.recorder.roster().join() === ONE);
    expect(room.call().id).toBe(before);
  });

  it('can follow a completed conference, which is reported as ended until then', async () => {
    const room = await simulateConference({ members: [ONE] });
    const before = room.call().id;
    await room.perform({ kind: 'complete-room' });
    await room.driveUntil(() => room.call().state === 'ended');
    expect(room.recorder.events.some(({ kind }) => kind === 'call-unwatched')).toBe(false);
    await room.drive(room.port.startConference({ from: HOST }));
    await room.driveUntil(() => room.call().id !== before && room.call().state === 'waiting');
    expect(room.recorder.events).toContainEqual({ kind: 'call-unwatched', callId: before });
    expect(room.call().actions).toContain('add-participant');
  });

  it('with the same ID fetches it again and changes nothing', async () => {
    const room = await simulateConference({ members: [ONE] });
    const since = room.simulator.requests().length;
    room.port.watch(room.call().reference);
    await room.driveUntil(() => room.simulator.requests().length > since);
    expect(room.recorder.events.some(({ kind }) => kind === 'call-unwatched')).toBe(false);
  });

  it('that does not exist is reported, and another can be watched', async () => {
    const room = await simulateConference();
    const { reference } = room.call();
    room.port.watch('conf-unknown');
    await room.driveUntil(() => room.recorder.connections.at(-1)?.state === 'error');
    expect(room.recorder.connections.at(-1)?.reason).toEqual({
      code: 'not-found',
      vendor: 'bandwidth',
      detail: 'The conference conf-unknown could not be found',
    });
    room.port.watch(reference);
    await room.driveUntil(() => room.recorder.connections.at(-1)?.state === 'connected');
  });

  it('is possible without one in the profile', async () => {
    const { port, recorder, driveUntil } = await stubConference(({ path }) =>
      json(path.endsWith('/conf-7') ? { id: 'conf-7', state: 'created' } : []),
    );
    port.start();
    await driveUntil(() => recorder.connections.at(-1)?.state === 'connected');
    port.watch('conf-7');
    await driveUntil(() => recorder.lastCall()?.reference === 'conf-7');
  });
});

describe('a conference that is created', () => {
  it.each([
    ['https://api.catapult.inetwork.com/v1/users/u-1/conferences/conf-9', 'conference:conf-9'],
    ['/v1/users/u-1/conferences/conf-9', 'conference:conf-9'],
  ])('has its id at the end of %s', async (location, callId) => {
    const { port, drive } = await stubConference(() => ({
      status: 201,
      headers: { Location: location },
    }));
    expect(await drive(port.startConference({ from: HOST }))).toEqual({
      kind: 'done',
      value: { callId },
    });
  });

  it('is unknown without a Location', async () => {
    const { port, drive, server } = await stubConference(() => ({ status: 201 }));
    expect(await drive(port.startConference({ from: HOST }))).toEqual({
      kind: 'unknown',
      error: { code: 'malformed-answer', vendor: 'bandwidth', detail: 'no Location' },
    });
    expect(server.requests).toHaveLength(1);
  });

  it('is refused with the vendor’s own message', async () => {
    const message = 'User u-1 does not have permission to use number 15000';
    const { port, drive } = await stubConference(() =>
      json({ category: 'authorization', code: 'number-access-denied', message }, 403),
    );
    expect(await drive(port.startConference({ from: '15000' }))).toEqual({
      kind: 'failed',
      error: { code: 'forbidden', vendor: 'bandwidth', detail: message },
    });
  });
});

it('the age of a conference follows the service’s clock, however far off this computer’s is', async () => {
  const HOUR = 3_600_000;
  const dates = [1_000, 1_900, 3_000].map((late) => Date.UTC(2026, 0, 1) - HOUR + late);
  const at = (moment: number) => new Date(moment).toISOString();
  const createdAt = dates[0]! - 5 * 60_000;
  const room = await stubConference(({ path }, nth) => {
    const headers = { Date: new Date(dates[Math.min(nth, 3) - 1]!).toUTCString() };
    return path.endsWith('/members')
      ? json([{ id: 'm', state: 'active', addedTime: at(createdAt + 60_000) }], 200, headers)
      : json({ id: 'c', state: 'active', createdTime: at(createdAt) }, 200, headers);
  }, 'c');
  room.port.start();
  await room.driveUntil(() => room.recorder.lastCall() !== undefined);
  const now = room.clock.now();
  const { startedAt, participants } = room.recorder.lastCall()!;
  const minutes = (since = 0) => Math.round((now - since) / 60_000);
  expect([minutes(startedAt), minutes(participants[0]?.joinedAt)]).toEqual([5, 4]);
});
