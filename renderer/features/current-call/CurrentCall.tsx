import { PhoneCall } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { lineTexts } from '../../../contract/locale/line-texts';
import { describeNumber, describeParties, listParties } from '../../../contract/call-names';
import { findCurrentCall } from '../../../contract/find-calls';
import { shownState } from '../../state/call-view';
import { useSnapshot } from '../../state/window-context';
import card from '../../ui/Card.module.css';
import { classNames } from '../../ui/class-names';
import { Name, Names, Sentence } from '../../ui/Name';
import { StateMark } from '../../ui/StateMark';
import { Timer } from '../../ui/Timer';
import { DeletionMark } from '../recording/DeletionMark';
import { CallButtons } from './CallButtons';
import styles from './CurrentCall.module.css';
import { StaleMark } from './StaleMark';

/** A name of more letters takes two lines, and is written smaller. */
const MAX_LARGE = 22;

/** The call that the agent is on: its state and the other party first, then what can be done. */
export function CurrentCall(): ReactNode {
  const hasSnapshot = useSnapshot(() => true) ?? false;
  const call = useSnapshot(findCurrentCall);
  const hasProfile = useSnapshot((snapshot) => snapshot.hasProfile) ?? true;
  // Without a profile no call comes: what to do about that is to be seen first.
  const look = call === undefined ? hasProfile && 'isEmpty' : shownState(call);
  return (
    <section
      aria-label={en.window.currentCall}
      aria-busy={!hasSnapshot}
      className={classNames(card.card, styles.call, look !== false && styles[look])}
    >
      {call !== undefined && <CallInView key={call.id} call={call} />}
      {call === undefined && hasSnapshot && <NoCall />}
    </section>
  );
}

function NoCall(): ReactNode {
  const name = useSnapshot((snapshot) => snapshot.agentName) ?? '';
  return (
    <div className={styles.empty}>
      <PhoneCall aria-hidden />
      <h2>{en.window.noCall}</h2>
      {name !== '' && (
        <p className={card.quiet}>
          <Sentence text={en.window.noCallHint} values={{ name }} />
        </p>
      )}
    </div>
  );
}

function CallInView({ call }: { readonly call: Call }): ReactNode {
  const state = shownState(call);
  const parties = describeParties(call);
  const isLong = call.participants.length > 1 || parties.length > MAX_LARGE;
  return (
    <>
      <div className={styles.top}>
        <div className={styles.marks} aria-live="polite">
          <StateMark tone={state} text={en.callStates[state]} />
          {call.isMuted && <StateMark tone="muted" text={en.window.muted} />}
        </div>
        {call.isEndUnseen === true ? (
          <span className={card.quiet}>{en.window.endedAway}</span>
        ) : (
          <Timer call={call} />
        )}
      </div>
      <div className={styles.about}>
        <h2 className={classNames(styles.parties, isLong && styles.isLong)} title={parties}>
          <Names list={listParties(call)} />
        </h2>
        <div className={styles.facts}>
          <p className={card.quiet}>
            <AboutLine call={call} />
          </p>
          <LineRecordingMark call={call} />
        </div>
      </div>
      <CallButtons call={call} />
      <DeletionMark call={call} />
      <StaleMark call={call} />
    </>
  );
}

/** Says that the line itself records; while it does not, there is nothing to say. */
function LineRecordingMark({ call }: { readonly call: Call }): ReactNode {
  const { lineRecording } = call;
  return call.state === 'ended' ||
    lineRecording === undefined ||
    lineRecording === 'stopped' ? null : (
    <StateMark
      isPlain
      tone={lineRecording === 'recording' ? 'recording' : 'waiting'}
      text={en.actions.lineRecording[lineRecording]}
    />
  );
}

/** The number of the one other party where it is not the heading already, and the kind of call. */
function AboutLine({ call }: { readonly call: Call }): ReactNode {
  const [only, ...others] = call.participants;
  const number = only !== undefined && others.length === 0 ? describeNumber(only) : undefined;
  const kind =
    call.parentCallId === undefined ? lineTexts(call.line).title : en.actions.consultation;
  return number === undefined ? (
    kind
  ) : (
    <>
      <Name text={number} /> · {kind}
    </>
  );
}
