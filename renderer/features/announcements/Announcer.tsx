import { useEffect, useState, type ReactNode } from 'react';
import { useWindow } from '../../state/window-context';
import { describeChanges } from './describe-changes';

/**
 * Announces changes to screen readers. The two live regions are always present, because some screen
 * readers ignore a region that is added together with its text.
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
