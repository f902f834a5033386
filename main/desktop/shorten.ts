/** A text of at most `room` UTF-16 units; no character is cut in half. */
export function shorten(text: string, room: number): string {
  if (text.length <= room) return text;
  let short = '';
  for (const character of text) {
    if (short.length + character.length >= room) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}
