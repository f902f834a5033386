import type { WebContents } from 'electron';
import { RING_SOUND_CHANNEL } from '../../contract/channels';

/** The part of a window's web contents that is needed. */
export type RingingContents = Pick<
  WebContents,
  'on' | 'send' | 'isDestroyed' | 'isLoadingMainFrame'
>;

/**
 * Starts or stops the ring sound in a window, hidden or not. A page that is being loaded, also again after a
 * crash, starts it once it is loaded.
 */
export function createRingSound(contents: RingingContents): (isOn: boolean) => void {
  let isOn = false;
  contents.on('did-finish-load', () => {
    if (isOn) contents.send(RING_SOUND_CHANNEL, isOn);
  });
  return (isWanted) => {
    isOn = isWanted;
    if (!contents.isDestroyed() && !contents.isLoadingMainFrame()) {
      contents.send(RING_SOUND_CHANNEL, isOn);
    }
  };
}
