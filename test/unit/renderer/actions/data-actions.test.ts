import { expect, it } from 'vitest';
import type { AttachedData } from '../../../../contract/call-model';
import { listActions } from '../../../../renderer/actions/registry';
import { runAction } from '../../../../renderer/actions/window-action';
import { createWindowActions } from '../../../../renderer/state/window-context';
import { acceptSnapshot, createWindowStore } from '../../../../renderer/state/window-store';
import { FakeBridge } from '../fake-bridge';
import { snapshotOf, telephoneCall } from '../fixtures';

const TIER = { key: 'Tier', value: 'Gold', isText: true };
const call = telephoneCall({ actions: ['attach-data', 'update-data', 'delete-data'] });

function setUp(data: AttachedData = TIER, shown = call) {
  const main = new FakeBridge();
  const store = createWindowStore(snapshotOf([{ ...shown, attachedData: [data] }]));
  const actions = createWindowActions(main.bridge, store);
  let revision = 1;
  return {
    main,
    store,
    choose: (id: string) =>
      runAction(
        actions,
        listActions(store.getState()).find((action) => action.id === id)!,
      ),
    show: (attachedData: (typeof TIER)[]) =>
      acceptSnapshot(store, snapshotOf([{ ...call, attachedData }], { revision: (revision += 1) })),
    offered: () =>
      listActions(store.getState()).flatMap(({ id, label, detail }) =>
        id.endsWith('-data') && id !== 'add-data' ? [[label, detail]] : [],
      ),
  };
}

it('offers Undo for data that the agent deleted, once the service has deleted it', () => {
  const { main, choose, show, offered } = setUp();
  choose('delete-data');
  expect(offered()).not.toContainEqual(['Undo', expect.anything()]);
  show([]);
  expect(offered()).toEqual([['Undo', 'Tier deleted']]);
  choose('undo-data');
  expect(main.asked).toEqual([
    'performOperation delete-data genesys:1 Tier',
    'performOperation attach-data genesys:1 Tier Gold',
  ]);
});

it('offers no Undo for data that was restored and later deleted elsewhere', () => {
  const { choose, show, offered } = setUp();
  choose('delete-data');
  show([]);
  show([TIER]);
  show([]);
  expect(offered()).toEqual([]);
});

it('offers no Undo for data that somebody else deleted', () => {
  const { show, offered } = setUp();
  show([]);
  expect(offered()).toEqual([]);
});

it.each<[string, AttachedData, typeof call]>([
  ['is not text', { key: 'Order', value: '{"lamps":2}', isText: false }, call],
  ['is not shown unchanged', { key: 'Lines', value: 'a b', isText: true, isAltered: true }, call],
  ['cannot be attached again', TIER, { ...call, actions: ['delete-data'] }],
])('asks before data is deleted that %s', (_why, data, shown) => {
  const { main, store, choose } = setUp(data, shown);
  choose('delete-data');
  expect(main.asked).toEqual([]);
  expect(store.getState().dialog).toMatchObject({ kind: 'delete-data', deletion: { data } });
});

it('measures the time to undo from when the service has deleted the data', () => {
  const { store, choose, show } = setUp();
  choose('delete-data');
  expect(store.getState().deletions).toMatchObject([{ doneAt: undefined }]);
  show([]);
  const [deletion] = store.getState().deletions;
  expect(deletion?.doneAt).toBeDefined();
  show([]);
  expect(store.getState().deletions).toEqual([deletion]);
});
