/** Shortens a text to at most `room` UTF-16 units, without splitting a character. */
export function shorten(text: string, room: number): string {
  if (text.length <= room) return text;
  let short = '';
  for (const character of text) {
    if (short.length + character.length >= room) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}
