import type { ReadContacts } from './parsed-contact';

/** Reads a file of contacts: vCard 2.1, 3.0 or 4.0, or a table (CSV). */
export async function readContacts(bytes: Uint8Array): Promise<ReadContacts> {
  const text = decode(bytes);
  if (/^\s*BEGIN:VCARD\s*$/im.test(text.slice(0, 10_000))) {
    const { readVcards } = await import('./read-vcards');
    return readVcards(text);
  }
  const { readTable } = await import('./read-table');
  return readTable(text);
}

/** Older address books use the Windows encoding. The preview shows if this guess is wrong. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
