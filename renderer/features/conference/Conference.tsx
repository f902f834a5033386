import { UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { format } from '../../../contract/locale/format';
import { findCallOfLine } from '../../state/call-view';
import { describePeople, describeRestOfPeople } from '../../state/people';
import { useSnapshot } from '../../state/window-context';
import card from '../../ui/Card.module.css';
import { People } from '../../ui/People';
import { StateMark } from '../../ui/StateMark';
import styles from './Conference.module.css';

/** The conference of the profile, if there is one: its state and who is in it. */
export function Conference(): ReactNode {
  const call = useSnapshot((snapshot) => findCallOfLine(snapshot, 'conference'));
  return call === undefined ? null : <ConferenceInView call={call} />;
}

function ConferenceInView({ call }: { readonly call: Call }): ReactNode {
  // The people of the current call are in the list of participants already.
  const isCurrent = useSnapshot((snapshot) => snapshot.currentCallId === call.id);
  // The room's own state and its being on hold are two marks here: both are the service's words.
  const tone = call.state === 'held' ? 'established' : call.state;
  return (
    <section aria-label={en.window.lineTitles.conference} className={card.card}>
      <div className={card.head}>
        <UsersRound aria-hidden className={styles.icon} />
        <h2 className={card.title}>{en.window.lineTitles.conference}</h2>
        <span className={styles.members}>
          {describeActiveMembers(call.activeMembers ?? call.participants.length)}
        </span>
      </div>
      <div className={card.body}>
        <div className={styles.marks}>
          <StateMark tone={tone} text={en.window.conferenceStates[call.state]} />
          {call.isHeld && <StateMark tone="held" text={en.callStates.held} />}
          {call.isMuted && <StateMark tone="muted" text={en.window.muted} />}
        </div>
        {!isCurrent && call.participants.length > 0 && (
          <People
            label={en.window.members}
            people={describePeople(call.participants)}
            describeRest={describeRestOfPeople}
          />
        )}
      </div>
    </section>
  );
}

export function describeActiveMembers(count: number): string {
  return count === 1 ? en.window.oneActiveMember : format(en.window.activeMembers, { count });
}
