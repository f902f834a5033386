import type { AppError } from '../../../contract/errors';
import type { ConnectionState } from '../../../contract/snapshot';
import type { Link } from './link';
import type { Session } from './session';

/** Where the supervisor is between signed out and connected. */
export type State =
  { readonly kind: 'idle' } | Waiting | SigningIn | Linked | Halted | { readonly kind: 'stopped' };

/** Waits for the next attempt. */
export interface Waiting {
  readonly kind: 'waiting';
  readonly signedIn?: SignedIn | undefined;
  unreported?: Failure | undefined;
  /** `urgent`: as soon as the limit of attempts allows. `after-bug`: not before a bug may have passed. */
  pace: 'regular' | 'urgent' | 'after-bug';
}

export interface SigningIn {
  readonly kind: 'signing-in';
  readonly session: Session;
  /** The pace of the next attempt, if this one fails. */
  nextPace: 'regular' | 'urgent';
}

/** Performs the handshake, or is connected. */
export interface Linked {
  readonly kind: 'linked';
  readonly signedIn: SignedIn;
  readonly link: Link;
}

/** The server refused and would refuse again, so nothing is sent until the agent retries. */
export interface Halted {
  readonly kind: 'halted';
  readonly signedIn?: SignedIn | undefined;
  unreported?: Failure | undefined;
}

/** An HTTP session that is signed in. Several links can be made over it, one after the other. */
export interface SignedIn {
  readonly session: Session;
  /** `new`: no link has been connected yet. `resuming`: an earlier one was, and the present one is not yet. */
  phase: 'new' | 'connected' | 'resuming';
  /** The start of the contact-centre session, which the first link performs. */
  begun: Promise<AppError | undefined> | undefined;
}

/** How the end of the last attempt is shown. */
export interface Failure {
  readonly state: ConnectionState;
  readonly reason: AppError;
}

export function signedInOf(state: State): SignedIn | undefined {
  return 'signedIn' in state ? state.signedIn : undefined;
}

export function sessionOf(state: State): Session | undefined {
  return state.kind === 'signing-in' ? state.session : signedInOf(state)?.session;
}
