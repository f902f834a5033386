import { describe, expect, it, onTestFinished } from 'vitest';
import { Worker } from 'node:worker_threads';
import { acceptsConnection } from '../../../main/app/probe-display';
import { findDisplayProblem } from '../../../main/app/display';

/** A display number without an X server, because displays are numbered from 0. */
const UNUSED = ':59999';
/** Longer than a busy computer takes to start the thread that connects, in ms. */
const TIMEOUT_MS = 30_000;

describe('a display', () => {
  it.each([
    {},
    { DISPLAY: '' },
    { DISPLAY: UNUSED },
    { DISPLAY: `unix${UNUSED}.0` },
    { WAYLAND_DISPLAY: 'wayland-0' },
    { WAYLAND_DISPLAY: 'gone', XDG_RUNTIME_DIR: import.meta.dirname },
    { WAYLAND_DISPLAY: `${import.meta.filename}.gone` },
  ])('is missing with %j', (environment) => {
    expect(findDisplayProblem(environment, 'linux')).toContain('a display is needed');
  });

  // Any file can stand in for the compositor's socket. Chromium finds out whether it answers.
  it.each([
    { DISPLAY: 'other.example:10.0' },
    { WAYLAND_DISPLAY: 'display.test.ts', XDG_RUNTIME_DIR: import.meta.dirname },
    { WAYLAND_DISPLAY: import.meta.filename },
  ])('may exist with %j', (environment) => {
    expect(findDisplayProblem(environment, 'linux')).toBeUndefined();
  });

  it('needs no variable on other systems', () => {
    expect(findDisplayProblem({}, 'darwin')).toBeUndefined();
    expect(findDisplayProblem({}, 'win32')).toBeUndefined();
  });
});

/** Answers like an X server on an abstract socket. Runs in another thread, because the test's thread blocks. */
async function startServer(firstByte: number): Promise<string> {
  const path = `\0sidetone-test-${process.pid}-${performance.now()}`;
  const server = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads');
     const server = require('node:net').createServer((socket) => {
       socket.on('data', () => socket.end(Buffer.from([workerData.firstByte])));
     });
     server.listen(workerData.path, () => parentPort.postMessage('listening'));`,
    { eval: true, workerData: { path, firstByte } },
  );
  onTestFinished(async () => {
    await server.terminate();
  });
  await new Promise((resolve) => server.once('message', resolve));
  return path;
}

describe.runIf(process.platform === 'linux')('an X server', () => {
  it.each([
    [1, false, true],
    [0, false, false],
    [2, false, false],
    [0, true, true],
  ])(
    'that answers %i, with credentials: %s, accepts: %s',
    async (byte, hasCredentials, expected) => {
      expect(acceptsConnection(await startServer(byte), hasCredentials, TIMEOUT_MS)).toBe(expected);
    },
  );

  it.each([true, false])(
    'that has exited accepts no connection, with credentials: %s',
    (hasCredentials) => {
      expect(acceptsConnection('\0sidetone-test-nobody', hasCredentials, TIMEOUT_MS)).toBe(false);
    },
  );
});
