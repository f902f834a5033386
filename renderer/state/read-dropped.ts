import { fail, succeed, type Result } from '../../contract/result';

/** A file as it is sent to the main process. */
export interface DroppedFile {
  readonly fileName: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/**
 * Reads a file that was dropped into the window. Errors: `bad-input`, with its name, if it is larger than
 * `maxBytes` or cannot be read, as is the case with a folder.
 */
export async function readDropped(file: File, maxBytes: number): Promise<Result<DroppedFile>> {
  const unusable = fail({ code: 'bad-input', detail: file.name });
  if (file.size > maxBytes) return unusable;
  try {
    return succeed({ fileName: file.name, content: new Uint8Array(await file.arrayBuffer()) });
  } catch {
    return unusable;
  }
}
