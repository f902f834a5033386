import { MessagesSquare } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { findOpenTalkSpaces } from '../../../contract/find-calls';
import { listParties } from '../../../contract/call-names';
import { pick, useRoomActions } from '../../actions/use-actions';
import { useSnapshot } from '../../state/window-context';
import card from '../../ui/Card.module.css';
import { Name, Names, Sentence } from '../../ui/Name';
import { ActionButton } from '../actions/ActionButton';
import { ParticipantList } from '../roster/ParticipantList';
import styles from './TalkSpace.module.css';

/** The TalkSpaces that are open, the newest first. */
export function TalkSpaces(): ReactNode {
  const calls = useSnapshot(useShallow(findOpenTalkSpaces)) ?? [];
  return calls.map((call, index) => (
    <OpenTalkSpace key={call.id} call={call} isNewest={index === 0} />
  ));
}

interface OpenTalkSpaceProps {
  readonly call: Call;
  readonly isNewest: boolean;
}

function OpenTalkSpace({ call, isNewest }: OpenTalkSpaceProps): ReactNode {
  // The people of the current call are in the list of participants already.
  const isCurrent = useSnapshot((snapshot) => snapshot.currentCallId === call.id);
  const actions = useRoomActions(call, isNewest);
  const closingId = useId();
  const isEmpty = call.participants.length === 0;
  const title = en.window.lineTitles.talkspace;
  return (
    <section
      aria-label={isNewest ? title : format(en.actions.oneTalkSpace, { id: call.reference })}
      className={card.card}
    >
      <div className={card.head}>
        <MessagesSquare aria-hidden className={styles.icon} />
        <h2 className={card.title}>{title}</h2>
        <span className={card.end}>
          <ActionButton
            action={pick(actions, 'close-talkspace')}
            look="quiet-danger"
            hasIcon={false}
            describedBy={isEmpty ? undefined : closingId}
          />
        </span>
      </div>
      <div className={card.body}>
        <p className={styles.id}>
          <span>{en.window.talkSpaceId}</span>{' '}
          <code>
            <Name text={call.reference} />
          </code>
        </p>
        {isEmpty && <p className={card.quiet}>{en.window.nobodyInTalkSpace}</p>}
      </div>
      {!isCurrent && !isEmpty && <ParticipantList call={call} label={en.window.inThisTalkSpace} />}
      <div className={card.foot}>
        <ActionButton action={pick(actions, 'add')} look="plain" />
        {!isEmpty && (
          <p id={closingId} className={card.footnote}>
            <Sentence
              text={en.actions.closingDisconnects}
              values={{ names: <Names list={listParties(call)} /> }}
            />
          </p>
        )}
      </div>
    </section>
  );
}
