import type { ReactNode } from 'react';
import { pick, useAppActions } from '../../actions/use-actions';
import { ActionButton } from '../actions/ActionButton';

/**
 * Starts a TalkSpace, at once or after choosing media. Not shown if the service is not configured.
 */
export function StartTalkSpace(): ReactNode {
  const actions = useAppActions();
  return (
    <>
      <ActionButton action={pick(actions, 'start-talkspace')} look="plain" />
      <ActionButton action={pick(actions, 'new-talkspace')} look="quiet" />
    </>
  );
}
