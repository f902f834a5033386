import { expect, it } from 'vitest';
import { listActions } from '../../../../renderer/actions/registry';
import { runAction } from '../../../../renderer/actions/window-action';
import { createWindowActions } from '../../../../renderer/state/window-context';
import { acceptSnapshot, createWindowStore } from '../../../../renderer/state/window-store';
import { FakeBridge } from '../fake-bridge';
import { snapshotOf, telephoneCall } from '../fixtures';

const TIER = { key: 'Tier', value: 'Gold', isText: true };
const call = telephoneCall({ actions: ['attach-data', 'update-data', 'delete-data'] });

function setUp() {
  const main = new FakeBridge();
  const store = createWindowStore(snapshotOf([{ ...call, attachedData: [TIER] }]));
  const actions = createWindowActions(main.bridge, store);
  let revision = 1;
  return {
    main,
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
