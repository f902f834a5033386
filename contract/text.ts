/** Half of a character: invalid in UTF-8, so `encodeURIComponent` throws on it. */
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** Marks, embeddings, overrides and isolates: they change the direction of the text around them. */
const DIRECTION_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const WHITE_SPACE_CONTROLS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
const OTHER_CONTROLS = /\p{Cc}/gu;

/**
 * Text from outside as one line that is safe to show: ill-formed characters become U+FFFD, line breaks
 * and tabs a space, and control characters, those of direction among them, are removed. Joiners stay:
 * scripts and emoji need them.
 */
export function cleanText(text: string): string {
  return text
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(DIRECTION_CONTROLS, '')
    .replace(WHITE_SPACE_CONTROLS, ' ')
    .replace(OTHER_CONTROLS, '');
}

/** Whether every character is whole, so that the text can be sent. */
export function isWellFormed(text: string): boolean {
  return text.search(LONE_SURROGATE) === -1;
}

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/**
 * A name for use within a sentence that is plain text (a notification, a tooltip, a menu): whatever its
 * direction, the sentence around it keeps its own. Where there is markup, use `<bdi>` instead.
 */
export function isolate(text: string): string {
  return `${FIRST_STRONG_ISOLATE}${cleanText(text)}${POP_DIRECTIONAL_ISOLATE}`;
}
