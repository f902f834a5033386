import { dequal } from 'dequal';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Call } from '../../../contract/call-model';
import type { WrapUp } from '../../../contract/wrap-up';
import { useWindowActions } from '../../state/window-context';

/** How long after the last key press the text is saved, in ms. */
const SAVE_DELAY_MS = 400;
const NOTHING: WrapUp = { note: '', outcome: '' };

export interface Draft {
  /** The current text, saved or not. */
  readonly written: WrapUp;
  readonly write: (part: Partial<WrapUp>) => void;
  /** Saves pending changes at once. */
  readonly save: () => void;
  readonly hasFailed: boolean;
}

/**
 * The draft of a call's note and outcome. It is saved automatically, even when the window closes.
 */
export function useDraft({
  id: callId,
  sequence,
  wrapUp: stored = NOTHING,
}: Pick<Call, 'id' | 'sequence' | 'wrapUp'>): Draft {
  const { saveWrapUp } = useWindowActions();
  const [typed, setTyped] = useState<WrapUp>();
  const [hasFailed, setHasFailed] = useState(false);
  const unsaved = useRef<WrapUp>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // From here on the stored text counts, which another part of the window may change.
  if (typed !== undefined && dequal(typed, stored)) setTyped(undefined);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    const wrapUp = unsaved.current;
    unsaved.current = undefined;
    if (wrapUp === undefined) return;
    void saveWrapUp({ callId, sequence, ...wrapUp }).then(({ ok }) => setHasFailed(!ok));
  }, [callId, sequence, saveWrapUp]);

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
