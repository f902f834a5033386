import { say } from '../setup/say.mjs';

/** Root on Linux cannot use Chromium's sandbox: returns the flag to run without it, and prints that. */
export function sandboxFlags(platform = process.platform, userId = process.getuid?.()) {
  if (platform !== 'linux' || userId !== 0) return [];
  say('Running as root: adding --no-sandbox');
  return ['--no-sandbox'];
}
