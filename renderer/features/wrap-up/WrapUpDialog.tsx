import { useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import type { WrapUp } from '../../../contract/wrap-up';
import { useWindowActions } from '../../state/window-context';
import { Dialog } from '../../ui/Dialog';
import { Sentence } from '../../ui/Name';
import { WrapUpFields } from './WrapUpFields';

/** An ended call, with its note and outcome. */
export interface WrappedUpCall {
  readonly callId: string;
  readonly name: string;
  readonly wrapUp: WrapUp | undefined;
  /** See `saveWrapUp`. */
  readonly sequence?: number | undefined;
  readonly at?: number | undefined;
}

interface WrapUpDialogProps {
  readonly call: WrappedUpCall;
  /** Called when the dialog closes, whether something was saved or not. */
  readonly onClose: () => void;
}

/** Edits the note and outcome of an ended call. */
export function WrapUpDialog({ call, onClose }: WrapUpDialogProps): ReactNode {
  const { saveWrapUp } = useWindowActions();
  const { callId, name, sequence, at } = call;
  const [written, setWritten] = useState(call.wrapUp ?? { note: '', outcome: '' });
  const [hasFailed, setHasFailed] = useState(false);

  async function save(): Promise<void> {
    const saved = await saveWrapUp({ callId, sequence, at, ...written });
    setHasFailed(!saved.ok);
    if (saved.ok) onClose();
  }

  return (
    <Dialog
      title={en.wrapUp.editTitle}
      answers={[{ label: en.actions.save, onPress: () => void save() }]}
      cancelLabel={en.window.cancel}
      onCancel={onClose}
    >
      <p>
        <Sentence text={en.wrapUp.titleOf} values={{ name }} />
      </p>
      <WrapUpFields
        written={written}
        onWrite={(part) => setWritten({ ...written, ...part })}
        hint={en.wrapUp.onlyHere}
        mistake={hasFailed ? en.wrapUp.notSaved : undefined}
      />
    </Dialog>
  );
}
