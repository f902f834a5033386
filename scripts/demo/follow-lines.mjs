import { watch } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * Calls `onLine` for each line appended to a file from now on, until `stop`, which first reads the
 * rest. The file is created if it does not exist.
 *
 * @param {string} path
 * @param {(line: string) => void} onLine
 * @returns {Promise<{ stop: () => Promise<void> }>}
 */
export async function followLines(path, onLine) {
  const file = await open(path, 'a+');
  const buffer = Buffer.alloc(64 * 1024);
  let position = (await file.stat()).size;
  let rest = Buffer.alloc(0);

  async function read() {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      rest = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
        onLine(rest.subarray(0, end).toString());
        rest = rest.subarray(end + 1);
      }
    }
  }

  let reading = Promise.resolve();
  const readNext = () => (reading = reading.then(read));
  const watcher = watch(path, () => void readNext());
  return {
    stop: async () => {
      watcher.close();
      await readNext();
      await file.close();
    },
  };
}
