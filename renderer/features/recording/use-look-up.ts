import { useCallback, useEffect, useState } from 'react';
import type { Recording } from '../../../contract/recording';
import type { Result } from '../../../contract/result';
import { useWindowActions } from '../../state/window-context';

/** `undefined` while the recorder has not answered. */
export type LookUp = Result<readonly Recording[]> | undefined;

/** Asks the recorder which recordings belong to the call: once, and again on request. */
export function useLookUp(callId: string): { readonly lookUp: LookUp; lookAgain: () => void } {
  const { lookUpRecordings } = useWindowActions();
  const [round, setRound] = useState(0);
  const [lookUp, setLookUp] = useState<LookUp>();
  useEffect(() => {
    let isWanted = true;
    void lookUpRecordings(callId).then((result) => {
      if (isWanted) {
        setLookUp(result);
      }
    });
    return () => {
      isWanted = false;
    };
  }, [callId, lookUpRecordings, round]);
  const lookAgain = useCallback(() => {
    setLookUp(undefined);
    setRound((before) => before + 1);
  }, []);
  return { lookUp, lookAgain };
}
