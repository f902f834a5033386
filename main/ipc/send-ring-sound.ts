import { RING_SOUND_CHANNEL } from '../../contract/channels';
import type { Receiver } from './broadcaster';

/** Starts or stops the ring sound in a window, hidden or not. */
export function sendRingSound(receiver: Receiver, isOn: boolean): void {
  if (!receiver.isDestroyed()) receiver.send(RING_SOUND_CHANNEL, isOn);
}
