import type { WebContents } from 'electron';
import { RING_SOUND_CHANNEL } from '../../contract/channels';

/** The part of a window's web contents that is needed. */
export type RingingContents = Pick<WebContents, 'on' | 'send' | 'isDestroyed'>;

/**
 * Starts or stops the ring sound in a window, hidden or not. A page that is still being loaded misses that, so the
 * message is repeated once it is loaded, also if it was loaded again after a crash.
 */
export function createRingSound(contents: RingingContents): (isOn: boolean) => void {
  let isOn = false;
  const send = (): void => contents.send(RING_SOUND_CHANNEL, isOn);
  contents.on('did-finish-load', () => {
    if (isOn) send();
  });
  return (isWanted) => {
    isOn = isWanted;
    if (!contents.isDestroyed()) send();
  };
}
