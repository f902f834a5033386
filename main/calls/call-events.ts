import type { Call, Line } from '../../contract/call-model';

/**
 * A call as its vendor tells it: complete, and without what only Sidetone knows (when it was first
 * seen) or decides (`delete-call`, which needs the recorder).
 */
export interface VendorCall extends Omit<Call, 'startedAt' | 'endedAt'> {
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
  /** The call is no longer there, and the vendor sent no last state for it. */
  | { readonly kind: 'call-ended'; readonly callId: string }
  /** All calls of a line were read: one that is missing has ended. */
  | { readonly kind: 'line-read'; readonly line: Line; readonly calls: readonly VendorCall[] };
