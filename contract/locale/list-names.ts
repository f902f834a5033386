import { isolate } from '../text';
import { en } from './en';
import { format } from './format';

/**
 * Names in one line, each within its own place. Of more than `max` the last place goes to how many more
 * there are.
 */
export function listNames(names: readonly string[], max = Number.POSITIVE_INFINITY): string {
  if (names.length <= max) return names.map(isolate).join(', ');
  const named = names.slice(0, max - 1);
  return format(en.window.someParties, {
    names: named.map(isolate).join(', '),
    count: names.length - named.length,
  });
}
