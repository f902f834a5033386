/** One or two letters that stand for a name; the last two digits of a number. */
export function initialsOf(name: string): string {
  const words = name.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  if (words.length === 0) {
    return (name.match(/\d/g) ?? []).slice(-2).join('');
  }
  const [first = '', last = ''] = words.length === 1 ? words : [words[0], words.at(-1)];
  return [first, last]
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
