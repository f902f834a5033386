import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { shownState } from '../../state/call-view';
import { StateMark } from '../../ui/StateMark';
import { Timer } from '../../ui/Timer';
import styles from './CallStatus.module.css';

/** The state of the call, and its timers. */
export function CallStatus({ call }: { readonly call: Call }): ReactNode {
  const state = shownState(call);
  const { lineRecording, heldSince, endedAt, state: callState } = call;
  const isRecording = lineRecording === 'recording' || lineRecording === 'paused';
  const startedAt = call.answeredAt ?? call.startedAt;
  return (
    <div className={styles.status}>
      <div className={styles.marks}>
        <StateMark tone={state} text={en.callStates[state]} />
        {call.isMuted && <StateMark tone="muted" text={en.window.muted} />}
        {isRecording && callState !== 'ended' && (
          <StateMark
            isPlain
            isIconOnly={call.isMuted || state === 'held'}
            tone={lineRecording}
            text={en.actions.lineRecording[lineRecording]}
          />
        )}
      </div>
      <div className={styles.timers}>
        {state === 'held' && heldSince !== undefined && (
          <span className={styles.holdTime}>
            {en.window.onHold} <Timer name={en.window.holdTime} from={heldSince} to={undefined} />
          </span>
        )}
        {call.isEndUnseen === true ? (
          <span className={styles.quiet}>{en.window.endedAway}</span>
        ) : (
          <span className={styles.callTime}>
            <Timer name={en.window.callTime} from={startedAt} to={endedAt} />
          </span>
        )}
      </div>
    </div>
  );
}
