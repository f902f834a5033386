import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { WithNumbers } from '../../ui/Numbers';
import styles from './AboutCall.module.css';

interface AboutCallProps {
  readonly call: Call;
  /** Shown if neither the subject nor the queue is known. */
  readonly otherwise: string;
}

/** Information besides the name: the number, then the subject or the queue. */
export function AboutCall({ call, otherwise }: AboutCallProps): ReactNode {
  const { number, reason, isFromContacts, isFromEarlierCall } = call.identity;
  return (
    <>
      {number !== undefined && (
        <bdi dir="ltr" className={styles.number}>
          {number}
        </bdi>
      )}
      <span className={styles.rest}>
        {number !== undefined && <span className={styles.number}>{' · '}</span>}
        <bdi className={styles.reason}>
          {isFromContacts === true && `${en.contacts.fromContacts} · `}
          {isFromEarlierCall === true && `${en.contacts.fromEarlierCall} · `}
          <WithNumbers text={reason ?? otherwise} />
        </bdi>
      </span>
    </>
  );
}
