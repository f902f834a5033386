import { BellOff, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { timeOfDay } from '../../../contract/quiet-times';
import { pick, useAppActions } from '../../actions/use-actions';
import { runAction, type WindowAction } from '../../actions/window-action';
import { useSnapshot, useWindowActions } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { ActionButton } from '../actions/ActionButton';
import { Connections } from '../connections/Connections';
import { useLeaveDemo } from '../settings/use-demo';
import styles from './TopBar.module.css';

const TOOLS = ['dial', 'history', 'palette', 'settings'];

/** The agent's name, the state of the connections, and the buttons that are always available. */
export function TopBar(): ReactNode {
  const isDemo = useSnapshot((snapshot) => snapshot.isDemo) ?? false;
  const actions = useAppActions();
  return (
    <header className={styles.bar}>
      <Connections />
      {isDemo && <DemoMark />}
      <QuietMark action={pick(actions, 'do-not-disturb-off')} />
      <div className={styles.tools}>
        {TOOLS.map((id) => (
          <ActionButton key={id} action={pick(actions, id)} look="icon" isIconOnly />
        ))}
      </div>
    </header>
  );
}

/** Marks the demo, with a button to leave it. */
function DemoMark(): ReactNode {
  const { isBusy, leave } = useLeaveDemo();
  return (
    <>
      <span className={styles.demo}>{en.window.demo}</span>
      <Button
        look="icon"
        icon={<X aria-hidden />}
        label={en.settings.leaveDemo}
        isBusy={isBusy}
        onPress={leave}
      />
    </>
  );
}

/** Shows until when do not disturb is on, and turns it off. */
function QuietMark({ action }: { readonly action: WindowAction | undefined }): ReactNode {
  const until = useSnapshot(({ preferences }) => preferences.doNotDisturb);
  const windowActions = useWindowActions();
  if (action === undefined) {
    return null;
  }
  return (
    <div className={styles.quiet}>
      <Button
        look="icon"
        icon={<BellOff aria-hidden />}
        label={action.label}
        isBusy={action.isBusy}
        onPress={() => runAction(windowActions, action)}
      >
        {typeof until === 'number' ? timeOfDay(until) : undefined}
      </Button>
    </div>
  );
}
