import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { createRingSound, type RingingContents } from '../../../main/ipc/ring-sound';

/** A page that is loaded by `finishLoading`, and what it was told. */
function createPage() {
  const events = new EventEmitter();
  const told: unknown[] = [];
  let isLoading = false;
  const contents = {
    on: (event: string, listener: () => void) => events.on(event, listener),
    send: (_channel: string, isOn: unknown) => void told.push(isOn),
    isDestroyed: () => false,
    isLoadingMainFrame: () => isLoading,
  } as unknown as RingingContents;
  return {
    contents,
    told,
    startLoading: () => void (isLoading = true),
    finishLoading: () => {
      isLoading = false;
      events.emit('did-finish-load');
    },
  };
}

it('a loaded page is told at once', () => {
  const { contents, told } = createPage();
  const setSound = createRingSound(contents);
  setSound(true);
  setSound(false);
  expect(told).toEqual([true, false]);
});

it('a page that is being loaded is told afterwards, unless the call no longer rings', () => {
  const { contents, told, startLoading, finishLoading } = createPage();
  const setSound = createRingSound(contents);
  startLoading();
  setSound(true);
  expect(told).toEqual([]);
  finishLoading();
  expect(told).toEqual([true]);
  startLoading();
  setSound(false);
  finishLoading();
  expect(told).toEqual([true]);
});

it('a page that is loaded again while a call rings, as after a crash, goes on ringing', () => {
  const { contents, told, startLoading, finishLoading } = createPage();
  createRingSound(contents)(true);
  startLoading();
  finishLoading();
  expect(told).toEqual([true, true]);
});
