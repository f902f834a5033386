import type { ReactNode } from 'react';
import { StartConference } from '../conference/StartConference';
import { StartTalkSpace } from '../talkspace/StartTalkSpace';
import styles from './StartButtons.module.css';

/** What the agent can start beside the calls that come by themselves. */
export function StartButtons(): ReactNode {
  return (
    <div className={styles.start}>
      <StartTalkSpace />
      <StartConference />
    </div>
  );
}
