import type { ReactNode } from 'react';
import { lostConnectionReason } from '../../../contract/actions/availability';
import type { Call } from '../../../contract/call-model';
import { findWaitingCall } from '../../../contract/find-calls';
import { describeRefusal } from '../../../contract/locale/describe-command';
import { describeNoCall } from '../../../contract/locale/describe-no-call';
import { en } from '../../../contract/locale/en';
import { whyNoCall } from '../../../contract/why-no-call';
import { shownState } from '../../state/call-view';
import { useSnapshot, useWindowState } from '../../state/window-context';
import { WithNumbers } from '../../ui/Numbers';
import { CallName, Sentence } from '../../ui/Name';
import { StateMark } from '../../ui/StateMark';
import { Timer } from '../../ui/Timer';
import styles from './CallBar.module.css';

/** The other party and, below, the most urgent information. */
export function CallBarText({ call }: { readonly call: Call | undefined }): ReactNode {
  const title = useRefusalTitle(call);
  return (
    <>
      <Who call={call} />
      {title === undefined ? (
        call !== undefined && (
          <p className={styles.line}>
            <Status call={call} />
          </p>
        )
      ) : (
        <p role="alert" className={styles.line} title={title}>
          <WithNumbers text={title} />
        </p>
      )}
    </>
  );
}

/**
 * The last declined request, if it is about this call. A waiting call is more urgent, because nothing else on
 * the screen shows it.
 */
function useRefusalTitle(call: Call | undefined): string | undefined {
  const refusal = useWindowState(({ refusals }) => refusals.at(-1));
  const isWaiting = useSnapshot(findWaitingCall) !== undefined;
  if (refusal === undefined || isWaiting) return undefined;
  const { callId } = refusal.request;
  return callId === undefined || callId === call?.id ? describeRefusal(refusal).title : undefined;
}

function Who({ call }: { readonly call: Call | undefined }): ReactNode {
  const why = useSnapshot(whyNoCall) ?? 'no-call';
  if (call === undefined) {
    return <h2 className={styles.name}>{describeNoCall(why)}</h2>;
  }
  const { name } = call.identity;
  return (
    <h2 className={styles.name} title={name}>
      <CallName call={call} />
    </h2>
  );
}

function Status({ call }: { readonly call: Call }): ReactNode {
  const waiting = useSnapshot(findWaitingCall);
  const isStale = useSnapshot((snapshot) => lostConnectionReason(snapshot, call)) !== undefined;
  if (waiting !== undefined) {
    return (
      <span className={styles.waiting}>
        <Sentence text={en.notifications.ringing} values={{ name: waiting.identity.name }} />
      </span>
    );
  }
  if (isStale) {
    return <StateMark isPlain tone="unknown" text={en.window.notConnected} />;
  }
  const state = shownState(call);
  const heldSince = state === 'held' ? call.heldSince : undefined;
  const isMuted = state === 'established' && call.isMuted;
  return (
    <>
      <StateMark
        isPlain
        tone={isMuted ? 'muted' : state}
        text={isMuted ? en.window.muted : en.callStates[state]}
        // The timer is sufficient.
        isIconOnly={state === 'established' && !isMuted}
      />
      {heldSince === undefined ? (
        // Of a call that ended while the agent was away, the length is not known.
        call.isEndUnseen !== true && (
          <Timer
            name={en.window.callTime}
            from={call.answeredAt ?? call.startedAt}
            to={call.endedAt}
          />
        )
      ) : (
        <Timer name={en.window.holdTime} from={heldSince} to={undefined} />
      )}
    </>
  );
}
