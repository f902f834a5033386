import { FileAudio } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { shortcutFor } from '../../state/shortcuts';
import { useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';

/** Shows what the recorder has of a call. */
export function RecordingButton({ call }: { readonly call: Call }): ReactNode {
  const { openDialog } = useWindowActions();
  return (
    <Button
      look="quiet"
      icon={<FileAudio />}
      shortcut={shortcutFor('recording')}
      onPress={() => openDialog({ kind: 'recording', call })}
    >
      {en.recordings.open}
    </Button>
  );
}
