import { isolate } from '../text';
import { en } from './en';
import { format } from './format';

/** Joins names. If there are more than `max`, the last place says how many more there are. */
export function listNames(names: readonly string[], max = Number.POSITIVE_INFINITY): string {
  if (names.length <= max) return names.map(isolate).join(', ');
  const named = names.slice(0, max - 1);
  return format(en.window.someParties, {
    names: named.map(isolate).join(', '),
    count: names.length - named.length,
  });
}
