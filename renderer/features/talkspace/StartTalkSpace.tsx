import { MessagesSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { canStartTalkSpace } from '../../state/call-view';
import { useIsUnderWay, useSnapshot, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import styles from './TalkSpace.module.css';

/** There only while a TalkSpace can be started: the service is configured and none is open. */
export function StartTalkSpace(): ReactNode {
  const canStart = useSnapshot(canStartTalkSpace) ?? false;
  const request = { ask: 'start-talkspace' } as const;
  const isBusy = useIsUnderWay(request);
  const { send } = useWindowActions();
  return canStart ? (
    <div className={styles.start}>
      <Button icon={<MessagesSquare />} isBusy={isBusy} onPress={() => send(request, '')}>
        {en.commands['start-talkspace'].name}
      </Button>
    </div>
  ) : null;
}
