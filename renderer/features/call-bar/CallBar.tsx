import { GripVertical } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { findActiveCall } from '../../../contract/find-calls';
import { en } from '../../../contract/locale/en';
import { listCallBarActions } from '../../actions/call-bar-actions';
import { pick, useCallBarActions } from '../../actions/use-actions';
import { useShortcuts } from '../../actions/use-shortcuts';
import { runAction, type WindowAction } from '../../actions/window-action';
import { shownState } from '../../state/call-view';
import { useSnapshot, useWindow } from '../../state/window-context';
import { classNames } from '../../ui/class-names';
import { usePressGuard } from '../../ui/use-press-guard';
import { ActionButton } from '../actions/ActionButton';
import { Announcer } from '../announcements/Announcer';
import { useSettling } from '../current-call/use-settling';
import styles from './CallBar.module.css';
import { CallBarText } from './CallBarText';
import { dropRefusals } from './drop-refusals';
import { useShowWindowOnFailure } from './use-show-window-on-failure';

/**
 * The call in 320 x 56 pixels, for times when other applications need the screen. Its buttons are
 * those of the call panel. Everything else is in the window, one double click away.
 */
export function CallBar(): ReactNode {
  useShortcuts(listCallBarActions);
  useShowWindowOnFailure();
  usePressGuard();
  const { store, actions: windowActions } = useWindow();
  useEffect(() => dropRefusals(store), [store]);
  const call = useSnapshot(findActiveCall);
  const actions = useCallBarActions();
  const showWindow = pick(actions, 'show-window');
  return (
    <main className={classNames(styles.bar, call && styles[toneOf(call)])}>
      <h1 className="visually-hidden">{en.callBar.title}</h1>
      <span className={styles.grip} aria-hidden>
        <GripVertical />
      </span>
      <ActionButton action={showWindow} look="icon" isIconOnly />
      <section aria-label={en.window.currentCall} className={styles.call}>
        <div
          className={styles.text}
          onDoubleClick={() => showWindow && runAction(windowActions, showWindow)}
        >
          <CallBarText call={call} />
        </div>
        {call !== undefined && <Buttons key={call.id} call={call} actions={actions} />}
      </section>
      <Announcer />
    </main>
  );
}

function toneOf(call: Call): string {
  return call.isMuted && call.state !== 'ended' ? 'muted' : shownState(call);
}

interface ButtonsProps {
  readonly call: Call;
  readonly actions: readonly WindowAction[];
}

/** Each button has the same place as in the call panel, in every state of the call. */
function Buttons({ call, actions }: ButtonsProps): ReactNode {
  const isRinging = call.state === 'ringing';
  const isSettling = useSettling(`${call.id} ${String(isRinging)}`);
  const end = pick(actions, 'reject', 'hang-up');
  return (
    <div className={styles.buttons}>
      <ActionButton
        action={pick(actions, 'answer', 'mute', 'unmute')}
        look="bar"
        isIconOnly
        lit={isRinging ? 'answer' : call.isMuted && 'muted'}
        isSettling={isSettling}
      />
      <ActionButton
        action={pick(actions, 'hold', 'retrieve')}
        look="bar"
        isIconOnly
        lit={call.isHeld && 'held'}
        isSettling={isSettling}
      />
      <ActionButton
        action={end}
        look="bar"
        isIconOnly
        lit={end?.id === 'reject' ? 'reject' : 'hang-up'}
        isSettling={isSettling}
      />
    </div>
  );
}
