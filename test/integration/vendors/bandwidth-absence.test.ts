import { describe, expect, it } from 'vitest';
import { createCallStore } from '../../../main/calls/store';
import { json, stubConference } from '../../support/conference-harness';
import type { StubAnswer } from '../../support/stub-server';

const CALL_ID = 'conference:conf-1';

function conference(state: string): StubAnswer {
  return json({ id: 'conf-1', state, from: '+15551230000' });
}

function members(...ids: string[]): StubAnswer {
  return json(ids.map((id) => ({ id, state: 'active' })));
}

/** A conference whose answers the test sets. Each list is served in order and its last entry repeats. */
async function watch(answers: {
  readonly conference: readonly StubAnswer[];
  readonly members: readonly StubAnswer[];
}) {
  const served = { conference: 0, members: 0 };
  const client = await stubConference(({ path }) => {
    const kind = path.endsWith('/members') ? 'members' : 'conference';
    const list = answers[kind];
    return list[Math.min(served[kind]++, list.length - 1)];
  }, 'conf-1');
  const store = createCallStore(client.clock);
  client.port.start();
  return {
    ...client,
    served,
    /** The conference as shown after each event. */
    shown() {
      const all = client.recorder.events.splice(0).map((event) => {
        store.apply(event);
        const call = store.getState().calls.known.get(CALL_ID);
        const people = call?.participants.map(({ id }) => id).join(' ') ?? '';
        return `${call?.state ?? 'none'} ${people}`.trim();
      });
      return all.filter((text, index) => text !== all[index - 1]);
    },
  };
}

describe('an item that is missing from one answer', () => {
  it('does not remove a member', async () => {
    const room = await watch({
      conference: [conference('active')],
      members: [members('a', 'b'), members('a'), members('a', 'b')],
    });
    await room.driveUntil(() => room.served.members >= 5);
    expect(room.shown()).toEqual(['established a b']);
  });

  it('removes a member if the next answer lacks it too, or reports that it has left', async () => {
    const room = await watch({
      conference: [conference('active')],
      members: [
        members('a', 'b', 'c'),
        json([
          { id: 'a', state: 'completed' },
          ...['b', 'c'].map((id) => ({ id, state: 'active' })),
        ]),
        members('b'),
        members('b'),
      ],
    });
    await room.driveUntil(() => room.served.members >= 6);
    expect(room.shown()).toEqual(['established a b c', 'established b c', 'established b']);
  });

  it('does not empty a conference with known members', async () => {
    const room = await watch({
      conference: [conference('active')],
      members: [members('a', 'b'), { status: 404, body: '' }, members('a', 'b')],
    });
    await room.driveUntil(() => room.served.members >= 4);
    expect(room.shown()).toEqual(['established a b']);
    expect(room.recorder.connections.at(-1)).toEqual({ state: 'connected' });
  });

  it('does not count as fetched, nor as connected after a failure, until the next answer', async () => {
    const room = await watch({
      conference: [conference('active'), json({}, 503), conference('active')],
      members: [members('a', 'b'), members('a')],
    });
    await room.driveUntil(() => room.recorder.connections.at(-1)?.state === 'error');
    const before = room.recorder.events.length;
    await room.driveUntil(() => room.recorder.connections.at(-1)?.state === 'connected');
    expect(room.recorder.roster()).toEqual(['a']);
    const fetched = room.recorder.events
      .slice(before)
      .flatMap((event) => (event.kind === 'call-fetched' ? [event.call.participants.length] : []));
    expect(fetched).toEqual([1]);
  });

  it('does not end a conference', async () => {
    const room = await watch({
      conference: [conference('active'), { status: 404, body: '' }, conference('active')],
      members: [members('a')],
    });
    await room.driveUntil(() => room.served.conference >= 4);
    expect(room.shown()).toEqual(['established a']);
  });
});

it('continues a conference that is completed in one answer and active in the next', async () => {
  const room = await watch({
    conference: [conference('active'), conference('completed'), conference('active')],
    members: [members('a', 'b')],
  });
  await room.driveUntil(() => room.served.conference >= 5);
  expect(room.shown()).toEqual(['established a b', 'ended a b', 'established a b']);
});

it('fetches a completed conference again on request', async () => {
  const room = await watch({
    conference: [conference('completed'), conference('completed'), conference('active')],
    members: [members('a')],
  });
  await room.driveUntil(() => room.clock.pending().length === 0);
  expect(room.shown()).toEqual(['ended']);
  room.port.refresh();
  await room.driveUntil(() => room.served.members >= 2);
  expect(room.shown().at(-1)).toBe('established a');
});

it('shows a member who is listed twice only once', async () => {
  const room = await watch({
    conference: [conference('active')],
    members: [members('a', 'b', 'a')],
  });
  await room.driveUntil(() => room.served.members >= 2);
  expect(room.shown()).toEqual(['established a b']);
});

it('reports the end of a conference again if handling the first report failed', async () => {
  const room = await watch({
    conference: [conference('active'), conference('completed')],
    members: [members('a')],
  });
  const { recorder, driveUntil } = room;
  const report = recorder.onCallEvent.bind(recorder);
  let bugs = 0;
  recorder.onCallEvent = (event) => {
    const isEnd = 'call' in event && event.call.state === 'ended';
    if (isEnd && bugs < 3) {
      bugs += 1;
      throw new Error('a bug');
    }
    report(event);
  };
  await driveUntil(() => recorder.lastCall()?.state === 'ended');
  expect(bugs).toBe(3);
  await driveUntil(() => recorder.connections.at(-1)?.state === 'connected');
});
