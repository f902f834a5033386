import { useState, type ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import type { CallOperation } from '../../../contract/call-operations';
import { en } from '../../../contract/locale/en';
import { performOperation } from '../../state/requests';
import { useLine, useWindowActions } from '../../state/window-context';
import { Dialog, type DialogAnswer } from '../../ui/Dialog';
import { Checkbox } from '../../ui/Fields';
import { AddressField } from './AddressField';
import { MediaField } from './MediaField';
import { TargetCall } from './TargetCall';
import { useReason } from './use-reason';

/** Asks who to add to a call and, if the line offers a choice, how they join. */
export function AddDialog({ call }: { readonly call: Call }): ReactNode {
  const { send, closeDialog } = useWindowActions();
  const [address, setAddress] = useState('');
  const [isMuted, setIsMuted] = useState(false);
  const [greetingId, setGreetingId] = useState('');
  const reasonToAdd = useReason(call, 'add-participant');
  const reasonToAsk = useReason(call, 'consult-conference');
  const trimmed = address.trim();
  const add: CallOperation = {
    kind: 'add-participant',
    callId: call.id,
    address: trimmed,
    ...(isMuted && { isMuted }),
    ...(greetingId !== '' && { greetingId }),
  };
  const consult: CallOperation = {
    kind: 'consult-conference',
    callId: call.id,
    address: trimmed,
  };

  function answer(
    label: string,
    operation: CallOperation,
    reason: string | undefined,
  ): DialogAnswer {
    return {
      label,
      isDisabled: trimmed === '',
      reason,
      onPress: () => {
        send(performOperation(operation), trimmed);
        closeDialog();
      },
    };
  }

  const isTelephone = useLine(call.line)?.kind === 'telephone';
  return (
    <Dialog
      title={en.actions.addTitle}
      answers={
        isTelephone
          ? [
              answer(en.actions.addNow, add, reasonToAdd),
              answer(en.actions.consultFirst, consult, reasonToAsk),
            ]
          : [answer(en.actions.add, add, reasonToAdd)]
      }
      cancelLabel={en.window.cancel}
      onCancel={closeDialog}
    >
      <TargetCall call={call} />
      <AddressField
        line={call.line}
        without={call.participants.map((participant) => participant.address)}
        value={address}
        onChange={setAddress}
      />
      {!isTelephone && (
        <Checkbox label={en.actions.joinsMuted} isChecked={isMuted} onChange={setIsMuted} />
      )}
      <MediaField
        line={call.line}
        label={en.actions.greeting}
        media="greetings"
        value={greetingId}
        onChange={setGreetingId}
      />
    </Dialog>
  );
}
