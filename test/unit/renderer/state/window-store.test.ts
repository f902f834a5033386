import { describe, expect, it } from 'vitest';
import { followSnapshots } from '../../../../renderer/state/follow-snapshots';
import { acceptSnapshot, createWindowStore } from '../../../../renderer/state/window-store';
import { FakeBridge } from '../fake-bridge';
import { connection, participant, snapshot, snapshotOf, telephoneCall } from '../fixtures';

describe('the mirror of the snapshots', () => {
  it('subscribes before it asks, so that no snapshot falls in between', () => {
    const fake = new FakeBridge();
    followSnapshots(fake.bridge, createWindowStore());
    expect(fake.asked).toEqual(['onSnapshot', 'getSnapshot']);
  });

  it('shows the answer to its first dialog', async () => {
    const fake = new FakeBridge();
    const store = createWindowStore();
    followSnapshots(fake.bridge, store);
    await fake.answerSnapshot(snapshot({ revision: 3 }));
    expect(store.getState().snapshot?.revision).toBe(3);
  });

  it('drops an answer that a pushed snapshot has overtaken', async () => {
    const fake = new FakeBridge();
    const store = createWindowStore();
    followSnapshots(fake.bridge, store);
    fake.push(snapshot({ revision: 5 }));
    await fake.answerSnapshot(snapshot({ revision: 4 }));
    expect(store.getState().snapshot?.revision).toBe(5);
  });

  it.each([4, 5])('drops revision %i when it shows revision 5', (revision) => {
    const store = createWindowStore(snapshot({ revision: 5, agentName: 'shown' }));
    acceptSnapshot(store, snapshot({ revision, agentName: 'late' }));
    expect(store.getState().snapshot?.agentName).toBe('shown');
  });

  it('ends its subscription when asked to', () => {
    const fake = new FakeBridge();
    const store = createWindowStore();
    followSnapshots(fake.bridge, store)();
    fake.push(snapshot());
    expect(store.getState().snapshot).toBeUndefined();
  });
});

describe('parts that did not change', () => {
  it('stay the same objects, so that nothing that shows them renders again', () => {
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

  it('include the participants of a call that did change', () => {
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

describe('how long a vendor’s data is fresh', () => {
  it('is the moment of the loss, whatever states follow, and is forgotten on return', () => {
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
