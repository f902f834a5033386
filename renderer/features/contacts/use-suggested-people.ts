import { useEffect, useState } from 'react';
import type { Line } from '../../../contract/call-model';
import type { SuggestedPerson } from '../../../contract/contacts';
import { useWindowActions } from '../../state/window-context';

/** A longer list does not help: typing another letter shortens it. */
const MAX_SUGGESTIONS = 30;

/**
 * Contacts and people from the history that match the typed text. Keeps the last answer until the
 * next one arrives.
 */
export function useSuggestedPeople(line: Line, text: string): readonly SuggestedPerson[] {
  const { suggestPeople } = useWindowActions().contacts;
  const [people, setPeople] = useState<readonly SuggestedPerson[]>([]);
  useEffect(() => {
    let isWanted = true;
    void suggestPeople({ text: text.trim(), line, limit: MAX_SUGGESTIONS }).then((answer) => {
      if (isWanted && answer.ok) setPeople(answer.value);
    });
    return () => {
      isWanted = false;
    };
  }, [line, text, suggestPeople]);
  return people;
}
