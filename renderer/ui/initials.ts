/** One or two initials of a name; the last two digits of a number. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s,]+/u).filter((word) => /^\p{L}/u.test(word));
  const [first, ...others] = words;
  if (first === undefined) {
    return name.replace(/\D/g, '').slice(-2);
  }
  const last = others.at(-1);
  return [first, last]
    .filter((word) => word !== undefined)
    .map((word) => Array.from(word)[0]?.toLocaleUpperCase() ?? '')
    .join('');
}
