/** A recording to make; whatever is left out is made up. */
export interface RecordingSpec {
  callId?: string | undefined;
  nativeId?: string | undefined;
  platformCallId?: string | undefined;
  meetingId?: string | undefined;
  caller: string;
  called: string;
  isFinished?: boolean | undefined;
}

/** A recording as the simulator sees it. */
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
  /** Asked to be deleted while it was still going on. */
  isMarkedForDeletion: boolean;
  /** Kept from being deleted. */
  isKept: boolean;
  /** Which channels are not recorded now. */
  muted: 'none' | 'caller' | 'called' | 'both';
}
