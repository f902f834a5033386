import { useCallback, useEffect, useState } from 'react';
import type { ContactPage } from '../../../contract/contacts';
import type { Result } from '../../../contract/result';
import { useWindowActions } from '../../state/window-context';

/** So many are listed; the others are found by typing. */
const SHOWN = 50;

export interface FoundContacts {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Undefined until the first answer; then the last one, until the next has come. */
  readonly answer: Result<ContactPage> | undefined;
  /** Asks again, because something was changed. */
  readonly reload: () => void;
}

/** The contacts that fit what is typed. */
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
