import type { Bridge } from '../../../contract/bridge';

/** Plays the ring sound at the main process's request. Its code is loaded only then. */
export function playRingSound(bridge: Pick<Bridge, 'onRingSound'>): void {
  let isWanted = false;
  let stop: (() => void) | undefined;
  bridge.onRingSound((isOn) => {
    isWanted = isOn;
    stop?.();
    stop = undefined;
    if (!isOn) return;
    void import('./ring').then(({ startRinging }) => {
      // The call may have been answered in the meantime.
      if (isWanted) stop ??= startRinging();
    });
  });
}
