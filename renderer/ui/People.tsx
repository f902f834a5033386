import { MicOff, Pause, PhoneOutgoing } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './People.module.css';

/** One person of a short overview; the marks are read out as well as drawn. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly mutedText?: string | undefined;
  readonly heldText?: string | undefined;
  readonly callingText?: string | undefined;
}

export interface PeopleProps {
  readonly label: string;
  readonly people: readonly Person[];
  /** Says how many there are beyond those that are drawn. */
  readonly describeRest: (count: number) => string;
}

const MAX_DRAWN = 60;

/** Names close together, for a call that is not the one in the foreground. */
export function People({ label, people, describeRest }: PeopleProps): ReactNode {
  const rest = people.length - MAX_DRAWN;
  return (
    <ul aria-label={label} className={styles.people}>
      {people.slice(0, MAX_DRAWN).map((person) => (
        <li key={person.id} className={styles.person}>
          <span className={styles.name}>{person.name}</span>
          <Mark icon={<PhoneOutgoing aria-hidden />} text={person.callingText} />
          <Mark icon={<MicOff aria-hidden />} text={person.mutedText} />
          <Mark icon={<Pause aria-hidden />} text={person.heldText} />
        </li>
      ))}
      {rest > 0 && <li className={styles.rest}>{describeRest(rest)}</li>}
    </ul>
  );
}

interface MarkProps {
  readonly icon: ReactNode;
  readonly text: string | undefined;
}

function Mark({ icon, text }: MarkProps): ReactNode {
  return text === undefined ? null : (
    <span className={styles.mark} title={text}>
      {icon}
      <span className="visually-hidden">{text}</span>
    </span>
  );
}
