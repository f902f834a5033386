import type { ReactNode } from 'react';
import { listLiveTelephoneCalls } from '../../../contract/find-calls';
import { en } from '../../../contract/locale/en';
import { quit } from '../../state/requests';
import { useSnapshot, useWindowActions } from '../../state/window-context';
import { AlertDialog } from '../../ui/AlertDialog';

/** Asks for confirmation before quitting during a call, which continues without the app. */
export function QuitDialog(): ReactNode {
  const { send, closeDialog } = useWindowActions();
  const isInCall = useSnapshot((snapshot) => listLiveTelephoneCalls(snapshot).length > 0);
  return (
    <AlertDialog
      title={en.window.quitTitle}
      confirmLabel={en.window.requests.quit}
      cancelLabel={en.window.cancel}
      canConfirm
      isHarmless
      onCancel={closeDialog}
      onConfirm={() => {
        send(quit(true), '');
        closeDialog();
      }}
    >
      <p>{isInCall === true ? en.window.quitBody : en.window.quitAfterCall}</p>
    </AlertDialog>
  );
}
