import { useEffect, useState, type ReactNode } from 'react';
import { useWindow } from '../../state/window-context';
import { describeChanges } from './describe-changes';

/**
 * Says to screen readers what changes by itself: two live regions that are always there, as one that
 * comes with its text is not read by all of them.
 */
export function Announcer(): ReactNode {
  const { store } = useWindow();
  const [polite, setPolite] = useState('');
  const [urgent, setUrgent] = useState('');
  useEffect(
    () =>
      store.subscribe(({ snapshot }, { snapshot: before }) => {
        if (snapshot === undefined || before === undefined || snapshot === before) {
          return;
        }
        const changes = describeChanges(before, snapshot);
        if (changes.polite.length > 0) {
          setPolite(changes.polite.join('. '));
        }
        if (changes.urgent.length > 0) {
          setUrgent(changes.urgent.join('. '));
        }
      }),
    [store],
  );
  return (
    <>
      <div aria-live="polite" aria-atomic className="visually-hidden">
        {polite}
      </div>
      <div aria-live="assertive" aria-atomic className="visually-hidden">
        {urgent}
      </div>
    </>
  );
}
