import type { Call, Line, Media } from '../../contract/call-model';

/**
 * A call as its vendor reports it: complete, but without what only Sidetone knows (when it was first
 * seen) or decides (`delete-call`, which needs the recorder). `joinedAt` of its participants is set if
 * the vendor reports it.
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
  /** When it began by the vendor's clock, in ms since the epoch, if the vendor reports it. */
  readonly startedAt?: number;
  /** How long it has lasted in ms, if the vendor reports it. */
  readonly lastedMs?: number;
  /**
   * What a recorder may know this call by, under the names of the profile's `verba.match.from`
   * (`id`, `callUuid`, `connId`, `agentExtension`, `userData.KEY`). Never leaves the main process.
   */
  readonly recordingKeys: Readonly<Record<string, string>>;
}

/**
 * What a line reports to the call model. Any event may arrive twice or late, except for the result of a
 * request (`call-fetched`, `line-fetched`): the request was sent after all earlier events of its line had
 * been applied, so its result is newer.
 */
export type CallEvent =
  /** A complete call, which replaces its previous state. */
  | { readonly kind: 'call-seen'; readonly call: VendorCall }
  /**
   * The same from a fetch, without anything in doubt: an operation that it does not show was not carried out.
   */
  | { readonly kind: 'call-fetched'; readonly call: VendorCall }
  /**
   * The call has ended, and its last state is unknown. `isStated`: the vendor said so. Otherwise it was
   * inferred from the call's absence, and is reverted when the call is seen again.
   */
  | { readonly kind: 'call-ended'; readonly callId: string; readonly isStated: boolean }
  /** It is no longer watched. Whether it continues is unknown. */
  | { readonly kind: 'call-unwatched'; readonly callId: string }
  /** The state of the line's own recording, usually after the call's end. */
  | { readonly kind: 'media-updated'; readonly callId: string; readonly media: Media }
  /**
   * The calls of a line were fetched. `isComplete`: the result contains all calls, so a call that is missing
   * from two such results in a row has ended. Otherwise a missing call means nothing.
   */
  | {
      readonly kind: 'line-fetched';
      readonly line: Line;
      readonly calls: readonly VendorCall[];
      readonly isComplete: boolean;
    };
