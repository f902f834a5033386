import { dequal } from 'dequal';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { WrapUp } from '../../../contract/wrap-up';
import { useWindowActions } from '../../state/window-context';

/** How long after the last key it is saved, in ms. */
const SAVE_DELAY_MS = 400;
const NOTHING: WrapUp = { note: '', outcome: '' };

export interface Draft {
  /** What is written, whether or not it has been saved yet. */
  readonly written: WrapUp;
  readonly write: (part: Partial<WrapUp>) => void;
  /** Saves at once what waits to be saved. */
  readonly save: () => void;
  readonly hasFailed: boolean;
}

/** What the agent writes about one call. It is saved by itself, also when the window goes away. */
export function useDraft(callId: string, stored: WrapUp = NOTHING): Draft {
  const { saveWrapUp } = useWindowActions();
  const [typed, setTyped] = useState<WrapUp>();
  const [hasFailed, setHasFailed] = useState(false);
  const unsaved = useRef<WrapUp>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // From here on what is stored counts, which another part of the window may change.
  if (typed !== undefined && dequal(typed, stored)) setTyped(undefined);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    const wrapUp = unsaved.current;
    unsaved.current = undefined;
    if (wrapUp === undefined) return;
    void saveWrapUp({ callId, ...wrapUp }).then(({ ok }) => setHasFailed(!ok));
  }, [callId, saveWrapUp]);

  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  const written = typed ?? stored;
  return {
    written,
    write: (part) => {
      const next = { ...written, ...part };
      setTyped(next);
      unsaved.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(save, SAVE_DELAY_MS);
    },
    save,
    hasFailed,
  };
}
