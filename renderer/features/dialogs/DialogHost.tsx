import { lazy, Suspense, type ReactNode } from 'react';
import { useWindowActions, useWindowState } from '../../state/window-context';
import { MessageDialog } from '../alerts/MessageDialog';
import { NewConferenceDialog } from '../conference/NewConferenceDialog';
import { WatchConferenceDialog } from '../conference/WatchConferenceDialog';
import { DeleteDataDialog } from '../customer/DeleteDataDialog';
import { RemoveDialog } from '../roster/RemoveDialog';
import { MoveDialog } from '../talkspace/MoveDialog';
import { NewTalkSpaceDialog } from '../talkspace/NewTalkSpaceDialog';
import { WrapUpDialog } from '../wrap-up/WrapUpDialog';
import { AddDialog } from './AddDialog';
import { ClearDialog, DeleteAllDataDialog, EndConferenceDialog } from './EndDialogs';
import { PlayToAllDialog, PlayToOneDialog } from './PlayDialog';
import { JoinDialog, MergeDialog } from './MergeDialogs';
import { QuitDialog } from './QuitDialog';
import { TransferDialog } from './TransferDialog';

/** Loaded when they are opened for the first time. */
const SettingsDialog = lazy(() =>
  import('../settings/SettingsDialog').then((module) => ({ default: module.SettingsDialog })),
);

const LinkDialog = lazy(() =>
  import('../settings/LinkDialog').then((module) => ({ default: module.LinkDialog })),
);

/** The open dialog, if there is one. */
export function DialogHost(): ReactNode {
  const dialog = useWindowState((state) => state.dialog);
  const { closeDialog } = useWindowActions();
  switch (dialog?.kind) {
    case 'add':
      return <AddDialog call={dialog.call} />;
    case 'transfer':
      return <TransferDialog call={dialog.call} />;
    case 'clear':
      return <ClearDialog call={dialog.call} />;
    case 'complete-conference':
      return <MergeDialog call={dialog.call} other={dialog.other} />;
    case 'complete-transfer':
      return <JoinDialog call={dialog.call} other={dialog.other} />;
    case 'complete-room':
      return <EndConferenceDialog call={dialog.call} />;
    case 'delete-all-data':
      return <DeleteAllDataDialog call={dialog.call} />;
    case 'delete-data':
      return <DeleteDataDialog call={dialog.call} deletion={dialog.deletion} />;
    case 'remove-participant':
      return <RemoveDialog call={dialog.call} participant={dialog.participant} />;
    case 'move':
      return <MoveDialog call={dialog.call} participant={dialog.participant} />;
    case 'play':
      return dialog.participant === undefined ? (
        <PlayToAllDialog call={dialog.call} />
      ) : (
        <PlayToOneDialog call={dialog.call} participant={dialog.participant} />
      );
    case 'new-talkspace':
      return <NewTalkSpaceDialog line={dialog.line} />;
    case 'new-conference':
      return <NewConferenceDialog line={dialog.line} />;
    case 'watch-conference':
      return <WatchConferenceDialog line={dialog.line} />;
    case 'wrap-up': {
      const { id, sequence, identity, wrapUp } = dialog.call;
      const call = { callId: id, sequence, name: identity.name, wrapUp };
      return <WrapUpDialog call={call} onClose={closeDialog} />;
    }
    case 'message':
      return <MessageDialog message={dialog.message} commandId={dialog.commandId} />;
    case 'quit':
      return <QuitDialog />;
    case 'settings':
      return (
        <Suspense>
          <SettingsDialog page={dialog.page} />
        </Suspense>
      );
    case 'link':
      return (
        <Suspense>
          <LinkDialog link={dialog.link} />
        </Suspense>
      );
    default:
      return null;
  }
}
