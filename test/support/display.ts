import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';

/** Starts a virtual display of this size, in pixels. Returns the environment variables that select it. */
export async function startDisplay(
  width: number,
  height: number,
): Promise<{ readonly environment: Readonly<Record<string, string>>; close(): Promise<void> }> {
  const screen = ['-screen', '0', `${String(width)}x${String(height)}x24`];
  // Without `-noreset`, the server restarts when its last client leaves, and refuses the next.
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(createInterface(server.stdio[3] as Readable), 'line')) as [string];
  return {
    environment: { DISPLAY: `:${number}`, XAUTHORITY: '' },
    close: async () => {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}
