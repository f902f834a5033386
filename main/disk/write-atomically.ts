/**
 * Writes a file completely or not at all. The library is loaded with the first file that is written, which is after
 * the first paint.
 */
export async function writeAtomically(
  file: string,
  text: string,
  options: { readonly mode?: number } = {},
): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  await writeFileAtomic(file, text, options);
}
