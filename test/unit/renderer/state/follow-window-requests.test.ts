import { expect, it } from 'vitest';
import { followWindowRequests } from '../../../../renderer/state/follow-window-requests';
import { createWindowStore } from '../../../../renderer/state/window-store';
import { FakeBridge } from '../fake-bridge';

it('a number from outside opens the dialog, but does not replace an open one', () => {
  const fake = new FakeBridge();
  const store = createWindowStore();
  followWindowRequests(fake.bridge, store);
  fake.requestDialing('15501');
  expect(store.getState().dialog).toEqual({ kind: 'dial', number: '15501' });

  store.setState({ dialog: { kind: 'settings' } });
  fake.requestDialing('15502');
  fake.requestDialing('15503');
  expect(store.getState().dialog).toEqual({ kind: 'settings' });
  store.setState({ dialog: undefined });
  expect(store.getState().dialog).toEqual({ kind: 'dial', number: '15503' });
  store.setState({ dialog: undefined });
  expect(store.getState().dialog).toBeUndefined();
});

it('quitting during a call opens a dialog, after any open one has closed', () => {
  const fake = new FakeBridge();
  const store = createWindowStore();
  followWindowRequests(fake.bridge, store);
  store.setState({ dialog: { kind: 'settings' } });
  fake.requestQuit();
  expect(store.getState().dialog).toEqual({ kind: 'settings' });
  store.setState({ dialog: undefined });
  expect(store.getState().dialog).toEqual({ kind: 'quit' });

  fake.requestQuit();
  store.setState({ dialog: undefined });
  expect(store.getState().dialog).toBeUndefined();
});

it('a link opens its dialog, and the newest link waits until another dialog closes', () => {
  const fake = new FakeBridge();
  const store = createWindowStore();
  followWindowRequests(fake.bridge, store);
  const first = { kind: 'refused', mistakes: [{ field: '', message: 'one' }] } as const;
  const second = { kind: 'refused', mistakes: [{ field: '', message: 'two' }] } as const;
  fake.openLink(first);
  fake.requestDialing('15501');
  fake.openLink(second);
  expect(store.getState().dialog).toEqual({ kind: 'link', link: first });
  store.setState({ dialog: undefined });
  expect(store.getState().dialog).toEqual({ kind: 'link', link: second });
});
