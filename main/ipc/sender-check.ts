import { APP_HOST, APP_SCHEME } from '../../contract/app-address';

/** What is looked at of an IPC event. */
export interface SenderEvent {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/**
 * Whether a message comes from the top frame of one of our windows, showing our own page. Must be
 * asked before anything is awaited, for the frame can be gone after it. Fails closed.
 */
export function isTrustedSender(event: SenderEvent, windowIds: ReadonlySet<number>): boolean {
  const frame = event.senderFrame;
  const isTopFrame = frame?.parent === null;
  if (!isTopFrame || !windowIds.has(event.sender.id)) return false;
  try {
    const { protocol, host } = new URL(frame.url);
    return protocol === `${APP_SCHEME}:` && host === APP_HOST;
  } catch {
    return false;
  }
}
