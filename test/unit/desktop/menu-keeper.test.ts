import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMenuKeeper } from '../../../main/desktop/menu-keeper';

describe('the menu of the tray', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function setUp() {
    const shown: EventEmitter[] = [];
    const keeper = createMenuKeeper<EventEmitter>((menu) => shown.push(menu));
    const [first, second, third] = [new EventEmitter(), new EventEmitter(), new EventEmitter()];
    keeper.replace(first);
    return { keeper, shown, first, second, third };
  }

  it('is replaced at once while it is closed', () => {
    const { keeper, shown, first, second } = setUp();
    keeper.replace(second);
    expect(shown).toEqual([first, second]);
  });

  it('stays while it is open, and then gives way to the latest one', () => {
    const { keeper, shown, first, second, third } = setUp();
    first.emit('menu-will-show');
    keeper.replace(second);
    keeper.replace(third);
    expect(shown).toEqual([first]);
    first.emit('menu-will-close');
    // What was chosen can be reported after that.
    expect(shown).toEqual([first]);
    vi.runAllTimers();
    expect(shown).toEqual([first, third]);
    keeper.replace(second);
    expect(shown).toEqual([first, third, second]);
  });

  it('stays where it is opened again at once', () => {
    const { keeper, shown, first, second } = setUp();
    first.emit('menu-will-show');
    keeper.replace(second);
    first.emit('menu-will-close');
    first.emit('menu-will-show');
    vi.runAllTimers();
    expect(shown).toEqual([first]);
  });

  it('is not set after the icon is gone', () => {
    const { keeper, shown, first, second } = setUp();
    first.emit('menu-will-show');
    keeper.replace(second);
    first.emit('menu-will-close');
    keeper.dispose();
    vi.runAllTimers();
    expect(shown).toEqual([first]);
  });
});
