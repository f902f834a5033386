import { describe, expect, it } from 'vitest';
import { followSnapshots } from '../../../../renderer/state/follow-snapshots';
import { acceptSnapshot, createWindowStore } from '../../../../renderer/state/window-store';
import { FakeBridge } from '../fake-bridge';
import { connection, participant, snapshot, snapshotOf, telephoneCall } from '../fixtures';

describe('the mirror of the snapshots', () => {
  it('subscribes before it requests a snapshot, so that none is missed', () => {
    const fake = new FakeBridge();
    followSnapshots(fake.bridge, createWindowStore());
    expect(fake.asked).toEqual(['onSnapshot', 'getSnapshot']);
  });

  it('shows the answer to its first request', async () => {
    const fake = new FakeBridge();
    const store = createWindowStore();
    followSnapshots(fake.bridge, store);
    await fake.answerSnapshot(snapshot({ revision: 3 }));
    expect(store.getState().snapshot?.revision).toBe(3);
  });

  it('drops an answer that is older than a pushed snapshot', async () => {
    const fake = new FakeBridge();
    const store = createWindowStore();
    followSnapshots(fake.bridge, store);
    fake.push(snapshot({ revision: 5 }));
    await fake.answerSnapshot(snapshot({ revision: 4 }));
    expect(store.getState().snapshot?.revision).toBe(5);
  });

  it.each([4, 5])('drops revision %i while it shows revision 5', (revision) => {
    const store = createWindowStore(snapshot({ revision: 5, agentName: 'shown' }));
    acceptSnapshot(store, snapshot({ revision, agentName: 'late' }));
    expect(store.getState().snapshot?.agentName).toBe('shown');
  });

  it('ends its subscription on request', () => {
    const fake = new FakeBridge();
    const store = createWindowStore();
    followSnapshots(fake.bridge, store)();
    fake.push(snapshot());
    expect(store.getState().snapshot).toBeUndefined();
  });
});

describe('the keypad', () => {
  it('is closed when its call has ended, and stays open for others', () => {
    const [call, other] = [telephoneCall(), telephoneCall({ id: 'genesys:2' })];
    const store = createWindowStore(snapshotOf([call, other]));
    const panel = { kind: 'keypad', callId: call.id } as const;
    store.setState({ panel });
    const ended = { state: 'ended', endedAt: 1 } as const;
    acceptSnapshot(store, snapshotOf([call, { ...other, ...ended }], { revision: 2 }));
    expect(store.getState().panel).toEqual(panel);
    acceptSnapshot(store, snapshotOf([{ ...call, ...ended }], { revision: 3 }));
    expect(store.getState().panel).toBeUndefined();
  });
});

describe('unchanged parts', () => {
  it('remain the same objects, so that their components do not render again', () => {
    const before = snapshotOf([telephoneCall(), telephoneCall({ id: 'genesys:2' })]);
    const store = createWindowStore(before);
    const after = structuredClone({ ...before, revision: 2 });
    after.calls[1] = telephoneCall({ id: 'genesys:2', isMuted: true });
    acceptSnapshot(store, after);

    const shown = store.getState().snapshot;
    expect(shown?.calls[0]).toBe(before.calls[0]);
    expect(shown?.connections).toBe(before.connections);
    expect(shown?.calls[1]?.isMuted).toBe(true);
  });

  it('include the participants of a call that changed otherwise', () => {
    const ada = participant({ id: 'a' });
    const before = snapshotOf([telephoneCall({ participants: [ada] })]);
    const store = createWindowStore(before);
    const joined = [structuredClone(ada), participant({ id: 'b', name: 'Grace' })];
    acceptSnapshot(store, snapshotOf([telephoneCall({ participants: joined })], { revision: 2 }));

    const shown = store.getState().snapshot?.calls[0]?.participants;
    expect(shown?.[0]).toBe(ada);
    expect(shown?.map((each) => each.name)).toEqual(['Ada Lovelace', 'Grace']);
  });
});

describe('the time of the last update of a vendor', () => {
  it('is when the connection was lost, regardless of later states, and is cleared when it returns', () => {
    const store = createWindowStore(snapshot());
    const away = (
      revision: number,
      state: 'reconnecting' | 'connecting' | 'connected',
      since: number,
    ) => acceptSnapshot(store, snapshot({ revision, connections: [connection({ state, since })] }));
    away(2, 'reconnecting', 5_000);
    away(3, 'connecting', 9_000);
    expect(store.getState().freshUntil).toEqual({ genesys: 5_000 });
    away(4, 'connected', 12_000);
    expect(store.getState().freshUntil).toEqual({});
  });
});
