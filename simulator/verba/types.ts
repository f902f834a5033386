/** A recording to create; what is omitted is generated. */
export interface RecordingSpec {
  callId?: string | undefined;
  nativeId?: string | undefined;
  platformCallId?: string | undefined;
  meetingId?: string | undefined;
  caller: string;
  called: string;
  isFinished?: boolean | undefined;
}

/** A recording. */
export interface RecordingView {
  callId: string;
  nativeId: string;
  platformCallId: string;
  meetingId: string;
  caller: string;
  called: string;
  startTime: string;
  endTime: string | undefined;
  isFinished: boolean;
  /** To be deleted when it ends. */
  isMarkedForDeletion: boolean;
  /** Protected from deletion. */
  isKept: boolean;
  /** The channels that are not being recorded. */
  muted: 'none' | 'caller' | 'called' | 'both';
}
