/** Only what people write for the eye: blanks, brackets, hyphens, dots and slashes between digits. */
const WRITTEN_NUMBER = /^\+?[\d\s().\-/*#]+$/;

/**
 * A telephone number as a switch takes it, from one as people write it: `+1 (212) 555-0142` becomes
 * `+12125550142`. Whatever else it may be (a name, a SIP address) stays as it is.
 */
export function toDialString(address: string): string {
  return WRITTEN_NUMBER.test(address) ? address.replace(/[^\d+*#]/g, '') : address;
}
