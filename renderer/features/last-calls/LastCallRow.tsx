import { FileAudio, NotebookPen, X } from 'lucide-react';
import { memo, useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import type { LastCall, MissedCall } from '../../../contract/snapshot';
import { describeRecordedParties, listRecordedParties } from '../../state/recorded-call';
import { dismissMissedCall } from '../../state/requests';
import { useIsUnderWay, useLine, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import { Name, Names } from '../../ui/Name';
import { WrittenText } from '../wrap-up/WrittenText';
import { DeletionMark } from '../recording/DeletionMark';
import { CallBack } from './CallBack';
import { CallMark } from './CallMark';
import { describeMedia, describeMissed, describeTime, kindOf } from './last-call-text';
import styles from './LastCalls.module.css';

/** A call that is over: who it was with, when, and the state of its recording. */
export const LastCallRow = memo(function LastCallRow({
  call,
}: {
  readonly call: LastCall;
}): ReactNode {
  const { openDialog } = useWindowActions();
  const lineKind = useLine(call.line)?.kind ?? 'conference';
  const name = describeRecordedParties(call);
  const [shownAt] = useState(Date.now);
  return (
    <li className={styles.row}>
      <CallMark kind={kindOf(call, lineKind)} />
      <div className={styles.about}>
        <span className={styles.name}>
          <Names list={listRecordedParties(call)} />
        </span>
        <span className={styles.quiet}>{describeTime(call, lineKind, shownAt)}</span>
        {call.media !== undefined && (
          <span className={styles.quiet}>{describeMedia(call.media)}</span>
        )}
        {call.media?.url !== undefined && (
          <code className={styles.address}>
            <Name text={call.media.url} />
          </code>
        )}
        {call.wrapUp !== undefined && <WrittenText wrapUp={call.wrapUp} />}
        <DeletionMark call={call} />
      </div>
      <span className={styles.actions}>
        <Button
          look="icon"
          icon={<NotebookPen />}
          label={format(en.wrapUp.edit, { name })}
          onPress={() => openDialog({ kind: 'wrap-up', call })}
        />
        {call.canAskRecorder && (
          <Button
            look="icon"
            icon={<FileAudio />}
            label={format(en.recordings.openOf, { name })}
            onPress={() => openDialog({ kind: 'recording', call })}
          />
        )}
        <CallBack name={name} address={call.address} />
      </span>
    </li>
  );
});

/** A call that nobody answered, until it is dismissed or called back. */
export function MissedCallRow({ call }: { readonly call: MissedCall }): ReactNode {
  const { send } = useWindowActions();
  const { name, reason } = call.identity;
  const [shownAt] = useState(Date.now);
  const dismissal = dismissMissedCall(call.id);
  const isBusy = useIsUnderWay(dismissal);
  return (
    <li className={classNames(styles.row, styles.isMissed)}>
      <CallMark kind="missed" />
      <div className={styles.about}>
        <span className={styles.name}>
          <Name text={name} />
        </span>
        <span className={styles.quiet}>{describeMissed(call, shownAt)}</span>
        {reason !== undefined && (
          <span className={styles.quiet}>
            <Name text={reason} />
          </span>
        )}
      </div>
      <span className={styles.actions}>
        <Button
          look="icon"
          icon={<X />}
          label={format(en.lastCalls.dismiss, { name })}
          isBusy={isBusy}
          onPress={() => send(dismissal, name)}
        />
        <CallBack name={name} address={call.address} />
      </span>
    </li>
  );
}
