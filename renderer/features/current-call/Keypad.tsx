import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Call } from '../../../contract/call-model';
import { en } from '../../../contract/locale/en';
import { performOperation } from '../../state/requests';
import { useWindowActions, useWindowState } from '../../state/window-context';
import { Button } from '../../ui/Button';
import { useReason } from '../dialogs/use-reason';
import styles from './Keypad.module.css';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
/** The number of sent tones that stay visible. */
const SHOWN_TONES = 24;
export const KEYPAD_ID = 'keypad';

/** The keys of a telephone. They can also be typed while the focus is in the keypad. Escape closes it. */
export function Keypad({ call }: { readonly call: Call }): ReactNode {
  return useIsKeypadOpen(call) ? <OpenKeypad call={call} /> : null;
}

function OpenKeypad({ call }: { readonly call: Call }): ReactNode {
  const [sent, setSent] = useState('');
  const region = useRef<HTMLElement>(null);
  const { send, togglePanel } = useWindowActions();
  const reason = useReason(call, 'send-tones');
  const isUsable = reason === undefined;
  useEffect(() => {
    region.current?.focus({ preventScroll: true });
  }, []);

  function press(tones: string): void {
    setSent((before) => (before + tones).slice(-SHOWN_TONES));
    const operation = { kind: 'send-tones', callId: call.id, tones } as const;
    send(performOperation(operation), call.identity.name);
  }

  function close(): void {
    document.querySelector<HTMLElement>(`[aria-controls="${KEYPAD_ID}"]`)?.focus();
    togglePanel({ kind: 'keypad', callId: call.id });
  }

  function type(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
      return;
    }
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isUsable && isPlain && KEYS.some((key) => key === event.key)) {
      event.preventDefault();
      press(event.key);
    }
  }

  return (
    <section
      ref={region}
      id={KEYPAD_ID}
      tabIndex={-1}
      aria-label={en.actions.keypad}
      className={styles.keypad}
      onKeyDown={type}
    >
      <div className={styles.screen}>
        <output aria-label={en.actions.sentSoFar} className={styles.sent}>
          {sent}
        </output>
        {(sent === '' || !isUsable) && (
          <p className={styles.hint}>{reason ?? en.actions.keypadHint}</p>
        )}
      </div>
      <div className={styles.keys}>
        {KEYS.map((key) => (
          <Button key={key} look="key" isDisabled={!isUsable} onPress={() => press(key)}>
            {key}
          </Button>
        ))}
      </div>
    </section>
  );
}

export function useIsKeypadOpen(call: Call): boolean {
  return useWindowState(({ panel }) => panel?.kind === 'keypad' && panel.callId === call.id);
}
