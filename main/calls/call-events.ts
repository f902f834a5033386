import type { Call, Line, Media } from '../../contract/call-model';

/**
 * A call as its vendor tells it: complete, and without what only Sidetone knows (when it was first
 * seen) or decides (`delete-call`, which needs the recorder). `joinedAt` of its participants is set where
 * the vendor tells it.
 */
export interface VendorCall extends Omit<
  Call,
  | 'identity'
  | 'startedAt'
  | 'answeredAt'
  | 'heldSince'
  | 'endedAt'
  | 'isEndUnseen'
  | 'media'
  | 'deletion'
> {
  /** When it began by the vendor's clock, in ms since the epoch, where the vendor says so. */
  readonly startedAt?: number;
  /** For how long it has lasted, in ms, where the vendor counts that. */
  readonly lastedMs?: number;
  /**
   * What a recorder may know this call by, under the names of the profile's `verba.match.from`
   * (`id`, `callUuid`, `connId`, `agentExtension`, `userData.KEY`). Stays in the main process.
   */
  readonly recordingKeys: Readonly<Record<string, string>>;
}

/**
 * What a line tells the call model, in our words. Every event may come twice or late, except answers to
 * a read (`call-read`, `line-read`): each was requested after all earlier events of its line had been
 * applied, so it is newer than they are.
 */
export type CallEvent =
  /** A complete call: it replaces what was known of it. */
  | { readonly kind: 'call-seen'; readonly call: VendorCall }
  /** The same, as the answer to a read: what it does not show has not been done. */
  | { readonly kind: 'call-read'; readonly call: VendorCall }
  /**
   * The call has ended, and there is no last state of it. `isStated`: the vendor said so; otherwise it
   * follows from the call's absence, and the next sight of the call undoes it.
   */
  | { readonly kind: 'call-ended'; readonly callId: string; readonly isStated: boolean }
  /** Nobody looks at it any more; whether it goes on is not known. */
  | { readonly kind: 'call-left'; readonly callId: string }
  /** What became of the recording that the line made of a call, mostly after its end. */
  | { readonly kind: 'media-told'; readonly callId: string; readonly media: Media }
  /**
   * The calls of a line were read. `isWhole`: these are all there are, so a call that is missing from two
   * such answers in a row has ended. Otherwise a missing call means nothing.
   */
  | {
      readonly kind: 'line-read';
      readonly line: Line;
      readonly calls: readonly VendorCall[];
      readonly isWhole: boolean;
    };
