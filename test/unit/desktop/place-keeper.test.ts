import { EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Display } from 'electron';
import { describe, expect } from 'vitest';
import type { Rectangle } from '../../../main/desktop/fit';
import { createPlaceKeeper } from '../../../main/desktop/place-keeper';
import { createManualClock } from '../../support/manual-clock';
import { testInFolder } from '../../support/temporary-folder';

const ASKED = { x: 100, y: 100, width: 380, height: 640 };
/** With a title bar of 30. */
const OPENED = { ...ASKED, y: 130 };
const AREA = { x: 0, y: 0, width: 1920, height: 1080 };
/** Longer than the window needs to settle or to get its frame. */
const LONG_MS = 5_000;

/** A window on one display. `saved` is what the next run finds. */
const test = testInFolder.extend('setup', ({ folder }) => {
  const file = join(folder, 'windows.json');
  const clock = createManualClock();
  const screen = { getAllDisplays: () => [{ bounds: AREA, workArea: AREA } as Display] };
  const state = {
    content: OPENED as Rectangle,
    isMaximized: false,
    isMinimized: false,
    isFullScreen: false,
  };
  const emitter = Object.assign(new EventEmitter(), {
    getContentBounds: () => state.content,
    getNormalBounds: () => OPENED,
    isMaximized: () => state.isMaximized,
    isMinimized: () => state.isMinimized,
    isFullScreen: () => state.isFullScreen,
    isDestroyed: () => false,
  });
  const disk = { isFull: false };
  const write = (name: string, text: string) => {
    if (disk.isFull) return Promise.reject(new Error('ENOSPC'));
    writeFileSync(name, text);
    return Promise.resolve();
  };
  const open = () => createPlaceKeeper(file, screen, clock, write);
  const keeper = open();
  keeper.follow('window', emitter as unknown as BrowserWindow, ASKED);
  return {
    disk,
    state,
    clock,
    keeper,
    emitter,
    saved: () => open().find('window'),
    /** Shows the window, which gets its frame. */
    show: () => {
      emitter.emit('show');
      clock.advance(LONG_MS);
    },
    change: (event: string, changes: Partial<typeof state>) => {
      Object.assign(state, changes);
      emitter.emit(event);
    },
  };
});

describe('the place of a window', () => {
  test('is where the agent moved it, without its title bar', ({ setup }) => {
    const { show, change, clock, saved } = setup;
    show();
    expect(saved()).toBeUndefined();
    change('move', { content: { ...OPENED, x: 500 } });
    clock.advance(LONG_MS);
    expect(saved()).toEqual({ ...ASKED, x: 500 });
  });

  test('is saved once the window rests, not while it is dragged', ({ setup }) => {
    const { show, change, clock, saved } = setup;
    show();
    for (const x of [200, 300, 400]) {
      change('move', { content: { ...OPENED, x } });
      clock.advance(100);
    }
    expect(saved()).toBeUndefined();
    clock.advance(LONG_MS);
    expect(saved()).toMatchObject({ x: 400 });
  });

  test('is the one before when it is maximized', ({ setup }) => {
    const { show, change, clock, saved } = setup;
    show();
    change('move', { content: { ...OPENED, x: 500 } });
    clock.advance(LONG_MS);
    change('maximize', { content: AREA, isMaximized: true });
    clock.advance(LONG_MS);
    expect(saved()).toEqual({ ...ASKED, x: 500, isMaximized: true });
  });

  test('is the requested one if it was maximized before it was ever moved', ({ setup }) => {
    const { change, clock, saved } = setup;
    change('maximize', { content: AREA, isMaximized: true });
    clock.advance(LONG_MS);
    expect(saved()).toEqual({ ...ASKED, isMaximized: true });
  });

  test.for(['isMinimized', 'isFullScreen'] as const)(
    'is not the one it has while it %s',
    (what, { setup: { show, change, clock, saved } }) => {
      show();
      change('resize', { content: AREA, [what]: true });
      clock.advance(LONG_MS);
      expect(saved()).toBeUndefined();
    },
  );

  test('is not saved after the window was closed', ({ setup }) => {
    const { show, change, emitter, clock } = setup;
    show();
    change('move', { content: { ...OPENED, x: 500 } });
    emitter.emit('closed');
    expect(clock.pending()).toEqual([]);
  });

  test('is remembered until the end of the run if it cannot be saved', ({ setup }) => {
    const { show, change, clock, disk, keeper } = setup;
    disk.isFull = true;
    show();
    change('move', { content: { ...OPENED, x: 500 } });
    clock.advance(LONG_MS);
    expect(keeper.find('window')).toMatchObject({ x: 500 });
  });

  test('is not saved in a demo, which starts from the saved one and leads back to it', ({
    setup,
  }) => {
    const { show, change, clock, keeper, saved } = setup;
    show();
    change('move', { content: { ...OPENED, x: 500 } });
    clock.advance(LONG_MS);
    keeper.switchTo('memory');
    expect(keeper.find('window')).toMatchObject({ x: 500 });
    change('move', { content: { ...OPENED, x: 600 } });
    clock.advance(LONG_MS);
    keeper.switchTo('memory');
    expect([keeper.find('window')?.x, saved()?.x]).toEqual([600, 500]);
    keeper.switchTo('file');
    expect(keeper.find('window')).toMatchObject({ x: 500 });
  });
});
