import { FileAudio } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import type { LastCall } from '../../../contract/snapshot';
import { describeRecordedParties, listRecordedParties } from '../../state/recorded-call';
import { useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { Name, Names } from '../../ui/Name';
import { DeletionMark } from '../recording/DeletionMark';
import { describeMedia, describeTime } from './last-call-text';
import styles from './LastCalls.module.css';

/** A call that is over: who it was with, when, and the state of its recording. */
export const LastCallRow = memo(function LastCallRow({
  call,
}: {
  readonly call: LastCall;
}): ReactNode {
  const { openDialog } = useWindowActions();
  const name = describeRecordedParties(call);
  return (
    <li className={styles.row}>
      <div className={styles.about}>
        <span className={styles.name}>
          <Names list={listRecordedParties(call)} />
        </span>
        <span className={styles.quiet}>{describeTime(call, Date.now())}</span>
        {call.media !== undefined && (
          <span className={styles.quiet}>{describeMedia(call.media)}</span>
        )}
        {call.media?.url !== undefined && (
          <code className={styles.address}>
            <Name text={call.media.url} />
          </code>
        )}
        <DeletionMark call={call} />
      </div>
      {call.canAskRecorder && (
        <Button
          look="quiet"
          icon={<FileAudio />}
          label={format(en.recordings.openOf, { name })}
          onPress={() => openDialog({ kind: 'recording', call })}
        />
      )}
    </li>
  );
});
