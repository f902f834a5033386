import { say } from '../setup/say.mjs';

/** Chromium's sandbox cannot be had as root on Linux: the flag to do without, said aloud. */
export function sandboxFlags(platform = process.platform, userId = process.getuid?.()) {
  if (platform !== 'linux' || userId !== 0) return [];
  say('Running as root: adding --no-sandbox');
  return ['--no-sandbox'];
}
