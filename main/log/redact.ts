import { isWellFormed } from '../../contract/text';

export { redactNumbers } from './redact-numbers';

const MARK = '[secret]';

/** `next` is the next position of the secret, or -1. */
interface Search {
  readonly secret: string;
  next: number;
}

/**
 * Removes secrets from a text, both as they are and URL-encoded. Overlapping occurrences are removed
 * together. Each secret is searched for once from the beginning to the end of the text.
 */
export function redactSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => (isWellFormed(secret) ? [secret, encodeURIComponent(secret)] : [secret]));
  const searches = [...new Set(forms)]
    .map((secret): Search => ({ secret, next: text.indexOf(secret) }))
    .filter(({ next }) => next !== -1);
  let redacted = '';
  let place = 0;
  for (let found = findFirst(searches); found !== undefined; found = findFirst(searches)) {
    redacted += text.slice(place, found.next) + MARK;
    place = found.next;
    let end = place + 1;
    // An occurrence that begins within another one extends it.
    for (let inner: Search | undefined = found; inner !== undefined && inner.next < end;) {
      end = Math.max(end, inner.next + inner.secret.length);
      inner.next = text.indexOf(inner.secret, inner.next + 1);
      inner = findFirst(searches);
    }
    place = end;
  }
  return redacted + text.slice(place);
}

function findFirst(searches: readonly Search[]): Search | undefined {
  let first: Search | undefined;
  for (const search of searches) {
    if (search.next !== -1 && (first === undefined || search.next < first.next)) first = search;
  }
  return first;
}
