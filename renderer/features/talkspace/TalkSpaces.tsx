import { useId, type ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Call } from '../../../contract/call-model';
import { listParties } from '../../../contract/call-names';
import { findOpenTalkSpaces } from '../../../contract/find-calls';
import { listHostedLines } from '../../../contract/find-lines';
import { en } from '../../../contract/locale/en';
import { lineTexts } from '../../../contract/locale/line-texts';
import { format } from '../../../contract/locale/format';
import { pick, useRoomActions } from '../../actions/use-actions';
import { useSnapshot } from '../../state/window-context';
import { Name, Names, Sentence } from '../../ui/Name';
import { Section } from '../../ui/Section';
import { WaitingNote } from '../../ui/WaitingNote';
import { ActionButton } from '../actions/ActionButton';
import { ParticipantList } from '../roster/ParticipantList';
import { useSteadyRoster } from '../roster/use-steady-roster';
import { StartTalkSpace } from './StartTalkSpace';
import styles from './TalkSpace.module.css';

/** The open TalkSpaces, newest first, and the button to start one. */
export function TalkSpaces(): ReactNode {
  const calls = useSnapshot(useShallow(findOpenTalkSpaces)) ?? [];
  const isOffered =
    useSnapshot((snapshot) => listHostedLines(snapshot).some(({ start }) => start)) ?? false;
  if (!isOffered && calls.length === 0) {
    return null;
  }
  return (
    <Section
      name="talkspaces"
      title={en.window.talkSpaces}
      count={calls.length > 1 ? calls.length : undefined}
      actions={calls.length > 0 ? <StartTalkSpace /> : undefined}
    >
      {calls.map((call, index) => (
        <OpenTalkSpace key={call.id} call={call} isNewest={index === 0} />
      ))}
      {calls.length === 0 && (
        <div className={styles.foot}>
          <StartTalkSpace />
        </div>
      )}
    </Section>
  );
}

interface OpenTalkSpaceProps {
  readonly call: Call;
  readonly isNewest: boolean;
}

function OpenTalkSpace({ call, isNewest }: OpenTalkSpaceProps): ReactNode {
  // The people in the current call are already in the list of participants.
  const isCurrent = useSnapshot((snapshot) => snapshot.currentCallId === call.id);
  const actions = useRoomActions(call);
  const closingId = useId();
  const steady = useSteadyRoster(call);
  const isEmpty = call.participants.length === 0 && steady.rows.length === 0;
  return (
    <section
      aria-label={
        isNewest
          ? lineTexts(call.line).title
          : format(en.actions.oneTalkSpace, { id: call.reference })
      }
      className={styles.talkSpace}
    >
      <div className={styles.head}>
        <p className={styles.id}>
          <span>{en.window.talkSpaceId}</span>{' '}
          <code>
            <Name text={call.reference} />
          </code>
        </p>
        <WaitingNote text={steady.waiting} />
        <ActionButton
          action={pick(actions, 'close-talkspace')}
          look="quiet-danger"
          hasIcon={false}
          describedBy={isEmpty ? undefined : closingId}
        />
      </div>
      {isEmpty && <p className={styles.quiet}>{en.window.nobodyInTalkSpace}</p>}
      {!isCurrent && !isEmpty && (
        <ParticipantList call={call} label={en.window.inThisTalkSpace} steady={steady} />
      )}
      <div className={styles.foot}>
        <ActionButton action={pick(actions, 'add')} look="plain" />
        {!isEmpty && (
          <p id={closingId} className={styles.footnote}>
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
