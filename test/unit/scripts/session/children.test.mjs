import { expect, it } from 'vitest';
import { runForeground, startDaemon } from '../../../../scripts/session/children.mjs';

it.each([
  ['process.exit(3)', 3],
  ['process.kill(process.pid, "SIGTERM")', 143],
])('returns the exit code of %s like a shell', async (code, expected) => {
  expect(await runForeground(process.execPath, ['-e', code])).toBe(expected);
});

it('waits for the line with which a daemon reports that it is ready, and stops it', async () => {
  const code = 'console.log("ready at 7\\nmore"); setInterval(() => {}, 1000)';
  const daemon = await startDaemon(process.execPath, ['-e', code], 1);
  expect(daemon.line).toBe('ready at 7');
  await daemon.stop();
});

it('reports a daemon that exits before it is ready', async () => {
  const starting = startDaemon(process.execPath, ['-e', 'process.exit(4)'], 1);
  await expect(starting).rejects.toThrow('ended with exit code 4');
});
