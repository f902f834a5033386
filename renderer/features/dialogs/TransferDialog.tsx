import { useState, type ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { performOperation } from '../../state/requests';
import { useWindowActions } from '../../state/window-context';
import { Dialog, type DialogAnswer } from '../../ui/Dialog';
import { AddressField } from './AddressField';
import { TargetCall } from './TargetCall';
import { useReason } from './use-reason';

/** Asks who to transfer a telephone call to: at once, or after talking to them. */
export function TransferDialog({ call }: { readonly call: Call }): ReactNode {
  const { send, closeDialog } = useWindowActions();
  const [typed, setTyped] = useState('');
  const reasonToTransfer = useReason(call, 'transfer');
  const reasonToAsk = useReason(call, 'consult-transfer');
  const address = typed.trim();

  function answer(
    label: string,
    kind: 'transfer' | 'consult-transfer',
    reason: string | undefined,
  ): DialogAnswer {
    return {
      label,
      isDisabled: address === '',
      reason,
      onPress: () => {
        send(performOperation({ kind, callId: call.id, address }), address);
        closeDialog();
      },
    };
  }

  return (
    <Dialog
      title={en.actions.transferTitle}
      answers={[
        answer(en.actions.transferNow, 'transfer', reasonToTransfer),
        answer(en.actions.consultFirst, 'consult-transfer', reasonToAsk),
      ]}
      cancelLabel={en.window.cancel}
      onCancel={closeDialog}
    >
      <TargetCall call={call} />
      <AddressField
        line={call.line}
        without={call.participants.map((participant) => participant.address)}
        value={typed}
        onChange={setTyped}
      />
    </Dialog>
  );
}
