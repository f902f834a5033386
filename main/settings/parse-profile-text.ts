import { decodeText } from './decode-text';
import { findRepeatedFields } from './find-repeated-fields';
import { checkProfile, type CheckedProfile } from './parse-profile';

/** Reads and checks the content of a profile file. */
export async function parseProfileText(bytes: Uint8Array): Promise<CheckedProfile> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    const place = `line ${decoded.line}, column ${decoded.column}`;
    return reject(`the profile is not UTF-8 at ${place}: save the file with the encoding UTF-8`);
  }
  let content: unknown;
  try {
    content = JSON.parse(decoded.text);
  } catch {
    // The runtime's own message differs by version and may quote a secret.
    const { findSyntaxError } = await import('./find-syntax-error');
    const { line, column, message } = findSyntaxError(decoded.text);
    return reject(`the profile is not valid JSON at line ${line}, column ${column}: ${message}`);
  }
  const checked = checkProfile(content);
  const repeated = findRepeatedFields(decoded.text).map(
    (field) => `${field}: appears more than once`,
  );
  if (repeated.length === 0) return checked;
  return { ok: false, mistakes: [...repeated, ...(checked.ok ? [] : checked.mistakes)] };
}

function reject(mistake: string): CheckedProfile {
  return { ok: false, mistakes: [mistake] };
}
