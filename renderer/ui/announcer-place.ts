/** Marks the element that holds the live regions, and the one that it is in while no dialog is open. */
export const ANNOUNCER_ID = 'announcer';
export const ANNOUNCER_HOME_ID = 'announcer-home';

/**
 * Moves the live regions into the topmost modal dialog, because everything outside it is inert, and nothing
 * inert is announced. Without a dialog, they return to their place. Called when a dialog has opened or
 * closed.
 */
export function placeAnnouncer(): void {
  const announcer = document.getElementById(ANNOUNCER_ID);
  const [topmost] = [...document.querySelectorAll('dialog:modal')].reverse();
  const place = topmost ?? document.getElementById(ANNOUNCER_HOME_ID);
  if (announcer !== null && announcer.parentElement !== place) place?.append(announcer);
}
