import { MessagesSquare, SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { findOpenTalkSpaces } from '../../state/call-view';
import { shortcutFor } from '../../state/shortcuts';
import { startTalkSpace } from '../../state/requests';
import { useIsUnderWay, useSnapshot, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';

/**
 * Starts a TalkSpace: the first by one press, with what the profile says, and further ones after a
 * dialog. Not there where the service is not configured.
 */
export function StartTalkSpace(): ReactNode {
  const offer = useSnapshot((snapshot) => snapshot.offers.talkSpaces);
  const isOneOpen = useSnapshot((snapshot) => findOpenTalkSpaces(snapshot).length > 0);
  const request = startTalkSpace();
  const isBusy = useIsUnderWay(request);
  const { send, openDialog } = useWindowActions();
  if (offer === undefined) {
    return null;
  }
  if (isOneOpen === true) {
    return (
      <Button
        look="quiet"
        icon={<MessagesSquare />}
        shortcut={shortcutFor('new-talkspace')}
        isBusy={isBusy}
        onPress={() => openDialog({ kind: 'new-talkspace' })}
      >
        {en.actions.newTalkSpace}
      </Button>
    );
  }
  const hasChoice = offer.greetings.length + offer.recordings.length > 0;
  return (
    <>
      <Button
        icon={<MessagesSquare />}
        shortcut={shortcutFor('start-talkspace')}
        isBusy={isBusy}
        onPress={() => send(request, '')}
      >
        {en.commands['start-talkspace'].name}
      </Button>
      {hasChoice && (
        <Button
          look="quiet"
          icon={<SlidersHorizontal />}
          shortcut={shortcutFor('new-talkspace')}
          onPress={() => openDialog({ kind: 'new-talkspace' })}
        >
          {en.actions.talkSpaceOptions}
        </Button>
      )}
    </>
  );
}
