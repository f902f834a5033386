import type { AppError } from '../../../contract/errors';
import type { ConnectionState } from '../../../contract/snapshot';
import type { Link } from './link';
import type { Session } from './session';

/** The states of the supervisor, between signed out and connected. */
export type State =
  { readonly kind: 'idle' } | Waiting | SigningIn | Linked | Halted | { readonly kind: 'stopped' };

/** Waits for the next attempt. */
export interface Waiting {
  readonly kind: 'waiting';
  readonly signedIn?: SignedIn | undefined;
  unreported?: Failure | undefined;
  /**
   * `urgent`: as soon as the limit of attempts allows. `after-bug`: after a delay, in case the cause of a bug
   * is temporary.
   */
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

/** The server refused and would refuse again, so nothing is sent until the agent asks for a retry. */
export interface Halted {
  readonly kind: 'halted';
  readonly signedIn?: SignedIn | undefined;
  unreported?: Failure | undefined;
}

/** A signed-in HTTP session. It can be used by several links, one after the other. */
export interface SignedIn {
  readonly session: Session;
  /**
   * `new`: no link has been connected yet. `resuming`: an earlier link was connected, and the current one is
   * not yet.
   */
  phase: 'new' | 'connected' | 'resuming';
  /** The start of the contact-center session, which the first link performs, or a later one for a retry. */
  begun: Promise<AppError | undefined> | undefined;
}

/** The displayed result of the last attempt. */
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
