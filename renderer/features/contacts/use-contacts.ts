import { useCallback, useEffect, useState } from 'react';
import type { ContactPage } from '../../../contract/contacts';
import type { Result } from '../../../contract/result';
import { useWindowActions } from '../../state/window-context';

/** The maximum number of contacts that are listed. Others are found by typing. */
const SHOWN = 50;

export interface FoundContacts {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Undefined until the first answer; then the latest answer. */
  readonly answer: Result<ContactPage> | undefined;
  /** Requests them again after a change. */
  readonly reload: () => void;
}

/** The contacts that match the typed text. */
export function useContacts(): FoundContacts {
  const { listContacts } = useWindowActions().contacts;
  const [query, setQuery] = useState({ text: '' });
  const [answer, setAnswer] = useState<Result<ContactPage>>();
  useEffect(() => {
    let isWanted = true;
    void listContacts({ text: query.text.trim(), limit: SHOWN }).then((result) => {
      if (isWanted) setAnswer(result);
    });
    return () => {
      isWanted = false;
    };
  }, [query, listContacts]);
  return {
    text: query.text,
    setText: useCallback((text: string) => setQuery({ text }), []),
    answer,
    reload: useCallback(() => setQuery((last) => ({ ...last })), []),
  };
}
