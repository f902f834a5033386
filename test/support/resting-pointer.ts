import type { Page } from 'playwright-core';

/** A position in the window, in CSS pixels from its corner. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The functions that run in the page. */
interface Watch {
  /** Waits until the customer's data has this step, then returns the center of a button to rest on. */
  settle(step: number, draw: number): Promise<Spot>;
  readonly faults: string[];
  readonly pointedAt: Set<string>;
  end(): void;
}

declare global {
  interface Window {
    restingPointer?: Watch;
  }
}

/** Checks what happens under a pointer that rests on buttons while the window changes by itself. */
export interface RestingPointer {
  /**
   * Waits until the window shows this step, presses at the pointer, and moves it to another button, chosen
   * by `draw`, from 0 up to 1. The press is never completed.
   */
  goOn(step: number, draw: number): Promise<void>;
  /** The faults so far: targets that moved away from the pointer, and new ones under it. */
  faults(): Promise<readonly string[]>;
  /** The buttons that the pointer has been on so far. */
  pointedAt(): Promise<readonly string[]>;
}

/** The page must show attached data named Step for the current call, which counts the steps. */
export async function restPointer(page: Page): Promise<RestingPointer> {
  // Without animated moves.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(watchPage);
  return {
    goOn: async (step, draw) => {
      const { x, y } = await page.evaluate(
        ([wanted, drawn]) => window.restingPointer!.settle(wanted, drawn),
        [step, draw] as const,
      );
      await page.mouse.down();
      await page.mouse.move(x, y);
      await page.mouse.up();
    },
    faults: () => page.evaluate(() => window.restingPointer!.faults),
    pointedAt: () => page.evaluate(() => [...window.restingPointer!.pointedAt]),
  };
}

/** Runs in the page, so it cannot use anything from outside. */
function watchPage(): void {
  const faults: string[] = [];
  /** How long the press guard blocks presses if a key was pressed since the pointer moved. */
  const SETTLE_MS = 400;
  const pointedAt = new Set<string>();
  let step = 0;
  let spot: Spot = { x: -1, y: -1 };
  let hasChanged = true;
  /** When the page was last checked, on the time scale of events, in ms. */
  let settledAt = 0;
  /** Since when something else has been under the pointer than what it moved to. */
  let changedAt: number | undefined;
  let hasPressedKey = false;
  let target: { button: Element; what: string; top: number; left: number } | undefined;

  /** The target of a press. A button keeps its target if only its label shows another state. */
  function describe(button: Element): string {
    const label = button.getAttribute('aria-label') ?? button.textContent;
    const part = button.closest('section[aria-label], [role="group"], header, [role="alert"]');
    const place = part?.getAttribute('aria-label') ?? part?.tagName ?? '';
    const who = place === 'Current call' ? (part?.querySelector('h2')?.textContent ?? '') : '';
    const what = label
      .replace(/^Unmute/, 'Mute')
      .replace(/^Resume/, 'Hold')
      .replace(/^Hang up .*/, 'Hang up')
      .replace(/^(Show (?:all|\d+ more)|Participants|Last calls|TalkSpaces|Eta: |\+\d).*/, '$1');
    return [place, who, what].filter((text) => text !== '').join(' / ');
  }

  function buttonAt({ x, y }: Spot): Element | null {
    return document.elementFromPoint(x, y)?.closest('button') ?? null;
  }

  function middleOf(button: Element): Spot {
    const { left, top, width, height } = button.getBoundingClientRect();
    return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  }

  function check(): void {
    if (target === undefined) return;
    const { button, what } = target;
    const { top, left } = button.getBoundingClientRect();
    const by = [left - target.left, top - target.top].map(Math.round).join(', ');
    const now = buttonAt(spot);
    if (now !== null && describe(now) !== what) {
      faults.push(`step ${String(step)}: ${what} became ${describe(now)}`);
    } else if (button.isConnected && by !== '0, 0') {
      faults.push(`step ${String(step)}: ${what} moved by ${by}`);
    } else if (now === button) {
      return;
    }
    // Gone, or covered by something that blocks presses.
    target = undefined;
  }

  function settle(wanted: number, draw: number): Promise<Spot> {
    return new Promise((resolve) => {
      const look = (): void => {
        // The window corrects a change before it is painted, so it is checked in the next frame.
        const isSettled = !hasChanged;
        hasChanged = false;
        if (isSettled) check();
        const shown = document.querySelector('section[aria-label="Customer"]')?.textContent ?? '';
        if (!isSettled || !shown.includes(`Step${String(wanted)};`)) {
          requestAnimationFrame(look);
          return;
        }
        step = wanted;
        settledAt = performance.now();
        const under = buttonAt(spot);
        const buttons = [...document.querySelectorAll('button')].filter(
          // Never the same one again, because that would be pressed.
          (button) => button !== under && buttonAt(middleOf(button)) === button,
        );
        const chosen = buttons[Math.floor(draw * buttons.length)];
        resolve(chosen === undefined ? spot : middleOf(chosen));
      };
      requestAnimationFrame(look);
    });
  }

  window.restingPointer?.end();
  const changes = new MutationObserver(() => {
    hasChanged = true;
    const isSame = target === undefined || buttonAt(spot) === target.button;
    changedAt = isSame ? undefined : (changedAt ?? performance.now());
  });
  changes.observe(document.body, { childList: true, characterData: true, subtree: true });
  const listeners = new AbortController();
  document.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      if (clientX === spot.x && clientY === spot.y) return;
      spot = { x: clientX, y: clientY };
      changedAt = undefined;
      hasPressedKey = false;
      const button = buttonAt(spot);
      const { top = 0, left = 0 } = button?.getBoundingClientRect() ?? {};
      target = button === null ? undefined : { button, what: describe(button), top, left };
      if (target !== undefined) pointedAt.add(target.what);
    },
    // What the agent saw there: the window may react to the move itself, and correct that before it is painted.
    { signal: listeners.signal, capture: true },
  );
  document.addEventListener(
    'pointerdown',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      const what = button === null ? undefined : describe(button);
      // On a busy computer the press comes late and may be meant for what a key press has opened since.
      const startedAt = hasPressedKey ? Math.min(settledAt, changedAt ?? settledAt) : settledAt;
      if (event.timeStamp - startedAt > SETTLE_MS) return;
      if (target !== undefined && what !== undefined && what !== target.what) {
        faults.push(`step ${String(step)}: a press on ${target.what} hits ${what}`);
      }
    },
    listeners,
  );
  document.addEventListener('keydown', () => (hasPressedKey = true), listeners);
  // Keeps the focus out of the list, which it would hold still.
  document.addEventListener('mousedown', (event) => event.preventDefault(), listeners);
  const end = (): void => {
    listeners.abort();
    changes.disconnect();
  };
  window.restingPointer = { settle, faults, pointedAt, end };
}
