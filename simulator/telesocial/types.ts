export type ParticipantState = 'requested' | 'calling' | 'joined' | 'left';

export interface TalkSpaceParticipant {
  networkId: string;
  state: ParticipantState;
  isMuted: boolean;
}

/** A TalkSpace. */
export interface TalkSpaceView {
  id: string;
  isActive: boolean;
  leader: string;
  recordingId: string | undefined;
  greetingId: string | undefined;
  /** Whether anybody has answered, so that there is something to record. */
  wasJoined: boolean;
  participants: TalkSpaceParticipant[];
}
