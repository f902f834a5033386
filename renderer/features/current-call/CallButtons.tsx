import { Mic, MicOff, Pause, PhoneOff, Play, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import type { SimpleOperation } from '../../../contract/call-operations';
import { en } from '../../../contract/locale/en';
import { callButtonState, describeParties, findConnection } from '../../state/call-view';
import { useIsUnderWay, useSnapshot, useWindowActions } from '../../state/window-context';
import { Button, type ButtonProps } from '../../ui/Button';
import styles from './CurrentCall.module.css';

/** What can be done to the current call. Of mute/unmute and hold/retrieve, the one that applies. */
export function CallButtons({ call }: { readonly call: Call }): ReactNode {
  return (
    <div className={styles.buttons}>
      <div className={styles.toggles}>
        {call.isMuted ? (
          <CallButton call={call} action="unmute" look="toggle" lit="muted" icon={<MicOff />} />
        ) : (
          <CallButton call={call} action="mute" look="toggle" icon={<Mic />} />
        )}
        {call.isHeld ? (
          <CallButton call={call} action="retrieve" look="toggle" lit="held" icon={<Play />} />
        ) : (
          <CallButton call={call} action="hold" look="toggle" icon={<Pause />} />
        )}
      </div>
      <div className={styles.endings}>
        <CallButton call={call} action="hang-up" look="danger" icon={<PhoneOff />} />
        <DeleteCallButton call={call} />
      </div>
    </div>
  );
}

interface CallButtonProps extends Pick<ButtonProps, 'look' | 'lit' | 'icon'> {
  readonly call: Call;
  readonly action: SimpleOperation;
}

function CallButton({ call, action, ...looks }: CallButtonProps): ReactNode {
  const request = { ask: 'perform', operation: { kind: action, callId: call.id } } as const;
  const isBusy = useIsUnderWay(request);
  const connection = useSnapshot((snapshot) => findConnection(snapshot, call));
  const { send } = useWindowActions();
  const state = callButtonState(call, action, connection);
  if (state.kind === 'absent') {
    return null;
  }
  return (
    <Button
      {...looks}
      isBusy={isBusy}
      reason={state.kind === 'disabled' ? state.reason : undefined}
      onPress={() => send(request, describeParties(call))}
    >
      {en.commands[action].name}
    </Button>
  );
}

function DeleteCallButton({ call }: { readonly call: Call }): ReactNode {
  const isBusy = useIsUnderWay({
    ask: 'perform-on-recording',
    callId: call.id,
    operation: 'delete-call',
  });
  const { askAgent } = useWindowActions();
  if (!call.actions.includes('delete-call')) {
    return null;
  }
  return (
    <Button
      look="quiet-danger"
      icon={<Trash2 />}
      isBusy={isBusy}
      onPress={() => askAgent({ kind: 'delete-call', call })}
    >
      {en.commands['delete-call'].name}
    </Button>
  );
}
