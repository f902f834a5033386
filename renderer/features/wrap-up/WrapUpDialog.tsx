import { useState, type ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import type { WrapUp } from '../../../contract/wrap-up';
import { useWindowActions } from '../../state/window-context';
import { Dialog } from '../../ui/Dialog';
import { Sentence } from '../../ui/Name';
import { WrapUpFields } from './WrapUpFields';

/** A call that is over, and what was written about it. */
export interface WrittenCall {
  readonly callId: string;
  readonly name: string;
  readonly wrapUp: WrapUp | undefined;
  /** When it began, in ms since the epoch, where only the history knows of it. */
  readonly at?: number;
}

interface WrapUpDialogProps {
  readonly call: WrittenCall;
  /** Called when the dialog is done with, whether something was saved or not. */
  readonly onClose: () => void;
}

/** Changes what was written about a call that is over. */
export function WrapUpDialog({ call, onClose }: WrapUpDialogProps): ReactNode {
  const { saveWrapUp } = useWindowActions();
  const { callId, name, at } = call;
  const [written, setWritten] = useState(call.wrapUp ?? { note: '', outcome: '' });
  const [hasFailed, setHasFailed] = useState(false);

  async function save(): Promise<void> {
    const saved = await saveWrapUp({ callId, ...written, ...(at !== undefined && { at }) });
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
