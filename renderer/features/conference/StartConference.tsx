import { Eye, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import type { Snapshot } from '../../../contract/snapshot';
import { findCallOfLine } from '../../state/call-view';
import { shortcutFor } from '../../state/shortcuts';
import { useSnapshot, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';

/** Creates a conference or finds one to watch, while none is watched. */
export function StartConference(): ReactNode {
  const isOffered = useSnapshot(
    (snapshot) =>
      snapshot.offers.conferences !== undefined &&
      findCallOfLine(snapshot, 'conference') === undefined,
  );
  const isCreating = useSnapshot(isBeingCreated) ?? false;
  const { openDialog } = useWindowActions();
  return isOffered !== true ? null : (
    <>
      <Button
        look="quiet"
        icon={<Plus />}
        shortcut={shortcutFor('new-conference')}
        isBusy={isCreating}
        onPress={() => openDialog({ kind: 'new-conference' })}
      >
        {en.actions.newConference}
      </Button>
      <Button
        look="quiet"
        icon={<Eye />}
        shortcut={shortcutFor('watch-conference')}
        onPress={() => openDialog({ kind: 'watch-conference' })}
      >
        {en.actions.watchConference}
      </Button>
    </>
  );
}

function isBeingCreated({ commands }: Snapshot): boolean {
  return commands.some(
    ({ action, outcome }) => action === 'create-conference' && outcome === 'sent',
  );
}
