import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { createRingSound, type RingingContents } from '../../../main/ipc/ring-sound';

/** A window, whose page hears nothing until it is loaded. */
function createWindow() {
  const events = new EventEmitter();
  let heard: unknown[] = [];
  let isLoaded = false;
  const contents = {
    on: (event: string, listener: () => void) => events.on(event, listener),
    send: (_channel: string, isOn: unknown) => {
      if (isLoaded) heard.push(isOn);
    },
    isDestroyed: () => false,
  } as unknown as RingingContents;
  return {
    setSound: createRingSound(contents),
    heard: () => heard,
    load: () => {
      heard = [];
      isLoaded = true;
      events.emit('did-finish-load');
    },
  };
}

it('a page starts and stops ringing at once', () => {
  const { setSound, heard, load } = createWindow();
  load();
  setSound(true);
  setSound(false);
  expect(heard()).toEqual([true, false]);
});

it('a page that was being loaded rings afterwards, unless the call no longer does', () => {
  const ringing = createWindow();
  ringing.setSound(true);
  ringing.load();
  expect(ringing.heard()).toEqual([true]);
  const answered = createWindow();
  answered.setSound(true);
  answered.setSound(false);
  answered.load();
  expect(answered.heard()).toEqual([]);
});

it('a page that is loaded again while a call rings, as after a crash, goes on ringing', () => {
  const { setSound, heard, load } = createWindow();
  load();
  setSound(true);
  load();
  expect(heard()).toEqual([true]);
});
