import type { WindowAction } from '../../actions/window-action';

/**
 * The actions in which every typed word occurs, in any order: first those whose own words begin with
 * what was typed. What is possible comes before what is not; what is about single people only shows
 * once something is typed.
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

/** How far an action is from what was typed: less is better, `Infinity` is not at all. */
function measure(
  { id, label, detail = '', reason }: WindowAction,
  words: readonly string[],
): number {
  const name = label.toLowerCase();
  const all = `${name} ${detail.toLowerCase()}`;
  // Whoever types a name is looking for the person, not for a way to be rid of them.
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
