import { describe, expect, it } from 'vitest';
import type { CallEvent } from '../../../main/calls/call-events';
import { findRosterChanges } from '../../../main/calls/roster-changes';
import { createCallStore } from '../../../main/calls/store';
import { readFixture } from '../../support/fixture';
import type { StubAnswer } from '../../support/stub-server';
import {
  connectTelesocial,
  detailsBody,
  isList,
  listBody,
  advanceUntil,
  advanceUntilIdle,
  simulateTelesocial,
  stubTelesocial,
} from '../../support/telesocial-harness';

const CONFERENCE_ID = '63c9b03b84e9476080f7afe9ac2aa58e';

/** A service with one started TalkSpace and these answers to polls. */
async function openOnStub(read: { details: () => StubAnswer; list: () => StubAnswer }) {
  const parts = await stubTelesocial((request) => {
    if (request.method === 'POST') {
      return { status: 201, body: readFixture('telesocial/created.json') };
    }
    return isList(request) ? read.list() : read.details();
  });
  await parts.port.startConference({});
  return parts;
}

function hasEnded(events: readonly CallEvent[]): boolean {
  return events.some(({ kind }) => kind === 'call-ended');
}

describe('the roster', () => {
  it('follows who joins and leaves', async () => {
    const { port, recorder, simulator, clock } = await simulateTelesocial();
    await port.startConference({});
    const { id } = simulator.telesocial.conferences()[0]!;
    expect(recorder.roster()).toEqual(['(eta)']);
    const untilRoster = (...names: string[]) =>
      advanceUntil(clock, () => recorder.roster().join() === names.join());
    simulator.telesocial.join(id, 'eta');
    await untilRoster('eta');
    simulator.telesocial.join(id, 'theta');
    await untilRoster('eta', 'theta');
    simulator.telesocial.leave(id, 'eta');
    await untilRoster('theta');
  });

  it('is polled less and less often while nothing changes, and reported each time', async () => {
    const { port, recorder, simulator, clock, sent } = await simulateTelesocial();
    await port.startConference({});
    simulator.telesocial.join(undefined, 'eta');
    const polls = () => recorder.events.filter(({ kind }) => kind === 'call-fetched');
    await advanceUntil(clock, () => polls().length === 5);
    // The first request is for the list, all others for the participants.
    expect(sent.slice(2).map(({ at }) => at)).toEqual([1_000, 2_000, 3_000, 4_800, 6_600, 8_400]);
  });

  it('of several TalkSpaces takes less than one request per second in total', async () => {
    const { port, recorder, clock, sent } = await simulateTelesocial();
    for (let nth = 0; nth < 4; nth += 1) await port.startConference({});
    port.start();
    port.refresh();
    await advanceUntil(clock, () => sent.length >= 24);
    const polls = sent.filter(({ method }) => method === 'GET').map(({ at }) => at);
    const intervals = polls.slice(1).map((at, nth) => at - polls[nth]!);
    expect(Math.min(...intervals)).toBe(1_000);
    const read = recorder.events.flatMap((event) =>
      event.kind === 'call-fetched' ? [event.call.id] : [],
    );
    expect(new Set(read).size).toBe(4);
  });

  it('reports the end of a TalkSpace that another application closed', async () => {
    const { port, recorder, simulator, clock } = await simulateTelesocial();
    await port.startConference({});
    simulator.telesocial.join(undefined, 'eta');
    await advanceUntil(clock, () => recorder.roster().join() === 'eta');
    simulator.telesocial.end(undefined);
    await advanceUntil(clock, () => hasEnded(recorder.events));
    // Everybody leaves when it ends, which is not reported separately.
    expect(recorder.roster()).toEqual(['eta']);
  });

  it('reports the end of a listed TalkSpace even if nobody was ever seen in it', async () => {
    let list = listBody([CONFERENCE_ID]);
    const { recorder, clock, server } = await openOnStub({
      details: () => detailsBody(),
      list: () => list,
    });
    await advanceUntil(clock, () => server.requests.filter(isList).length === 2);
    list = listBody();
    await advanceUntil(clock, () => hasEnded(recorder.events));
    expect(server.requests.filter(isList)).toHaveLength(4);
  });

  it('does not end a TalkSpace that is missing from one list', async () => {
    const lists = [listBody([CONFERENCE_ID]), listBody([CONFERENCE_ID]), listBody()];
    const { recorder, clock, server } = await openOnStub({
      details: () => detailsBody(),
      list: () => lists.shift() ?? listBody(CONFERENCE_ID),
    });
    await advanceUntil(clock, () => server.requests.filter(isList).length >= 8);
    expect(hasEnded(recorder.events)).toBe(false);
  });

  it('does not end a TalkSpace after a single not-found answer', async () => {
    const answers = [detailsBody('eta'), { status: 404, body: '' }];
    const { recorder, clock, server } = await openOnStub({
      details: () => answers.shift() ?? detailsBody('eta'),
      list: () => listBody(CONFERENCE_ID),
    });
    await advanceUntil(clock, () => server.requests.length >= 10);
    expect(hasEnded(recorder.events)).toBe(false);
  });

  it('removes nobody after one answer without a list, and everybody after two', async () => {
    const answers = [detailsBody(['eta', 'theta']), detailsBody()];
    const { recorder, clock, server } = await openOnStub({
      details: () => answers.shift() ?? detailsBody(['eta', 'theta']),
      list: () => listBody(CONFERENCE_ID),
    });
    await advanceUntil(clock, () => server.requests.length >= 10);
    const rosters = recorder.events.flatMap((event) =>
      event.kind === 'call-fetched' ? [event.call.participants.length] : [],
    );
    expect(new Set(rosters)).toEqual(new Set([2]));
    answers.push(detailsBody(), detailsBody(), detailsBody());
    await advanceUntil(clock, () => recorder.roster().length === 0);
  });

  it('reports nothing about a TalkSpace that was closed while it was being fetched', async () => {
    const { port, recorder, clock, server } = await openOnStub({
      details: () => detailsBody(),
      list: () => listBody(CONFERENCE_ID),
    });
    const isFetch = () => server.requests.at(-1)?.path.endsWith(CONFERENCE_ID) === true;
    await advanceUntil(clock, () => server.requests.length > 3 && isFetch());
    await port.perform({ kind: 'close-talkspace', callId: `talkspace:${CONFERENCE_ID}` });
    await port.stop();
    expect(recorder.events.at(-1)).toMatchObject({ kind: 'call-ended', isStated: true });
  });

  it.each([
    ['was missing', false],
    ['was closed', true],
  ])('shows a TalkSpace again if it %s and is in a later list', async (_name, isClosed) => {
    let isActive = true;
    const { port, recorder, clock } = await openOnStub({
      details: () => (isActive ? detailsBody(['eta', 'theta']) : detailsBody()),
      list: () => (isActive ? listBody(CONFERENCE_ID) : listBody()),
    });
    port.start();
    const store = createCallStore(clock);
    const call = () => {
      for (const event of recorder.events.splice(0)) store.apply(event);
      return store.getState().calls.known.get(`talkspace:${CONFERENCE_ID}`);
    };
    await advanceUntil(clock, () => call()?.participants.length === 2);
    const { sequence } = call()!;
    isActive = false;
    if (isClosed) await port.perform({ kind: 'close-talkspace', callId: call()!.id });
    await advanceUntil(clock, () => call()?.state === 'ended');
    isActive = true;
    clock.advance(1);
    port.refresh();
    const left: string[] = [];
    store.subscribe((state, previous) => {
      for (const change of findRosterChanges(previous.calls, state.calls)) {
        left.push(...[...change.joined, ...change.left].map(({ name }) => name));
      }
    });
    await advanceUntil(clock, () => call()?.state === 'established');
    expect(call()).toMatchObject({ sequence, participants: [{ name: 'eta' }, { name: 'theta' }] });
    expect(left).toEqual([]);
    store.dispose();
  });

  it('shows a TalkSpace again if two lists in a row lacked it after its end', async () => {
    const details = [detailsBody('eta'), detailsBody()];
    const lists = [CONFERENCE_ID, CONFERENCE_ID, undefined, undefined, undefined];
    const { recorder, clock } = await openOnStub({
      details: () => details.shift() ?? detailsBody('eta'),
      list: () => listBody(lists.length > 0 ? lists.shift() : CONFERENCE_ID),
    });
    await advanceUntil(clock, () => hasEnded(recorder.events));
    await advanceUntil(clock, () => recorder.events.at(-1)?.kind === 'call-fetched');
    expect(recorder.roster()).toEqual(['eta']);
  });

  it('stops polling once enough lists in a row have lacked an ended TalkSpace', async () => {
    const details = [detailsBody('eta')];
    const lists = [CONFERENCE_ID];
    const { recorder, clock, server } = await openOnStub({
      details: () => details.shift() ?? detailsBody(),
      list: () => listBody(lists.shift()),
    });
    await advanceUntilIdle(clock);
    expect(recorder.events.at(-1)?.kind).toBe('call-ended');
    expect(server.requests.filter(isList)).toHaveLength(7);
  });

  it('keeps a TalkSpace for which the service has no details', async () => {
    const missing = { status: 404, body: '' };
    const { recorder, clock, server } = await openOnStub({
      details: () => missing,
      list: () => missing,
    });
    await advanceUntil(clock, () => server.requests.length >= 12);
    expect(recorder.events).toHaveLength(1);
    // Once before the start and once after. A list that is not offered is not requested again.
    expect(server.requests.filter(isList)).toHaveLength(2);
  });

  it('reports the end of a TalkSpace without any details that is in no list', async () => {
    const { recorder, clock, server } = await openOnStub({
      details: () => ({ status: 404, body: '' }),
      list: () => listBody(),
    });
    await advanceUntil(clock, () => hasEnded(recorder.events));
    expect(server.requests.filter(isList)).toHaveLength(7);
  });

  it('reports the end when details that were known before are gone', async () => {
    let details = detailsBody('eta');
    const { recorder, clock } = await openOnStub({
      details: () => details,
      list: () => listBody([CONFERENCE_ID, 'other']),
    });
    await advanceUntil(clock, () => recorder.roster().join() === 'eta');
    details = { status: 404, body: '' };
    await advanceUntil(clock, () => hasEnded(recorder.events));
  });

  it('lists nobody twice, even if the details do', async () => {
    const { recorder, clock } = await openOnStub({
      details: () => detailsBody(['eta', 'theta', 'eta']),
      list: () => listBody(CONFERENCE_ID),
    });
    await advanceUntil(clock, () => recorder.roster().length > 1);
    expect(recorder.roster()).toEqual(['eta', 'theta']);
  });
});

describe('a person who is being called', () => {
  it('is shown for only two minutes if they never join', async () => {
    const { port, recorder, simulator, clock, sent } = await simulateTelesocial();
    await port.startConference({});
    simulator.telesocial.join(undefined, 'theta');
    await advanceUntil(clock, () => recorder.roster().join() === 'theta,(eta)');
    await advanceUntil(clock, () => recorder.roster().join() === 'theta');
    const { at } = sent.at(-1)!;
    expect(at).toBeGreaterThanOrEqual(120_000);
    expect(at).toBeLessThan(125_000);
  });

  it('stays shown while nothing can be fetched', async () => {
    const { recorder, clock, sent } = await openOnStub({
      details: () => ({ status: 404, body: '' }),
      list: () => listBody(CONFERENCE_ID),
    });
    await advanceUntil(clock, () => (sent.at(-1)?.at ?? 0) > 130_000);
    expect(recorder.roster()).toEqual(['(eta)']);
  });
});

describe('people in several TalkSpaces', () => {
  it('can be moved only while another TalkSpace is open', async () => {
    const { port, recorder, simulator, clock } = await simulateTelesocial();
    const actionsIn = (callId: string) =>
      recorder.events
        .flatMap((event) => ('call' in event && event.call.id === callId ? [event.call] : []))
        .at(-1)?.participants[0]?.actions;
    await port.startConference({});
    const first = recorder.lastCall()!.id;
    simulator.telesocial.join(undefined, 'eta');
    await advanceUntil(clock, () => recorder.roster().join() === 'eta');
    expect(actionsIn(first)).toEqual(['remove', 'mute']);
    const second = await port.startConference({});
    expect(actionsIn(first)).toEqual(['remove', 'mute', 'move']);
    await port.perform({
      kind: 'close-talkspace',
      callId: second.kind === 'done' ? second.value.callId : '',
    });
    expect(actionsIn(first)).toEqual(['remove', 'mute']);
  });

  it('are all followed again if the TalkSpaces were left open', async () => {
    const { simulator } = await simulateTelesocial();
    const ids = ['eta', 'theta'].map((leader) => {
      const { id } = simulator.telesocial.create(leader);
      simulator.telesocial.join(id, leader);
      return id;
    });
    const { port, recorder, clock } = connectTelesocial(simulator.profile.telesocial, 'eta', ids);
    port.start();
    const read = () =>
      recorder.events.flatMap((event) => (event.kind === 'call-fetched' ? [event.call] : []));
    await advanceUntil(clock, () => new Set(read().map(({ id }) => id)).size === 2);
    expect(
      read()
        .map(({ participants }) => participants[0]?.id)
        .slice(0, 2),
    ).toEqual(['eta', 'theta']);
  });
});
