import type { ReactNode } from 'react';
import { findCallOfLine } from '../../../contract/find-calls';
import { pick, useAppActions } from '../../actions/use-actions';
import { useSnapshot } from '../../state/window-context';
import { ActionButton } from '../actions/ActionButton';

/** Creates a conference or finds one to watch, while none is watched. */
export function StartConference(): ReactNode {
  const isOneWatched = useSnapshot(
    (snapshot) => findCallOfLine(snapshot, 'conference') !== undefined,
  );
  const actions = useAppActions();
  return isOneWatched === true ? null : (
    <>
      <ActionButton action={pick(actions, 'new-conference')} look="quiet" />
      <ActionButton action={pick(actions, 'watch-conference')} look="quiet" />
    </>
  );
}
