import { leaveDemo, startDemo } from '../../state/requests';
import { useIsUnderWay, useWindowActions } from '../../state/window-context';

/** Starts the demo. A failure is shown like that of any other request. */
export function useStartDemo(): { readonly isBusy: boolean; readonly start: () => void } {
  const { send } = useWindowActions();
  const isBusy = useIsUnderWay(startDemo());
  return { isBusy, start: () => send(startDemo(), '') };
}

/** Leaves the demo. */
export function useLeaveDemo(): { readonly isBusy: boolean; readonly leave: () => void } {
  const { send } = useWindowActions();
  const isBusy = useIsUnderWay(leaveDemo());
  return { isBusy, leave: () => send(leaveDemo(), '') };
}
