import { memo, type ReactNode } from 'react';
import type { LastCall, MissedCall } from '../../../contract/snapshot';
import { pick, useLastCallActions, useMissedCallActions } from '../../actions/use-actions';
import { listEndedParties } from '../../state/recorded-call';
import { useLine } from '../../state/window-context';
import { classNames } from '../../ui/class-names';
import { Name, Names } from '../../ui/Name';
import { WithNumbers } from '../../ui/Numbers';
import { WrapUpSummary } from '../wrap-up/WrapUpSummary';
import { DeletionMark } from '../recording/DeletionMark';
import { ActionButton } from '../actions/ActionButton';
import { CallMark } from './CallMark';
import { describeMedia, describeMissed, describeTime, kindOf } from './last-call-text';
import styles from './LastCalls.module.css';

interface RowProps<Shown> {
  readonly call: Shown;
  /** When today began, in ms since the epoch. */
  readonly today: number;
}

/** An ended call: the other party, the time, and the state of its recording. */
export const LastCallRow = memo(function LastCallRow({
  call,
  today,
}: RowProps<LastCall>): ReactNode {
  const actions = useLastCallActions(call);
  const lineKind = useLine(call.line)?.kind ?? 'conference';
  return (
    <li className={styles.row}>
      <CallMark kind={kindOf(call, lineKind)} />
      <div className={styles.about}>
        <span className={styles.name}>
          <Names list={listEndedParties(call)} />
        </span>
        <span className={styles.quiet}>
          <WithNumbers text={describeTime(call, lineKind, today)} />
        </span>
        {call.media !== undefined && (
          <span className={styles.quiet}>{describeMedia(call.media)}</span>
        )}
        {call.media?.url !== undefined && (
          <code className={styles.address}>
            <Name text={call.media.url} />
          </code>
        )}
        {call.wrapUp !== undefined && <WrapUpSummary wrapUp={call.wrapUp} />}
        <DeletionMark call={call} />
      </div>
      <span className={styles.actions}>
        <ActionButton action={pick(actions, 'write-about')} look="icon" isIconOnly />
        <ActionButton action={pick(actions, 'recording')} look="icon" isIconOnly />
        <ActionButton action={pick(actions, 'call-back')} look="icon" isIconOnly />
      </span>
    </li>
  );
});

/** A missed call, until it is dismissed or called back. */
export function MissedCallRow({ call, today }: RowProps<MissedCall>): ReactNode {
  const actions = useMissedCallActions(call);
  const { name, reason } = call.identity;
  return (
    <li className={classNames(styles.row, styles.isMissed)}>
      <CallMark kind="missed" />
      <div className={styles.about}>
        <span className={styles.name}>
          <Name text={name} />
        </span>
        <span className={styles.quiet}>
          <WithNumbers text={describeMissed(call, today)} />
        </span>
        {reason !== undefined && (
          <span className={styles.quiet}>
            <Name text={reason} />
          </span>
        )}
      </div>
      <span className={styles.actions}>
        <ActionButton action={pick(actions, 'dismiss-missed-call')} look="icon" isIconOnly />
        <ActionButton action={pick(actions, 'call-back')} look="icon" isIconOnly />
      </span>
    </li>
  );
}
