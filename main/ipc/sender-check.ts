import { APP_HOST, APP_SCHEME } from '../../contract/app-address';

/** The part of an IPC event that is checked. */
export interface SenderEvent {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/**
 * Whether a message comes from the top frame of one of the app's windows, with the app's page. Must
 * be called before any `await`, after which the frame may be gone. Fails closed.
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
