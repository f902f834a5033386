import type { Bridge } from '../../../contract/bridge';

/** Plays the ring sound when the main process asks for it; nothing of it is loaded before. */
export function playRingSound(bridge: Pick<Bridge, 'onRingSound'>): void {
  let isWanted = false;
  let stop: (() => void) | undefined;
  bridge.onRingSound((isOn) => {
    isWanted = isOn;
    stop?.();
    stop = undefined;
    if (!isOn) return;
    void import('./ring').then(({ startRinging }) => {
      // It may have been answered meanwhile.
      if (isWanted) stop ??= startRinging();
    });
  });
}
