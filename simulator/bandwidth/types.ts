export type ConferenceState = 'created' | 'active' | 'completed';

export type MemberState = 'active' | 'completed';

export type CallState = 'started' | 'rejected' | 'active' | 'completed' | 'transferring';

/** A call. */
export interface ConferenceCallView {
  id: string;
  from: string;
  to: string;
  state: CallState;
  conferenceId: string | undefined;
}

/** A member. */
export interface MemberView {
  id: string;
  callId: string;
  number: string;
  state: MemberState;
  isHeld: boolean;
  isMuted: boolean;
}

/** A conference; members who left stay in the list. */
export interface ConferenceView {
  id: string;
  state: ConferenceState;
  from: string;
  isHeld: boolean;
  isMuted: boolean;
  members: MemberView[];
}
