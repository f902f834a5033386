import type { Call, Line, Media } from '../../contract/call-model';

/**
 * A call as its vendor tells it: complete, and without what only Sidetone knows (when it was first
 * seen) or decides (`delete-call`, which needs the recorder). `joinedAt` of its participants is set where
 * the vendor tells it.
 */
export interface VendorCall extends Omit<Call, 'startedAt' | 'endedAt' | 'media' | 'deletion'> {
  /** When it began, in ms since the epoch, where the vendor tells it. */
  readonly startedAt?: number;
  /**
   * What a recorder may know this call by, under the names of the profile's `verba.match.from`
   * (`id`, `callUuid`, `connId`, `agentExtension`, `userData.KEY`). Stays in the main process.
   */
  readonly recordingKeys: Readonly<Record<string, string>>;
}

/** What a line tells the call model, in our words. Every event may come twice or late. */
export type CallEvent =
  /** A complete call: it replaces what was known of it. */
  | { readonly kind: 'call-seen'; readonly call: VendorCall }
  /** The same, read of oneself: what it does not show has not been done. */
  | { readonly kind: 'call-read'; readonly call: VendorCall }
  /** The call is no longer there, and the vendor sent no last state for it. */
  | { readonly kind: 'call-ended'; readonly callId: string }
  /** Nobody looks at it any more; whether it goes on is not known. */
  | { readonly kind: 'call-left'; readonly callId: string }
  /** What became of the recording that the line made of a call, mostly after its end. */
  | { readonly kind: 'media-told'; readonly callId: string; readonly media: Media }
  /** All calls of a line were read: one that is missing has ended. */
  | { readonly kind: 'line-read'; readonly line: Line; readonly calls: readonly VendorCall[] };
