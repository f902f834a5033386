import type { ReactNode } from 'react';
import { useWindowState } from '../../state/window-context';
import { NewConferenceDialog } from '../conference/NewConferenceDialog';
import { WatchConferenceDialog } from '../conference/WatchConferenceDialog';
import { RemoveDialog } from '../roster/RemoveDialog';
import { MoveDialog } from '../talkspace/MoveDialog';
import { NewTalkSpaceDialog } from '../talkspace/NewTalkSpaceDialog';
import { AddDialog } from './AddDialog';
import { ClearDialog, DeleteAllDataDialog, EndConferenceDialog } from './EndDialogs';
import { PlayToAllDialog, PlayToOneDialog } from './PlayDialog';
import { TransferDialog } from './TransferDialog';

/** The question or the dialog of a gesture that is open, if one is. */
export function GestureDialogs(): ReactNode {
  const question = useWindowState((state) => state.question);
  switch (question?.kind) {
    case 'add':
      return <AddDialog call={question.call} />;
    case 'transfer':
      return <TransferDialog call={question.call} />;
    case 'clear':
      return <ClearDialog call={question.call} />;
    case 'complete-room':
      return <EndConferenceDialog call={question.call} />;
    case 'delete-all-data':
      return <DeleteAllDataDialog call={question.call} />;
    case 'remove-participant':
      return <RemoveDialog call={question.call} participant={question.participant} />;
    case 'move':
      return <MoveDialog call={question.call} participant={question.participant} />;
    case 'play':
      return question.participant === undefined ? (
        <PlayToAllDialog call={question.call} />
      ) : (
        <PlayToOneDialog call={question.call} participant={question.participant} />
      );
    case 'new-talkspace':
      return <NewTalkSpaceDialog />;
    case 'new-conference':
      return <NewConferenceDialog />;
    case 'watch-conference':
      return <WatchConferenceDialog />;
    default:
      return null;
  }
}
