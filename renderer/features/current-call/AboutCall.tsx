import type { ReactNode } from 'react';
import type { Call, CallIdentity } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { classNames } from '../../ui/class-names';
import { WithNumbers } from '../../ui/Numbers';
import styles from './AboutCall.module.css';

interface AboutCallProps {
  readonly call: Call;
  readonly className: string | undefined;
  /** Shown if neither the subject nor the queue is known. */
  readonly otherwise: string;
}

/** Information besides the name: the number, then the subject or the queue. */
export function AboutCall({ call, className, otherwise }: AboutCallProps): ReactNode {
  const { number, reason } = call.identity;
  const source = describeSource(call.identity);
  return (
    <p className={classNames(className, source !== undefined && styles.hasSource)}>
      {number !== undefined && (
        <bdi dir="ltr" className={styles.number}>
          {number}
        </bdi>
      )}
      <span className={styles.rest}>
        {number !== undefined && <span className={styles.separator}>{' · '}</span>}
        <bdi className={styles.reason}>
          {source !== undefined && `${source} · `}
          <WithNumbers text={reason ?? otherwise} />
        </bdi>
      </span>
    </p>
  );
}

/** Where the name is from, if the service does not report it. */
function describeSource({ isFromContacts, isFromEarlierCall }: CallIdentity): string | undefined {
  if (isFromContacts === true) return en.contacts.fromContacts;
  return isFromEarlierCall === true ? en.contacts.fromEarlierCall : undefined;
}
