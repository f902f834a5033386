import type { WindowAction } from '../../actions/window-action';

/**
 * The actions that contain every typed word, in any order. Actions whose label begins with the text
 * come first. Possible actions come before those that are not. Actions for single people are shown
 * only once something is typed.
 */
export function searchActions(actions: readonly WindowAction[], typed: string): WindowAction[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return actions
    .filter(({ isOneOfMany = false }) => words.length > 0 || !isOneOfMany)
    .map((action) => ({ action, distance: measure(action, words) }))
    .filter(({ distance }) => distance < Infinity)
    .sort((one, other) => one.distance - other.distance)
    .map(({ action }) => action);
}

/** How well an action matches the text: lower is better, `Infinity` is no match. */
function measure(
  { id, label, detail = '', reason }: WindowAction,
  words: readonly string[],
): number {
  const name = label.toLowerCase();
  const all = `${name} ${detail.toLowerCase()}`;
  // Somebody who types a name is looking for the person, not for Remove.
  const penalty = (reason === undefined ? 0 : 1_000) + (id === 'remove' ? 0.5 : 0);
  return words.reduce((sum, word) => sum + measureWord(name, all, word), penalty);
}

function measureWord(name: string, all: string, word: string): number {
  if (name.startsWith(word)) {
    return 0;
  }
  if (` ${name}`.includes(` ${word}`)) {
    return 1;
  }
  if (` ${all}`.includes(` ${word}`)) {
    return 2;
  }
  return all.includes(word) ? 3 : Infinity;
}
