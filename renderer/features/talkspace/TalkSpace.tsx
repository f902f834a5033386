import { MessagesSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { callButtonState, findCallOfLine, findConnection } from '../../state/call-view';
import { describePeople, describeRestOfPeople } from '../../state/people';
import { useIsUnderWay, useSnapshot, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import card from '../../ui/Card.module.css';
import { People } from '../../ui/People';
import styles from './TalkSpace.module.css';

/** The TalkSpace that is open, if there is one. */
export function TalkSpace(): ReactNode {
  const newest = useSnapshot((snapshot) => findCallOfLine(snapshot, 'talkspace'));
  return newest === undefined || newest.state === 'ended' ? null : <OpenTalkSpace call={newest} />;
}

function OpenTalkSpace({ call }: { readonly call: Call }): ReactNode {
  // The people of the current call are in the list of participants already.
  const isCurrent = useSnapshot((snapshot) => snapshot.currentCallId === call.id);
  return (
    <section aria-label={en.window.lineTitles.talkspace} className={card.card}>
      <div className={card.head}>
        <MessagesSquare aria-hidden className={styles.icon} />
        <h2 className={card.title}>{en.window.lineTitles.talkspace}</h2>
        <span className={card.end}>
          <CloseButton call={call} />
        </span>
      </div>
      <div className={card.body}>
        <p className={styles.id}>
          <span>{en.window.talkSpaceId}</span> <code>{call.reference}</code>
        </p>
        {call.participants.length === 0 && (
          <p className={card.quiet}>{en.window.nobodyInTalkSpace}</p>
        )}
        {!isCurrent && call.participants.length > 0 && (
          <People
            label={en.window.inThisTalkSpace}
            people={describePeople(call.participants)}
            describeRest={describeRestOfPeople}
          />
        )}
      </div>
    </section>
  );
}

function CloseButton({ call }: { readonly call: Call }): ReactNode {
  const request = {
    ask: 'perform',
    operation: { kind: 'close-talkspace', callId: call.id },
  } as const;
  const isBusy = useIsUnderWay(request);
  const connection = useSnapshot((snapshot) => findConnection(snapshot, call));
  const { send } = useWindowActions();
  const state = callButtonState(call, 'close-talkspace', connection);
  return state.kind === 'absent' ? null : (
    <Button
      look="quiet-danger"
      isBusy={isBusy}
      reason={state.kind === 'disabled' ? state.reason : undefined}
      onPress={() => send(request, call.reference)}
    >
      {en.commands['close-talkspace'].name}
    </Button>
  );
}
