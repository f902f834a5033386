import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import type { Call } from '../../../contract/call-model';
import { findCurrentCall } from '../../../contract/find-calls';
import { useSnapshot } from '../../state/window-context';
import { Section } from '../../ui/Section';
import { ParticipantList } from './ParticipantList';
import styles from './Roster.module.css';
import { useSteadyRoster } from './use-steady-roster';

/** The participants of the current call besides the agent. */
export function Roster(): ReactNode {
  const call = useSnapshot(findCurrentCall);
  return call === undefined ? null : <RosterOfCall key={call.id} call={call} />;
}

function RosterOfCall({ call }: { readonly call: Call }): ReactNode {
  const steady = useSteadyRoster(call);
  const count = call.participants.length;
  return (
    <Section name="participants" title={en.window.participants} count={count} note={steady.waiting}>
      <ParticipantList call={call} label={en.window.participants} steady={steady} />
      {count === 0 && <p className={styles.nobody}>{en.window.noParticipants}</p>}
    </Section>
  );
}
