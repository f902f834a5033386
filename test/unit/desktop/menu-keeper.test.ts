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

  it('stays while it is open, and is then replaced by the latest one', () => {
    const { keeper, shown, first, second, third } = setUp();
    first.emit('menu-will-show');
    keeper.replace(second);
    keeper.replace(third);
    expect(shown).toEqual([first]);
    first.emit('menu-will-close');
    // A choice can be reported after the menu has closed.
    expect(shown).toEqual([first]);
    vi.runAllTimers();
    expect(shown).toEqual([first, third]);
    keeper.replace(second);
    expect(shown).toEqual([first, third, second]);
  });

  it('stays if it is opened again at once', () => {
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
