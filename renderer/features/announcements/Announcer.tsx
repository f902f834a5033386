import { useEffect, useState, type ReactNode } from 'react';
import { useWindow } from '../../state/window-context';
import { ANNOUNCER_HOME_ID, ANNOUNCER_ID } from '../../ui/announcer-place';
import { describeChanges } from './describe-changes';

interface Announcement {
  readonly text: string;
  readonly count: number;
}

const NOTHING: Announcement = { text: '', count: 0 };

/**
 * Announces changes to screen readers. The two live regions are always present, because some screen
 * readers ignore a region that is added together with its text.
 */
export function Announcer(): ReactNode {
  const { store } = useWindow();
  const [polite, setPolite] = useState(NOTHING);
  const [urgent, setUrgent] = useState(NOTHING);
  useEffect(
    () =>
      store.subscribe(({ snapshot }, { snapshot: before }) => {
        if (snapshot === undefined || before === undefined || snapshot === before) {
          return;
        }
        const changes = describeChanges(before, snapshot);
        setPolite((last) => next(last, changes.polite));
        setUrgent((last) => next(last, changes.urgent));
      }),
    [store],
  );
  return (
    <div id={ANNOUNCER_HOME_ID} className="visually-hidden">
      <div id={ANNOUNCER_ID} className="visually-hidden">
        <div aria-live="polite" aria-atomic>
          <span key={polite.count}>{polite.text}</span>
        </div>
        <div aria-live="assertive" aria-atomic>
          <span key={urgent.count}>{urgent.text}</span>
        </div>
      </div>
    </div>
  );
}

/** Each announcement is a new element, because a screen reader ignores a text that stays the same. */
function next(last: Announcement, texts: readonly string[]): Announcement {
  return texts.length === 0 ? last : { text: texts.join('. '), count: last.count + 1 };
}
