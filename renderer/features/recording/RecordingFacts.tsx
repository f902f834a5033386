import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import type { Recording } from '../../../contract/recording';
import { formatElapsed } from '../../ui/clock';
import { Name } from '../../ui/Name';
import styles from './Recording.module.css';

/** The recorder's description of a recording, so that the agent can recognize the call. */
export function RecordingFacts({ recording }: { readonly recording: Recording }): ReactNode {
  const { caller, called, startTime, status, isKept } = recording;
  const length = describeLength(recording);
  return (
    <dl className={styles.facts}>
      {caller !== undefined && (
        <>
          <dt>{en.window.caller}</dt>
          <dd>
            <Name text={caller} />
          </dd>
        </>
      )}
      {called !== undefined && (
        <>
          <dt>{en.window.called}</dt>
          <dd>
            <Name text={called} />
          </dd>
        </>
      )}
      <dt>{en.window.started}</dt>
      <dd>{startTime === undefined ? en.recordings.unknownStart : <Name text={startTime} />}</dd>
      {length !== undefined && (
        <>
          <dt>{en.recordings.length}</dt>
          <dd>
            <Name text={length} />
          </dd>
        </>
      )}
      {status !== undefined && (
        <>
          <dt>{en.recordings.status}</dt>
          <dd>{en.recordings.statuses[status]}</dd>
        </>
      )}
      {isKept !== undefined && (
        <>
          <dt>{en.recordings.kept}</dt>
          <dd>{isKept ? en.recordings.isKept : en.recordings.isNotKept}</dd>
        </>
      )}
    </dl>
  );
}

function describeLength({ isOngoing, seconds, status }: Recording): string | undefined {
  if (isOngoing) {
    // A status already says this.
    return status === undefined ? en.recordings.notEnded : undefined;
  }
  return seconds === undefined ? undefined : formatElapsed(Math.round(seconds));
}
