import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import type { WindowAction } from '../../actions/window-action';
import { Menu } from '../../ui/Menu';
import { ActionEntry } from '../actions/ActionEntry';

const ENTRIES = [
  'start-recording',
  'pause-recording',
  'resume-recording',
  'stop-recording',
  'recording',
  // Only for two calls that are not a consultation. A consultation has its own buttons.
  'complete-conference',
  'complete-transfer',
  'clear',
];

/** The actions that are needed less often. */
export function MoreMenu({ actions }: { readonly actions: readonly WindowAction[] }): ReactNode {
  const entries = listMoreEntries(actions);
  return (
    <Menu
      label={en.actions.more}
      look="slot"
      isNamed
      reason={entries.length === 0 ? en.actions.nothingMore : undefined}
    >
      {entries.map((action) => (
        <ActionEntry key={action.key} action={action} />
      ))}
    </Menu>
  );
}

/** The actions that are in the menu, in its order. */
export function listMoreEntries(actions: readonly WindowAction[]): WindowAction[] {
  return ENTRIES.flatMap((id) =>
    actions.filter((action) => action.id === id && !isInConsultation(action)),
  );
}

/** The actions of a consultation need no confirmation. */
function isInConsultation({ id, run }: WindowAction): boolean {
  return (id === 'complete-conference' || id === 'complete-transfer') && run.kind !== 'open';
}
